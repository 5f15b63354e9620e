import ArgumentParser
import Diagnostics
import Editorial
import Files
import Newsroom

struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Mends journals.",
        subcommands: [RebaseCommand.self]
    )

    struct RebaseCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rebase",
            abstract: "Makes one journal of two branches that both wrote in it, and loses no event.",
            discussion: """
                The lines of the branch that comes second in the file are put after those of the first. Each keeps \
                what it followed before, so that its signature still holds. A half-written last line is taken away.
                """
        )

        @Argument(help: ArgumentHelp("The claim's id.", valueName: "claim"))
        var claim: String

        @OptionGroup var place: NewsroomPlace

        func run() throws {
            let folder = try place.folder()
            let path = Journal.path(of: claim)
            guard RecordID.problem(claim) == nil else { throw CommandFailure("`\(claim)` is no claim's id") }
            do {
                try folder.verify(folder: Journal.folder)
                let bytes = try folder.contents(of: path, limit: Journal.sizeLimit)
                let mended = try JournalRebase(claim, SourceFile(path: path, bytes: bytes))
                guard mended.bytes != bytes else {
                    Console.show(
                        "\(path): there is nothing to mend in its \(mended.lineCount) \(mended.lineCount == 1 ? "line" : "lines")"
                    )
                    return
                }
                try StoredFile.replace(folder.root + "/" + path, with: mended.bytes)
                let dropped = mended.droppedUnfinishedLine ? ", the unfinished last line taken away" : ""
                Console.show(
                    "\(path): mended; of its \(mended.lineCount) lines \(mended.movedCount) moved\(dropped)"
                )
            } catch {
                throw CommandFailure("`\(path)` cannot be mended: \(error)")
            }
        }
    }
}
