import ArgumentParser
import Assay
import Editorial

struct ReplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply",
        abstract: "Notes that someone was asked for a reply, or that one came.",
        subcommands: [AskedCommand.self, ReceivedCommand.self]
    )

    struct AskedCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "asked",
            abstract: "Notes that someone was asked for a reply."
        )

        @OptionGroup var reply: ReplyArguments

        func run() async throws {
            try await reply.perform { .askReply(of: $0, note: $1) }
        }
    }

    struct ReceivedCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "received",
            abstract: "Notes that a reply came."
        )

        @OptionGroup var reply: ReplyArguments

        func run() async throws {
            try await reply.perform { .receiveReply(from: $0, note: $1) }
        }
    }
}

/// The arguments that `reply asked` and `reply received` share.
struct ReplyArguments: ParsableArguments {
    @Argument(help: ArgumentHelp("The claim's id.", valueName: "claim"), completion: .claims)
    var claim: String

    @Argument(
        help: ArgumentHelp("The profile of who was asked.", valueName: "profile"),
        completion: .profiles
    )
    var profile: String

    @Option(help: ArgumentHelp("What was asked, or what the answer was.", valueName: "text"))
    var note: String?

    @OptionGroup var options: DeskOptions

    func perform(_ action: (String, String?) -> DeskAction) async throws {
        let room = try await options.room(for: [claim])
        let asked = action(try room.profile(profile), note)
        try await options.perform(asked, on: [claim], in: room, by: try await room.person(options.person))
    }
}
