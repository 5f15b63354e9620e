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
        let claim = try room.claim(id)
        if action.kind.vouchesForText { try await room.requireNoErrors(on: claim, before: action.kind) }
        let pen = try await pen(for: author, in: room)
        let line: JournalLine
        do throws(DeskRefusal) {
            line = try await pen.write(action, on: claim, in: room.newsroom)
        } catch {
            throw CommandFailure("\(id): \(error)")
        }
        let state = try room.state(of: claim.appending(line, in: room.newsroom))
        let signed = line.signature == nil ? "" : " with a signature"
        Console.show("\(id): \(line.event.kind.words) by \(author)\(signed); now \(state.words)")
        if room.newsroom.settings.policy.mode == .simple { Console.warn(Self.simpleMode) }
    }

    /// The pen of someone, with their key.
    func pen(for author: String, in room: DeskRoom) async throws -> DeskPen {
        var signingKey = key.map(SigningKey.init)
        if signingKey == nil, room.newsroom.settings.policy.signatures == .required {
            signingKey = await GitIdentity.signingKey(in: room.folder.root)
        }
        return DeskPen(room.folder, author: author, time: try DeskRoom.now(), key: signingKey)
    }

    /// The note after each journal command in a newsroom with `mode: simple`, where journals decide nothing.
    private static let simpleMode =
        "note: journals decide nothing yet: the policy in \(SiteSettings.path) has no `mode: newsroom`, so a verdict "
        + "is published by its day in `published`"
}
