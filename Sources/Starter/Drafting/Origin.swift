import Diagnostics
import Newsroom

/// A record whose drafts can start from other records: what drafting adds to the description of a kind.
protocol DraftedRecord: Record {
    /// What a draft can start from, the usual kind first.
    static var origins: [Origin] { get }
}

/// A kind of record that a draft can start from, and the values that such a record gives to the draft.
struct Origin: Sendable {
    /// The kind.
    let kind: RecordKind
    /// The fields of the draft that follow from a record.
    let values: @Sendable (any Record, Newsroom) -> [String: DraftValue]

    /// An origin of one kind: `Origin { (claim: Claim, newsroom) in ["claim": .text(claim.id)] }`.
    init<Element: Record>(_ values: @Sendable @escaping (Element, Newsroom) -> [String: DraftValue]) {
        kind = Element.kind
        self.values = { record, newsroom in (record as? Element).map { values($0, newsroom) } ?? [:] }
    }

    /// The kinds of origins that a draft of a kind can have.
    static func all(for kind: RecordKind) -> [Origin] {
        (kind.recordType as? any DraftedRecord.Type)?.origins ?? []
    }
}

extension Origin {
    /// The record that a draft starts from, with what it gives to the draft.
    struct Found {
        let record: any Record
        fileprivate let origin: Origin

        /// The fields of the draft that follow from the record.
        func values(in newsroom: Newsroom) -> [String: DraftValue] { origin.values(record, newsroom) }
    }

    /// Finds the record by id: `an-id`, or with its kind, `claim:an-id`.
    /// - Parameter findings: what is wrong with the newsroom's files.
    static func find(
        _ typed: String,
        for kind: RecordKind,
        in newsroom: Newsroom,
        findings: [Diagnostic]
    ) throws(DraftProblem) -> Found {
        let wanted = all(for: kind)
        guard !wanted.isEmpty else { throw .noOrigin(kind) }
        let named = wanted.first { typed.hasPrefix($0.kind.rawValue + ":") }
        let id = named.map { String(typed.dropFirst($0.kind.rawValue.count + 1)) } ?? typed
        let candidates = named.map { [$0] } ?? wanted
        let found = candidates.compactMap { origin in
            newsroom.record(RecordKey(origin.kind, id)).map { Found(record: $0, origin: origin) }
        }
        if found.count > 1 { throw .ambiguousOrigin(id, kinds: found.map(\.origin.kind)) }
        if let found = found.first { return found }
        let keys = candidates.map { RecordKey($0.kind, id) }
        if let key = keys.first(where: { newsroom.unreadable.contains($0) }) {
            throw .unreadableOrigin(key, reason: reason(key, findings))
        }
        if let other = RecordKind.allCases.first(where: { newsroom.contains(RecordKey($0, id)) }) {
            throw .wrongOrigin(RecordKey(other, id), wanted: wanted.map(\.kind), for: kind)
        }
        let kinds = candidates.map(\.kind)
        let known = kinds.flatMap { newsroom.ids(of: $0) }
        throw .unknownOrigin(id, kinds: kinds, suggestion: Suggestion.nearest(to: id, among: known))
    }

    /// The first error in a record's file, with its place.
    private static func reason(_ key: RecordKey, _ findings: [Diagnostic]) -> String? {
        for finding in findings where finding.severity == .error {
            if let span = finding.span, RecordKey(path: span.file) == key {
                return "\(finding.message) (\(span.file):\(span.line))"
            }
        }
        return nil
    }
}
