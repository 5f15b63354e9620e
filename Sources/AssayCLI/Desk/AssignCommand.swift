import ArgumentParser
import Assay
import Editorial

struct AssignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Gives a claim to someone."
    )

    @Argument(help: ArgumentHelp("The claim's id.", valueName: "claim"), completion: .claims)
    var claim: String

    @Argument(
        help: ArgumentHelp("The profile of who is to work on it.", valueName: "profile"),
        completion: .profiles
    )
    var profile: String

    @Option(name: .long, help: ArgumentHelp("What to say with it.", valueName: "text"))
    var note: String?

    @OptionGroup var options: DeskOptions

    func run() async throws {
        let room = try await DeskRoom.open(options.place, claim: claim)
        let action = DeskAction.assign(to: try room.profile(profile), note: note)
        try await options.perform(action, on: claim, in: room, by: try await room.person(options.person))
    }
}
