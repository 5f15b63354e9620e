import ArgumentParser
import Assay
import Diagnostics

/// The program's entry point: the list of its commands, and the checks that come before any of them runs.
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
        version: Version.description,
        subcommands: files,
        groupedSubcommands: [
            CommandGroup(name: "Desk", subcommands: desk),
            CommandGroup(name: "Evidence", subcommands: evidence),
            CommandGroup(name: "Intake", subcommands: intake),
            CommandGroup(name: "Matching", subcommands: matching),
        ]
    )

    private static let files: [any ParsableCommand.Type] = [
        InitCommand.self, NewCommand.self, ServeCommand.self, CheckCommand.self, BuildCommand.self,
        RenameCommand.self, MergeCommand.self, LspCommand.self, ExplainCommand.self, SchemaCommand.self,
        ThemeCommand.self,
    ]

    private static let desk: [any ParsableCommand.Type] = [
        DeskCommand.self, AssignCommand.self, AskCommand.self, SubmitCommand.self, ReviewCommand.self,
        PublishCommand.self,
        CorrectCommand.self, RetractCommand.self, ReopenCommand.self, ReplyCommand.self,
        CommentCommand.self, StatusCommand.self, LogCommand.self, VerifyCommand.self, SignCommand.self,
        AdoptCommand.self, UndoCommand.self, ShareCommand.self, JournalCommand.self,
    ]

    private static let evidence: [any ParsableCommand.Type] = [
        CaptureCommand.self, WatchCommand.self, MementosCommand.self, StampCommand.self, ImpactCommand.self,
    ]

    private static let matching: [any ParsableCommand.Type] = [MatchCommand.self, CandidatesCommand.self]

    private static let intake: [any ParsableCommand.Type] = [
        ImportCommand.self, InboxCommand.self, AppearCommand.self, QueryCommand.self,
    ]

    /// Runs the typed command. A misspelt one is answered with the nearest name, not with "unexpected argument".
    static func main() async {
        LostReport.failAtExit()
        let typed = Array(CommandLine.arguments.dropFirst())
        if let problem = foreignArgument ?? problem(with: typed) { end(with: ValidationError(problem)) }
        do {
            var command = try parseAsRoot(typed)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// Prints an error's message and exits with its status: on standard output for a success such as `--help`, else on
    /// standard error.
    private static func end(with error: any Error) -> Never {
        let status = exitCode(for: error)
        let message = fullMessage(for: error)
        if !message.isEmpty {
            if status == .success { Console.show(message) } else { Console.warn(message) }
        }
        exit(withError: status)
    }

    /// The mistake of an argument that is not UTF-8; nil if all are. Swift would replace its bytes silently, and a journal
    /// would keep the replacement for ever.
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

    /// The mistake in a command's name or place; nil if the parser can take it from here.
    private static func problem(with typed: [String]) -> String? {
        guard let first = typed.first else { return nil }
        let names = (files + desk + evidence + intake + matching).compactMap { $0.configuration.commandName }
        if first.hasPrefix("-") {
            guard !["--version", "--help", "-h"].contains(first), !first.contains("completion"),
                let command = typed.first(where: names.contains)
            else { return nil }
            let rest = typed.filter { $0 != command }.joined(separator: " ")
            return "options come after the command: `assay \(command) \(rest)`"
        }
        let name = first == "help" ? typed.dropFirst().first { !$0.hasPrefix("-") } ?? first : first
        guard !names.contains(name), name != "help" else { return nil }
        let help = Suggestion.help(for: name, among: names) ?? "`assay --help` lists the commands"
        return "there is no command `\(name)`; \(help)"
    }
}
