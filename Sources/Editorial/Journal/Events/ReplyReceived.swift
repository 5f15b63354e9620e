/// A reply came.
struct ReplyReceived: EventContent {
    static let kind = JournalEvent.Kind.replyReceived
    static let changesClaim = false
    static let concernsReaders = true

    let profile: String
    let note: String?

    static func entry(in state: ClaimState) -> EventTable.Entry { .possible }

    static func remedy(for claim: String) -> String { Commented.remedy(for: claim) }

    var members: EventMembers { EventMembers(from: profile, note: note) }

    func details(_ visibility: RulingVisibility) -> String { " from \(profile)" }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {
        let open = history.replies.lastIndex { $0.profile == profile && $0.received == nil }
        let asked = open.flatMap { history.replies[$0].asked }
        let record = ReplyRecord(profile: profile, asked: asked, received: line.time, note: note)
        if let open { history.replies[open] = record } else { history.replies.append(record) }
    }
}

extension ReplyReceived {
    init(_ line: inout LineFields) throws(LineProblem) {
        profile = try line.text(.from)
        note = line.optionalText(.note)
    }
}

extension JournalEvent {
    /// A reply came.
    package static func replyReceived(from profile: String, note: String?) -> JournalEvent {
        JournalEvent(ReplyReceived(profile: profile, note: note))
    }
}
