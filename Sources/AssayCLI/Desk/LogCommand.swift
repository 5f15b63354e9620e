import ArgumentParser
import Assay
import Diagnostics
import Editorial

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Shows a claim's journal.",
        discussion: """
            Rulings of a review that is under way are shown to those whose own ruling is in: name yourself with \
            --as, or let git's user.email do it.
            """
    )

    @Argument(help: ArgumentHelp("The claim's id.", valueName: "claim"), completion: .claims)
    var claim: String

    @OptionGroup var place: NewsroomPlace

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Your profile.", valueName: "profile"),
        completion: .profiles
    )
    var person: String?

    func run() async throws {
        let room = try await DeskRoom.open(place, claim: claim)
        let shown = try room.claim(claim)
        // Without a viewer, rulings of a running review stay hidden. Only a name given with --as has to exist.
        let viewer = person == nil ? try? await room.person(nil) : try await room.person(person)
        let state = try room.state(of: shown)
        let lines =
            shown.logLines(for: viewer, in: room.newsroom) + [
                "\(shown.claim.id): now \(state.words) (times of day in \(room.newsroom.settings.timeZone.name))"
            ]
        Console.show(lines.joined(separator: "\n"))
        if !room.showProblems() { throw ExitCode.failure }
    }
}
