import ArgumentParser
import Diagnostics
import Editorial
import Files
import Newsroom

struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Mends and merges journals.",
        subcommands: [RebaseCommand.self, MergeJournalCommand.self]
    )

    struct RebaseCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rebase",
            abstract: "Makes one journal of two branches that both wrote in it, and loses no event.",
            discussion: """
                Lines that git's upstream branch has keep their places, and yours follow; without an upstream the lines \
                that come second in the file are put after those of the first. A moved line keeps its first predecessor in \
                `mended`, so its signature stays valid. A missing line feed at the end is put back, and a half-written \
                last line taken away.
                """
        )

        @Argument(help: ArgumentHelp("The claim's id.", valueName: "claim"), completion: .claims)
        var claim: String

        @OptionGroup var place: NewsroomPlace

        func run() async throws {
            let folder = try place.folder()
            let claim = RecordID.normalised(claim)
            guard RecordID.problem(claim) == nil else { throw CommandFailure("`\(claim)` is no claim's id") }
            do throws(Refusal) {
                Console.show(TerminalText.safe(try await JournalMending(claim, in: folder).mend()))
            } catch {
                throw CommandFailure(TerminalText.safe("\(error)"))
            }
        }
    }
}
