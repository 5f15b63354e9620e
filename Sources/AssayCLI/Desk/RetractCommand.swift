import ArgumentParser
import Editorial

struct RetractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retract",
        abstract: "Takes back what readers see; its address keeps a page that says why."
    )

    @Argument(
        help: ArgumentHelp("The claims' ids: all of them, or none if one refuses.", valueName: "claim"),
        completion: .claims
    )
    var claims: [String]

    @Option(help: ArgumentHelp("Why, in a sentence for readers.", valueName: "sentence"))
    var reason: String

    @OptionGroup var options: DeskOptions

    func validate() throws { try DeskOptions.require(reason, "--reason") }

    func run() async throws { try await options.perform(.retract(reason: reason), on: claims) }
}
