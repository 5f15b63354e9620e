import ArgumentParser
import Assay
import Diagnostics
import Editorial

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Shows what changed since you last looked; signs a text off, or asks for changes.",
        discussion: """
            Without --approve and --request-changes it only shows. --approve takes the ruling that you come to \
            yourself. Another reviewer's ruling is shown when yours is in.
            """
    )

    @Argument(
        help: ArgumentHelp("The claims' ids: all of them, or none if one refuses.", valueName: "claim"),
        completion: .claims
    )
    var claims: [String]

    @Option(
        help: ArgumentHelp("Sign the text off, with your own ruling.", valueName: "ruling"),
        completion: .rulings
    )
    var approve: String?

    @Option(help: ArgumentHelp("Say what has to be changed.", valueName: "text"))
    var requestChanges: String?

    @Option(help: ArgumentHelp("What to say with your sign-off.", valueName: "text"))
    var note: String?

    @OptionGroup var options: DeskOptions

    func validate() throws {
        if approve != nil, requestChanges != nil {
            throw ValidationError("give --approve or --request-changes, not both")
        }
        if let requestChanges { try DeskOptions.require(requestChanges, "--request-changes") }
        if note != nil, approve == nil {
            throw ValidationError("--note is said with --approve; --request-changes takes its own text")
        }
    }

    func run() async throws {
        let room = try await options.room(for: claims)
        let reviewer = try await room.person(options.person)
        if let approve {
            let action = DeskAction.approve(ruling: approve, note: note)
            try await options.perform(action, on: claims, in: room, by: reviewer)
        } else if let requestChanges {
            try await options.perform(
                .requestChanges(note: requestChanges),
                on: claims,
                in: room,
                by: reviewer
            )
        } else {
            for shown in try claims.map(room.claim) {
                let sheet = ReviewSheet(
                    shown,
                    for: reviewer,
                    in: room.newsroom,
                    VersionStore(room.folder),
                    state: try room.state(of: shown),
                    findings: await Pipeline.findings(
                        on: shown,
                        in: room.loaded,
                        today: try room.today()
                    ).diagnostics
                )
                Console.show(sheet.lines.joined(separator: "\n"))
            }
            if !room.showProblems() { throw ExitCode.failure }
        }
    }
}
