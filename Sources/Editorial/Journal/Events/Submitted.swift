import Digests

/// A text is ready for review.
struct Submitted: EventContent {
    static let kind = JournalEvent.Kind.submitted
    static let vouchesForText = true

    let digest: Digest
    let note: String?

    static func entry(in state: ClaimState) -> EventTable.Entry {
        switch state {
        case .draft, .needsAnotherLook: .possible
        case .unassigned, .assigned:
            .refused(
                Refusal(
                    "there is no verdict on this claim",
                    help: "`assay new verdict ID --from CLAIM` begins one"
                )
            )
        case .changesRequested:
            .refused(
                Refusal(
                    "a reviewer wants this text changed, and nothing in it has changed",
                    help: "change it first; or the reviewer thinks again and gives `assay review --approve`"
                )
            )
        case .inReview, .approved:
            .refused(Refusal("this text was submitted already", help: "reviewers go on with `assay review`"))
        case .published, .retracted:
            .refused(
                Refusal(
                    "this text is what readers see",
                    help: "change it, or `assay reopen` the claim to have it reviewed as it is"
                )
            )
        }
    }

    static func remedy(for claim: String) -> String {
        "change the text, and `assay submit \(claim)` it again"
    }

    var members: EventMembers { EventMembers(digest: digest, note: note) }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {
        history.forgetChangeRequests { _ in true }
        history.submission = Submission(digest: digest, author: line.author, time: line.time)
    }
}

extension Submitted {
    init(_ line: inout LineFields) throws(LineProblem) {
        digest = try line.digest(.digest)
        note = line.optionalText(.note)
    }
}

extension JournalEvent {
    /// A text is ready for review.
    package static func submitted(_ digest: Digest, note: String?) -> JournalEvent {
        JournalEvent(Submitted(digest: digest, note: note))
    }
}
