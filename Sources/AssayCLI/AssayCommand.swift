import ArgumentParser
import Assay
import Diagnostics

@main
struct AssayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assay",
        abstract: "Checks a newsroom's fact-checks and builds their website.",
        discussion: """
            A newsroom is a folder with content/site.yaml, articles in seeds/, and claims, sources and verdicts in \
            content/. `assay init` makes one, `assay new` a record in it; `assay check` says what is wrong with it, \
            `assay build` writes its site. The desk's commands keep a journal of each claim: who reviewed, signed and \
            published what.
            """,
        version: Version.current,
        subcommands: files,
        groupedSubcommands: [CommandGroup(name: "Desk", subcommands: desk)]
    )

    private static let files: [any ParsableCommand.Type] = [
        InitCommand.self, NewCommand.self, ServeCommand.self, CheckCommand.self, BuildCommand.self,
        ExplainCommand.self, SchemaCommand.self,
    ]

    private static let desk: [any ParsableCommand.Type] = [
        AssignCommand.self, SubmitCommand.self, ReviewCommand.self, PublishCommand.self,
        CorrectCommand.self, RetractCommand.self, ReopenCommand.self, ReplyCommand.self,
        CommentCommand.self, StatusCommand.self, LogCommand.self, VerifyCommand.self,
        AdoptCommand.self, UndoCommand.self, JournalCommand.self,
    ]

    /// Runs the command that was typed; a misspelt one gets a better answer than "unexpected argument".
    static func main() async {
        LostReport.failAtExit()
        let typed = Array(CommandLine.arguments.dropFirst())
        if let problem = foreignArgument ?? problem(with: typed) { exit(withError: ValidationError(problem)) }
        await main(typed)
    }

    /// Why the arguments cannot be taken as they were typed: bytes that are not UTF-8 would become other characters, in
    /// journals for ever.
    private static var foreignArgument: String? {
        let count = Int(CommandLine.argc)
        for index in 1..<max(count, 1) {
            guard let bytes = CommandLine.unsafeArgv[index], String(validatingCString: bytes) == nil else {
                continue
            }
            return "argument \(index) is not UTF-8: \(TerminalText.safe(String(cString: bytes)))"
        }
        return nil
    }

    private static func problem(with typed: [String]) -> String? {
        guard let first = typed.first else { return nil }
        let names = (files + desk).compactMap { $0.configuration.commandName }
        if first.hasPrefix("-") {
            guard !["--version", "--help", "-h"].contains(first), !first.contains("completion"),
                let command = typed.first(where: names.contains)
            else { return nil }
            let rest = typed.filter { $0 != command }.joined(separator: " ")
            return "options come after the command: `assay \(command) \(rest)`"
        }
        guard !names.contains(first), first != "help" else { return nil }
        let help = Suggestion.help(for: first, among: names) ?? "`assay --help` lists the commands"
        return "there is no command `\(first)`; \(help)"
    }
}
