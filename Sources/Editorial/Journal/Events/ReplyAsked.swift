/// Someone was asked for a reply.
struct ReplyAsked: EventContent {
    static let kind = JournalEvent.Kind.replyAsked
    static let changesClaim = false
    static let concernsReaders = true

    let profile: String
    let note: String?

    static func entry(in state: ClaimState) -> EventTable.Entry { .possible }

    static func remedy(for claim: String) -> String { Commented.remedy(for: claim) }

    var members: EventMembers { EventMembers(from: profile, note: note) }

    func details(_ visibility: RulingVisibility) -> String { " from \(profile)" }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {
        history.replies.append(
            ReplyRecord(profile: profile, asked: line.time, received: nil, note: note)
        )
    }
}

extension ReplyAsked {
    init(_ line: inout LineFields) throws(LineProblem) {
        profile = try line.text(.from)
        note = line.optionalText(.note)
    }
}

extension JournalEvent {
    /// Someone was asked for a reply.
    package static func replyAsked(from profile: String, note: String?) -> JournalEvent {
        JournalEvent(ReplyAsked(profile: profile, note: note))
    }
}
