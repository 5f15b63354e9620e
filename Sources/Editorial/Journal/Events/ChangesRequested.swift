import Digests

/// A reviewer wants a text changed.
struct ChangesRequested: EventContent {
    static let kind = JournalEvent.Kind.changesRequested

    let digest: Digest
    let note: String

    static func entry(in state: ClaimState) -> EventTable.Entry { EventTable.review(in: state) }

    static func remedy(for claim: String) -> String {
        "`assay review \(claim) --approve RULING` says that it is good now"
    }

    var members: EventMembers { EventMembers(digest: digest, note: note) }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {
        history.forgetReviews(by: line.author)
        history.changeRequests.append(
            ChangeRequest(reviewer: line.author, digest: digest, time: line.time, note: note)
        )
    }
}

extension ChangesRequested {
    init(_ line: inout LineFields) throws(LineProblem) {
        digest = try line.digest(.digest)
        note = try line.text(.note)
    }
}

extension JournalEvent {
    /// A reviewer wants a text changed.
    package static func changesRequested(_ digest: Digest, note: String) -> JournalEvent {
        JournalEvent(ChangesRequested(digest: digest, note: note))
    }
}
