import ArgumentParser
import Editorial

struct CommentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comment",
        abstract: "Writes a remark into a claim's journal. Journals of published claims are public."
    )

    @Argument(help: ArgumentHelp("The claim's id.", valueName: "claim"), completion: .claims)
    var claim: String

    @Argument(help: ArgumentHelp("The remark.", valueName: "text"))
    var text: String

    @Option(
        name: .customLong("on"),
        help: ArgumentHelp("The passage of the text that it is about, word for word.", valueName: "passage")
    )
    var passage: String?

    @OptionGroup var options: DeskOptions

    func validate() throws { try DeskOptions.require(text, "a remark") }

    func run() async throws {
        try await options.perform(.comment(note: text, on: passage.map { Passage($0) }), on: [claim])
    }
}
