/// The claim got another id. What was signed stands, because journals and judged texts go by the first one.
struct Renamed: EventContent {
    static let kind = JournalEvent.Kind.renamed
    static let changesClaim = false

    /// The id before.
    let from: String
    /// The id afterwards.
    let to: String
    let note: String?

    static func entry(in state: ClaimState) -> EventTable.Entry { .possible }

    static func remedy(for claim: String) -> String {
        "`assay rename claim \(claim) ID` gives it yet another id, or the old one back"
    }

    var members: EventMembers { EventMembers(to: to, from: from, note: note) }

    func details(_ visibility: RulingVisibility) -> String { " from \(from) to \(to)" }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {}
}

extension Renamed {
    init(_ line: inout LineFields) throws(LineProblem) {
        to = try line.text(.to)
        from = try line.text(.from)
        note = line.optionalText(.note)
    }
}

extension JournalEvent {
    /// The claim got another id.
    package static func renamed(from old: String, to new: String, note: String?) -> JournalEvent {
        JournalEvent(Renamed(from: old, to: new, note: note))
    }

    /// The ids before and after a rename; nil for other events.
    package var renaming: (from: String, to: String)? { (content as? Renamed).map { ($0.from, $0.to) } }
}
