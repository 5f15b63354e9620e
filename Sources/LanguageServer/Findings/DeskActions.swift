import Diagnostics
import Editorial
import LanguageProtocol
import Markdown
import Newsroom

/// Commands as code actions: what can be done with the record of a document, and records that are named and not there.
enum DeskActions {
    /// The kind of these actions: one of its own, so that no editor takes them for fixes that it may apply on saving.
    static let kind = "assay.desk"

    /// The actions for a range of a document.
    static func all(_ question: Question, _ range: Range<Int>) async -> [JSONValue] {
        let moment = await question.newsroom.moment()
        guard let newsroom = moment.newsroom else { return [] }
        let address = question.document.address
        var actions = missing(question.file, range, newsroom).map { space, id in
            action("Make the \(space.word) `\(id)`", command(for: space), address, ["id": .string(id)])
        }
        guard let key = RecordKey(path: question.file.path) else { return actions }
        let claim = newsroom.claims[
            key.kind == .verdict ? newsroom.verdicts[key.id]?.claim.value ?? "" : key.id
        ]
        if key.kind == .claim || key.kind == .verdict, let claim {
            if newsroom.verdict(on: claim) == nil,
                !newsroom.unreadable.contains(RecordKey(.verdict, claim.id))
            {
                let members: JSONValue = ["id": .string(claim.id), "from": .string(claim.id)]
                actions.append(action("Begin the verdict on `\(claim.id)`", .newVerdict, address, members))
            }
            if let known = moment.desk?.claims[claim.id] { actions += steps(known, address) }
            if let verdict = newsroom.verdict(on: claim),
                newsroom.isPublished(verdict, on: question.newsroom.today())
            {
                actions.append(action("Open the page of `\(claim.id)`", .openPage, address, [:]))
            }
        }
        return actions
    }

    /// The steps that are possible in a claim's state.
    private static func steps(_ claim: DeskClaim, _ address: String) -> [JSONValue] {
        guard claim.verdict != nil else { return [] }
        let id = claim.claim.id
        let possible: [(JournalEvent.Kind, String, EditorCommand)] = [
            (.submitted, "Submit `\(id)` for review", .submit),
            (.signedOff, "Review `\(id)`", .review),
            (.published, "Publish `\(id)`", .publish),
        ]
        return possible.compactMap { kind, title, command in
            guard EventTable.refusal(of: kind, in: claim.state, claim.history.standing) == nil else {
                return nil
            }
            return action(title, command, address, ["claim": .string(id)])
        }
    }

    /// The records that a range names, and that are not there.
    private static func missing(_ file: SourceFile, _ range: Range<Int>, _ newsroom: Newsroom) -> [(
        IDSpace, String
    )] {
        var seen: Set<RecordKey> = []
        return (NamedThing.all(in: file, newsroom) + citations(in: file)).compactMap { thing in
            guard let kind = thing.space.kind, thing.range.meets(range), command(for: thing.space) != .check,
                !newsroom.isKnown(RecordKey(kind, thing.id)), RecordID.problem(thing.id) == nil,
                kind != .source || newsroom.cited(thing.id) == nil,
                seen.insert(RecordKey(kind, thing.id)).inserted
            else { return nil }
            return (thing.space, thing.id)
        }
    }

    /// The citations in brackets: what they name is a source, as long as there is nothing of its name.
    private static func citations(in file: SourceFile) -> [NamedThing] {
        guard let lines = FieldLines(file), RecordKey(path: file.path)?.kind != .article else { return [] }
        return MarkdownDocument(file, range: lines.body).citationGroups { _ in false }.flatMap(\.citations)
            .map { citation in
                let id = RecordID.normalised(citation.id)
                return NamedThing(space: .record(.source), id: id, range: citation.range)
            }
    }

    /// The command that makes a record; `check` where there is none.
    private static func command(for space: IDSpace) -> EditorCommand {
        EditorCommand.allCases.first { $0.madeKind == space.kind && $0.madeKind != nil } ?? .check
    }

    private static func action(
        _ title: String,
        _ command: EditorCommand,
        _ address: String,
        _ more: JSONValue
    ) -> JSONValue {
        var members: [JSONValue.Member] = [.init("uri", .string(address))]
        if case .object(let others) = more { members += others }
        return [
            "title": .string(title), "kind": .string(kind),
            "command": [
                "title": .string(title), "command": .string(command.rawValue),
                "arguments": [.object(members)],
            ],
        ]
    }
}
