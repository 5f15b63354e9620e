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

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Your profile; the one with git's user.email if left out.", valueName: "profile"),
        completion: .profiles
    )
    var person: String?

    @Option(
        help: ArgumentHelp(
            "Sign with this SSH key; git's user.signingKey if left out and the policy wants signatures.",
            valueName: "file"
        ),
        completion: .file()
    )
    var key: String?

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

    /// Writes an action into a claim's journal and prints where the claim stands then.
    func perform(_ action: DeskAction, on id: String) async throws {
        let room = try await DeskRoom.open(place, claim: id)
        let author = try await room.person(person)
        try await perform(action, on: id, in: room, by: author)
    }

    /// Writes an action into a claim's journal, in a newsroom that is loaded already.
    func perform(_ action: DeskAction, on id: String, in room: DeskRoom, by author: String) async throws {
        do throws(DeskStop) {
            let step = try await room.perform(action, on: id, by: author, key: key)
            Console.show(step.sentence)
        } catch {
            if case .errors(_, _, let report) = error { Console(format: .text, isQuiet: false).print(report) }
            throw CommandFailure("\(error)")
        }
        if let note = room.simpleModeNote { Console.warn(note) }
    }
}
