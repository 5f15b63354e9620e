import ArgumentParser
import Editorial

struct ReopenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Takes up again what was published or retracted; readers keep what they have meanwhile."
    )

    @Argument(
        help: ArgumentHelp("The claims' ids: all of them, or none if one refuses.", valueName: "claim"),
        completion: .claims
    )
    var claims: [String]

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: DeskOptions

    func validate() throws { try DeskOptions.require(reason, "--reason") }

    func run() async throws { try await options.perform(.reopen(reason: reason), on: claims) }
}
