import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Files

struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Takes back the last line of a claim's journal, as long as git does not have it.",
        discussion: """
            Only who wrote the line takes it back. A line that is committed, on whatever branch, that was stamped, or that \
            the site in _site shows, stays: others may have it. The command then says what can be written instead.
            """
    )

    @Argument(help: ArgumentHelp("The claim's id.", valueName: "claim"), completion: .claims)
    var claim: String

    @OptionGroup var place: NewsroomPlace

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Your profile; the one with git's user.email if left out.", valueName: "profile"),
        completion: .profiles
    )
    var person: String?

    func run() async throws {
        let room = try await DeskRoom.open(place, claim: claim)
        let claim = try room.claim(claim)
        let author = try await room.person(person)
        let site = try? FileTree(root: room.folder.root + "/_site")
        do throws(Refusal) {
            let done = try await JournalUndo(claim, in: room.folder).undo(by: author, published: site)
            let after = DeskClaim(claim.claim, done.journal, in: room.newsroom)
            let line = "took back \(done.line.event.kind.words) of \(done.line.time) by \(author)"
            let state = (try? room.state(of: after)) ?? after.state
            Console.show(TerminalText.safe("\(claim.claim.id): \(line); now \(state.words)"))
        } catch {
            throw CommandFailure(TerminalText.safe("\(claim.claim.id): \(error)"))
        }
    }
}
