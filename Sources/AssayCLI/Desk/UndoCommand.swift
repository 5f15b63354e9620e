import ArgumentParser
import Assay
import Diagnostics
import Editorial

struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Takes back the last line of a claim's journal, as long as nobody else has it.",
        discussion: """
            Only who wrote the line takes it back. A line that is committed, on whatever branch, that was stamped, or that \
            the site in _site shows, stays: others may have it. Only the last commit of your branch, if the desk made it of \
            this step and nobody else has it, is taken back with it. The command otherwise says what can be written instead.
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
        let author = try await room.person(person)
        do throws(Refusal) {
            Console.show(TerminalText.safe(try await room.undo(on: claim, by: author).sentence))
        } catch {
            throw CommandFailure(TerminalText.safe("\(error)"))
        }
    }
}
