/// A remark.
struct Commented: EventContent {
    static let kind = JournalEvent.Kind.commented
    static let changesClaim = false

    let note: String

    static func entry(in state: ClaimState) -> EventTable.Entry { .possible }

    static func remedy(for claim: String) -> String {
        "say with `assay comment \(claim) TEXT` what was wrong"
    }

    var members: EventMembers { EventMembers(note: note) }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {}
}

extension Commented {
    init(_ line: inout LineFields) throws(LineProblem) { note = try line.text(.note) }
}

extension JournalEvent {
    /// A remark.
    package static func commented(note: String) -> JournalEvent { JournalEvent(Commented(note: note)) }
}
