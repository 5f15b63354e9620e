import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Files

struct ShareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "share",
        abstract: "Takes in what others did, and gives them what you did, with your own git.",
        discussion: """
            Commits the desk's steps that are in no commit, fetches, merges and pushes the branch that is checked out, and \
            says what came and what went. Journals merge by themselves. Where you and others changed the same place of a \
            text, nothing is changed and nothing pushed, and the command says what to do. Other files that you changed stay \
            here until they are submitted or committed.
            """
    )

    @OptionGroup var place: NewsroomPlace

    @Flag(help: "Only show what others do not have yet; asks no other computer.")
    var dryRun = false

    func run() async throws {
        let room = try await DeskRoom.open(place)
        let mayAsk = ProgramSurroundings.hasTerminal
        do throws(Refusal) {
            if dryRun {
                let unshared = try await room.sharing(mayAsk: false).unshared()
                let head = unshared.sentence ?? "others have every step of yours"
                Console.show(([head] + unshared.steps.map { "  \($0.words)" }).joined(separator: "\n"))
                return
            }
            let committed = try await room.commitLeftSteps(mayAsk: mayAsk)
            for step in committed { Console.show("committed: \(step.words)") }
            Console.show(try await room.sharing(mayAsk: mayAsk).share().lines.joined(separator: "\n"))
        } catch {
            throw CommandFailure(TerminalText.safe("\(error)"))
        }
    }
}
