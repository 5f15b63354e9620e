import Digests

/// A reviewer approved a text, with the ruling that they come to themselves.
struct SignedOff: EventContent {
    static let kind = JournalEvent.Kind.signedOff
    static let vouchesForText = true
    static let concernsReaders = true

    let digest: Digest
    let ruling: String
    let note: String?

    static func entry(in state: ClaimState) -> EventTable.Entry { EventTable.review(in: state) }

    static func remedy(for claim: String) -> String {
        "take your approval back with `assay review \(claim) --request-changes TEXT`"
    }

    var members: EventMembers { EventMembers(digest: digest, ruling: ruling, note: note) }

    func details(_ visibility: RulingVisibility) -> String {
        switch visibility {
        case .shown: " \(digest.short) \(ruling)"
        case .afterOwnRuling: " \(digest.short) (ruling shown when yours is in, or published)"
        case .afterVotes: " \(digest.short) (ruling shown when the votes are in)"
        }
    }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {
        history.forgetReviews(by: line.author)
        history.signOffs.append(
            SignOff(
                reviewer: line.author,
                name: line.name,
                digest: digest,
                ruling: ruling,
                time: line.time,
                isSigned: isSigned,
                note: note
            )
        )
    }
}

extension SignedOff {
    init(_ line: inout LineFields) throws(LineProblem) {
        digest = try line.digest(.digest)
        ruling = try line.text(.ruling)
        note = line.optionalText(.note)
    }
}

extension JournalEvent {
    /// A reviewer approved a text, with the ruling that they come to themselves.
    package static func signedOff(_ digest: Digest, ruling: String, note: String?) -> JournalEvent {
        JournalEvent(SignedOff(digest: digest, ruling: ruling, note: note))
    }
}
