import ArgumentParser
import Editorial

struct CorrectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Puts an approved text in the place of the one that readers saw, and tells them.",
        discussion: """
            Kinds: minor, a slip that misled nobody; clarification, the same finding said better; substantive, \
            something was wrong; update, more is known than then. The sentence stands on the claim's page, on the \
            corrections page, in the corrections feed and in the structured data.
            """
    )

    @Argument(
        help: ArgumentHelp("The claims' ids: all of them, or none if one refuses.", valueName: "claim"),
        completion: .claims
    )
    var claims: [String]

    @Option(help: ArgumentHelp("minor, clarification, substantive or update.", valueName: "kind"))
    var kind: Correction.Kind

    @Option(help: ArgumentHelp("What changed and why, in a sentence for readers.", valueName: "sentence"))
    var note: String

    @Flag(help: "Build the site afterwards, into _site.")
    var build = false

    @OptionGroup var options: DeskOptions

    func validate() throws { try DeskOptions.require(note, "--note") }

    func run() async throws {
        let room = try await options.room(for: claims)
        try options.showDifferences(of: claims, in: room)
        let author = try await room.person(options.person)
        try await options.perform(.correct(kind, note: note), on: claims, in: room, by: author)
        if build { try await options.buildSite() }
    }
}
