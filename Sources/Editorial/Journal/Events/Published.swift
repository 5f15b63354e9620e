import Digests

/// A text became what readers see.
struct Published: EventContent {
    static let kind = JournalEvent.Kind.published
    static let vouchesForText = true
    static let putsBeforeReaders = true
    static let concernsReaders = true

    let digest: Digest
    let ruling: String

    static func entry(in state: ClaimState) -> EventTable.Entry {
        switch state {
        case .approved: .possible
        case .unassigned, .assigned: .refused(Refusal("there is no verdict to publish"))
        case .draft, .needsAnotherLook:
            .refused(
                Refusal("nobody has approved this text", help: "its author gives `assay submit` for review")
            )
        case .inReview:
            .refused(Refusal("the text is still in review", help: "`assay status` says what blocks it"))
        case .changesRequested:
            .refused(
                Refusal("a reviewer wants the text changed", help: "change it, and `assay submit` it again")
            )
        case .published, .retracted: .refused(Refusal("this text is what readers see already"))
        }
    }

    static func remedy(for claim: String) -> String {
        "`assay retract \(claim) --reason SENTENCE` takes the ruling back, or `assay correct` puts it right"
    }

    var members: EventMembers { EventMembers(digest: digest, ruling: ruling) }

    func details(_ visibility: RulingVisibility) -> String { " \(digest.short) \(ruling)" }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {
        history.publish(digest, ruling, line)
    }
}

extension Published {
    init(_ line: inout LineFields) throws(LineProblem) {
        digest = try line.digest(.digest)
        ruling = try line.text(.ruling)
    }
}

extension JournalEvent {
    /// A text became what readers see.
    package static func published(_ digest: Digest, ruling: String) -> JournalEvent {
        JournalEvent(Published(digest: digest, ruling: ruling))
    }
}
