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

    @Argument(
        help: ArgumentHelp("The claims' ids: all of them, or none if one refuses.", valueName: "claim"),
        completion: .claims
    )
    var claims: [String]

    @Flag(help: "Build the site afterwards, into _site.")
    var build = false

    @OptionGroup var options: DeskOptions

    func run() async throws {
        let room = try await options.room(for: claims)
        try options.showDifferences(of: claims, in: room)
        let author = try await room.person(options.person)
        try await options.perform(.publish, on: claims, in: room, by: author)
        if build { try await options.buildSite() }
    }
}

extension DeskOptions {
    /// Builds the site as `assay build` does, with its messages and its exit status.
    func buildSite() async throws {
        let command = try BuildCommand.parse(place.directory.map { ["-C", $0] } ?? [])
        try await command.run()
    }

    /// Prints the differences between the claims' texts and their last published versions, where there are any.
    func showDifferences(of ids: [String], in room: DeskRoom) throws {
        for id in ids { showDifferences(of: try room.claim(id), in: room, isOneOfMany: ids.count > 1) }
    }

    private func showDifferences(of claim: DeskClaim, in room: DeskRoom, isOneOfMany: Bool) {
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
        let name = isOneOfMany ? ["\(claim.claim.id):"] : []
        Console.show((name + [head] + differences).joined(separator: "\n"))
    }
}
