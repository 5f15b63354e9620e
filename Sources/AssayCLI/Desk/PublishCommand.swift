import ArgumentParser
import Assay
import Diagnostics
import Editorial

struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Puts an approved text before readers.",
        discussion: """
            Says what the policy still asks for. Where readers saw another ruling, claim, short answer or evidence \
            before, it shows the differences and asks for `assay correct`.
            """
    )

    @Argument(help: ArgumentHelp("The claim's id.", valueName: "claim"), completion: .claims)
    var claim: String

    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await options.showDifferences(of: claim)
        try await options.perform(.publish, on: claim)
    }
}

extension DeskOptions {
    /// Prints the differences between a claim's text and its last published version, if there is one.
    func showDifferences(of id: String) async throws {
        let room = try await DeskRoom.open(place, claim: id)
        let claim = try room.claim(id)
        guard let last = claim.history.publications.last, last.digest != claim.digest,
            let earlier = try? VersionStore(room.folder).text(of: claim.claim.id, last.digest)
        else { return }
        let found = TextDifference.all(from: earlier, to: claim.claim, in: room.newsroom)
        let differences = TextDifference.lines(found, isPublished: true)
        let day = last.time.day(in: room.newsroom.settings.timeZone)
        let head =
            found.isEmpty
            ? "readers saw the same words, published on \(day) in an earlier form"
            : "what readers saw, published on \(day), and what is there now:"
        Console.show(([head] + differences).joined(separator: "\n"))
    }
}
