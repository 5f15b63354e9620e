import ArgumentParser
import Editorial

struct SubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Asks for a review of a claim's verdict as it is now.",
        discussion: "The text is kept in content/versions/, so that reviewers can be shown what changed."
    )

    @Argument(
        help: ArgumentHelp("The claims' ids: all of them, or none if one refuses.", valueName: "claim"),
        completion: .claims
    )
    var claims: [String]

    @Option(help: ArgumentHelp("What reviewers should know.", valueName: "text"))
    var note: String?

    @OptionGroup var options: DeskOptions

    func run() async throws { try await options.perform(.submit(note: note), on: claims) }
}
