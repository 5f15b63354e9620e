/// Someone is to work on the claim.
struct Assigned: EventContent {
    static let kind = JournalEvent.Kind.assigned

    let profile: String
    let note: String?

    static func entry(in state: ClaimState) -> EventTable.Entry { .possible }

    static func remedy(for claim: String) -> String {
        "give the claim to someone else with `assay assign \(claim) PROFILE`"
    }

    var members: EventMembers { EventMembers(to: profile, note: note) }

    func details(_ visibility: RulingVisibility) -> String { " to \(profile)" }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {
        history.assignee = profile
        history.assigned = line.time
    }
}

extension Assigned {
    init(_ line: inout LineFields) throws(LineProblem) {
        profile = try line.text(.to)
        note = line.optionalText(.note)
    }
}

extension JournalEvent {
    /// Someone is to work on the claim.
    package static func assigned(to profile: String, note: String?) -> JournalEvent {
        JournalEvent(Assigned(profile: profile, note: note))
    }
}
