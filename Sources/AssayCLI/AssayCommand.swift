import ArgumentParser
import Assay

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
        subcommands: [
            InitCommand.self, NewCommand.self, ServeCommand.self, CheckCommand.self, BuildCommand.self,
            ExplainCommand.self, SchemaCommand.self,
        ],
        groupedSubcommands: [
            CommandGroup(
                name: "Desk",
                subcommands: [
                    AssignCommand.self, SubmitCommand.self, ReviewCommand.self, PublishCommand.self,
                    CorrectCommand.self, RetractCommand.self, ReopenCommand.self, ReplyCommand.self,
                    CommentCommand.self, StatusCommand.self, LogCommand.self, VerifyCommand.self,
                    JournalCommand.self,
                ]
            )
        ]
    )
}
