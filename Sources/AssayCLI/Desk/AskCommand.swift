import ArgumentParser
import Assay
import Editorial

struct AskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Asks a reviewer to review claims.",
        discussion: """
            Who was asked is named by `assay status`, and finds the claim in `assay status --mine`. Nobody is asked who may not \
            review it: an author of the verdict, the claimant, or who shares an organisation with the claimant.
            """
    )

    @OptionGroup var who: ClaimsAndProfile

    func run() async throws { try await who.perform { .ask($0, note: $1) } }
}

/// The arguments of commands that name claims and then a person.
struct ClaimsAndProfile: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The claims' ids: all of them, or none if one refuses; and then the profile.",
            valueName: "claim> … <profile"
        ),
        completion: .claims
    )
    var names: [String]

    @Option(name: .long, help: ArgumentHelp("What to say with it.", valueName: "text"))
    var note: String?

    @OptionGroup var options: DeskOptions

    func validate() throws {
        if names.count < 2 { throw ValidationError("name the claim, and then the profile") }
    }

    func perform(_ action: (String, String?) -> DeskAction) async throws {
        let claims = Array(names.dropLast())
        let room = try await options.room(for: claims)
        let wanted = action(try room.profile(names[names.count - 1]), note)
        try await options.perform(wanted, on: claims, in: room, by: try await room.person(options.person))
    }
}
