/// A reviewer was asked to review the text.
struct Asked: EventContent {
    static let kind = JournalEvent.Kind.asked
    static let changesClaim = false

    let profile: String
    let note: String?

    static func entry(in state: ClaimState) -> EventTable.Entry {
        switch state {
        case .inReview, .changesRequested, .approved: .possible
        case .unassigned, .assigned:
            .refused(
                Refusal(
                    "there is no verdict to review yet",
                    help: "`assay assign` gives the claim to who writes it"
                )
            )
        case .draft, .needsAnotherLook:
            .refused(
                Refusal("this text was not submitted, or it changed since", help: "`assay submit` it first")
            )
        case .published, .retracted:
            .refused(Refusal("this text is what readers see", help: "`assay reopen` the claim first"))
        }
    }

    static func remedy(for claim: String) -> String {
        "ask somebody else too, with `assay ask \(claim) PROFILE`"
    }

    var members: EventMembers { EventMembers(to: profile, note: note) }

    func details(_ visibility: RulingVisibility) -> String { " \(profile) for a review" }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {
        history.reviewRequests.removeAll { $0.reviewer == profile }
        history.reviewRequests.append(
            ReviewRequest(reviewer: profile, by: line.author, time: line.time, note: note)
        )
    }
}

extension Asked {
    init(_ line: inout LineFields) throws(LineProblem) {
        profile = try line.text(.to)
        note = line.optionalText(.note)
    }
}

extension JournalEvent {
    /// A reviewer was asked to review the text.
    package static func asked(_ profile: String, note: String?) -> JournalEvent {
        JournalEvent(Asked(profile: profile, note: note))
    }
}
