import Assay
import Diagnostics
import Editorial
import Files
import Newsroom

/// Steps at the desk, by the code of the commands `assay submit`, `review`, `publish` and `comment`.
extension LanguageServer {
    /// Does a step on the claim of a document, and says what came of it.
    func actAtDesk(
        _ command: EditorCommand,
        _ arguments: CommandArguments,
        _ newsroom: ServedNewsroom
    ) async throws -> JSONValue {
        let id = try await claim(arguments, newsroom)
        try refuseUnsaved(newsroom)
        let room = try await DeskRoom.open(newsroom.folder, clock: surroundings.clock, claim: id)
        let person = try await room.person(arguments.text("as"))
        let note = arguments.text("note")
        if let note, let problem = NoteText.problem(note) { throw Refusal("the note \(problem)") }
        let action: DeskAction
        switch command {
        case .review:
            guard let decision = try await decision(arguments, id, person, room) else { return .null }
            action = decision
        case .publish: action = .publish
        case .comment:
            guard let note else {
                throw Refusal("there is no remark", help: "give the command one as `note`")
            }
            action = .comment(note: note)
        default: action = .submit(note: note)
        }
        // Whoever took the request back while a question stood open wants nothing written.
        try Task.checkCancellation()
        let step: DeskStep
        do throws(DeskStop) {
            step = try await room.perform(action, on: id, by: person, key: arguments.text("key"))
        } catch {
            throw Refusal(Self.words(of: error))
        }
        await newsroom.note([.file(Journal.path(of: id))])
        let simple = room.simpleModeNote.map { "\n" + $0 } ?? ""
        show(step.sentence + simple, .information)
        return ["claim": .string(id), "state": .string(step.state.words)]
    }

    /// The claim that a command is about.
    private func claim(_ arguments: CommandArguments, _ newsroom: ServedNewsroom) async throws -> String {
        if let typed = arguments.text("claim") { return RecordID.normalised(typed) }
        switch record(arguments, newsroom) {
        case .some(let key) where key.kind == .claim: return key.id
        case .some(let key) where key.kind == .verdict:
            guard let verdict = await newsroom.moment().newsroom?.verdicts[key.id] else {
                throw Refusal("the verdict `\(key.id)` cannot be read", help: "put its errors right first")
            }
            return verdict.claim.value
        default:
            throw Refusal(
                "it is not clear which claim is meant",
                help: "open the claim or its verdict, or give the command its id as `claim`"
            )
        }
    }

    /// Refuses to sign texts of which the editor has others.
    private func refuseUnsaved(_ newsroom: ServedNewsroom) throws(Refusal) {
        let unsaved = documents.all.values.filter { document in
            guard document.newsroom === newsroom else { return false }
            let saved = try? newsroom.folder.contents(of: document.file.path, limit: OpenDocuments.sizeLimit)
            return saved != document.written.bytes
        }
        guard let first = unsaved.map(\.file.path).min() else { return }
        let others = unsaved.count == 1 ? "" : " and \(unsaved.count - 1) more"
        throw Refusal(
            "\(first)\(others) is not saved",
            help: "save it first: the desk signs what is on the disk"
        )
    }

    /// A reviewer's decision: that of the command's arguments, or the choice that they make after a look at the changes.
    /// - Returns: nil if they only looked.
    private func decision(
        _ arguments: CommandArguments,
        _ id: String,
        _ reviewer: String,
        _ room: DeskRoom
    ) async throws -> DeskAction? {
        let note = arguments.text("note")
        if let ruling = arguments.text("approve") { return .approve(ruling: ruling, note: note) }
        if let changes = arguments.text("changes") {
            if let problem = NoteText.problem(changes) { throw Refusal("what is to be changed \(problem)") }
            return .requestChanges(note: changes)
        }
        let claim = try room.claim(id)
        let sheet = ReviewSheet(
            claim,
            for: reviewer,
            in: room.newsroom,
            VersionStore(room.folder),
            state: try room.state(of: claim)
        )
        let text = sheet.lines.joined(separator: "\n")
        let rulings = room.newsroom.settings.scale.all
        let possible = try? claim.event(
            for: .approve(ruling: claim.verdict?.ruling.value ?? "", note: nil),
            by: reviewer,
            in: room.newsroom,
            earlier: nil,
            at: room.clock.now()
        )
        guard possible != nil else {
            show(text, .information)
            return nil
        }
        // Reviewers come to a ruling of their own, so that none of them is offered first.
        let question =
            "\(text)\n\nWhich ruling do you come to? To ask for changes: assay review \(id) --request-changes \"…\""
        let titles = rulings.map { "Sign off: \($0.label)" }
        guard let chosen = await choice(question, among: titles), let place = titles.firstIndex(of: chosen)
        else {
            return nil
        }
        return .approve(ruling: rulings[place].id, note: note)
    }

    /// The reason why a step was not done, with the first errors where it is errors.
    private static func words(of stop: DeskStop) -> String {
        guard case .errors(_, _, let report) = stop else { return "\(stop)" }
        let places = report.diagnostics.prefix(5).map { finding in
            let place = finding.span.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
            return "\n  - \(place)\(finding.message)"
        }
        return "\(stop)" + places.joined()
    }
}
