import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Files
import Newsroom

extension Correction.Kind: ExpressibleByArgument {}

/// The options of every command that writes into a journal.
struct DeskOptions: ParsableArguments {
    @OptionGroup var place: NewsroomPlace

    @OptionGroup var signer: SignerOptions

    @Flag(
        help:
            "Commit the step in git: its files and no others. With `commit: yes` in the policy each step is."
    )
    var commit = false

    @Flag(
        help:
            "Take in what others did before, commit the step, and give it to them afterwards, as `assay share` does."
    )
    var share = false

    /// The profile that was typed.
    var person: String? { signer.person }
    /// The path of the key that was typed.
    var key: String? { signer.key }

    /// Reads the newsroom, with what others did if `--share` asks for that.
    /// - Parameter claims: the claims that the command is about; of a single one only its journal is read.
    func room(for claims: [String] = []) async throws -> DeskRoom {
        if share {
            let sharing = Sharing(
                of: try place.folder().root,
                mayAsk: ProgramSurroundings.hasTerminal
            )
            do throws(Refusal) {
                let report = try await sharing.share()
                if !report.came.isEmpty || !report.filesThatCame.isEmpty {
                    Console.warn(report.lines(ofWhatCame: true).joined(separator: "\n"))
                }
            } catch {
                throw CommandFailure("nothing was done: \(error)")
            }
        }
        return try await DeskRoom.open(place, claim: claims.count == 1 ? claims.first : nil)
    }

    /// Gives others what was done.
    func shareAfterwards(_ room: DeskRoom) async throws {
        do throws(Refusal) {
            let report = try await room.sharing(mayAsk: ProgramSurroundings.hasTerminal).share()
            Console.warn("shared with \(report.upstream)")
        } catch {
            throw CommandFailure("the step is done and committed, and not shared: \(error)")
        }
    }

    /// Refuses a blank text, and one that a journal cannot hold, before anything is read or written.
    /// - Parameter name: the text's purpose, as the start of a sentence: `--note`, `a remark`.
    static func require(_ text: String, _ name: String) throws {
        guard !NoteText.isBlank(text) else {
            throw ValidationError(
                "\(name) is blank; say it in words, because it stays in the journal as it is"
            )
        }
        if let problem = NoteText.problem(text) { throw ValidationError("\(name) \(problem)") }
    }

    /// Writes an action into the journals of claims and prints where they stand then: into all of them, or into none if one
    /// of them refuses it.
    func perform(_ action: DeskAction, on ids: [String]) async throws {
        let room = try await room(for: ids)
        try await perform(action, on: ids, in: room, by: try await room.person(person))
    }

    /// Writes an action into the journals of claims, in a newsroom that is loaded already.
    func perform(_ action: DeskAction, on ids: [String], in room: DeskRoom, by author: String) async throws {
        let round: DeskRound
        do throws(DeskStop) {
            round = try await room.perform(
                action,
                onAll: ids,
                by: author,
                key: key,
                commits: commit || share ? true : nil,
                mayAsk: ProgramSurroundings.hasTerminal
            )
        } catch {
            throw Self.failure(error)
        }
        for step in round.steps { Console.show(step.sentence) }
        switch round.commit {
        case nil, .made(nil): break
        case .made(let id?): Console.warn("committed as \(id)")
        case .refused(let refusal): throw CommandFailure("\(refusal)")
        }
        if let stop = round.stop {
            throw Self.failure(stop, after: round.steps.count, of: ids.count)
        }
        if let note = room.simpleModeNote { Console.warn(note) }
        if share { try await shareAfterwards(room) }
    }

    private static func failure(_ stop: DeskStop, after done: Int = 0, of all: Int = 1) -> CommandFailure {
        if case .errors(_, _, let report) = stop { Console(format: .text, isQuiet: false).print(report) }
        let progress =
            done == 0 ? "" : "\n\(done) of \(all) claims were done, and stand; the others were not begun"
        return CommandFailure("\(stop)\(progress)")
    }
}
