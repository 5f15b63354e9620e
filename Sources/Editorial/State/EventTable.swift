/// A reason why something cannot be done now, and what to do instead.
package struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The reason, in one sentence without a full stop.
    package let reason: String
    /// The advice; nil if there is nothing to be done.
    package let help: String?

    /// Makes a refusal.
    package init(_ reason: String, help: String? = nil) {
        self.reason = reason
        self.help = help
    }

    /// The reason and the advice in one line.
    package var description: String { help.map { "\(reason); \($0)" } ?? reason }
}

/// The table of events and states: which event is possible when. `docs/editorial.md` shows it.
package enum EventTable {
    /// One cell of the table: an event in a state.
    package enum Entry: Hashable, Sendable {
        /// The event is possible.
        case possible
        /// The event is possible if readers see a verdict.
        case whenPublished
        /// The event is possible if something was published before, retracted or not.
        case whenPublishedBefore
        /// The event is not possible.
        case refused(Refusal)
    }

    /// The reason why an event is not possible in a state; nil if it is.
    package static func refusal(
        of event: JournalEvent.Kind,
        in state: ClaimState,
        _ standing: Standing
    ) -> Refusal? {
        switch entry(event, state) {
        case .possible: nil
        case .whenPublished:
            standing.publication == nil
                ? Refusal("readers see no verdict on this claim, so there is nothing to take back") : nil
        case .whenPublishedBefore:
            standing == .unpublished
                ? Refusal("nothing has been published on this claim", help: "`assay publish` publishes it")
                : nil
        case .refused(let refusal): refusal
        }
    }

    /// The table's cell for an event in a state.
    package static func entry(_ event: JournalEvent.Kind, _ state: ClaimState) -> Entry {
        if event == .commented { return .possible }
        if state == .retracted, event != .reopened {
            return .refused(
                Refusal("the verdict on this claim was retracted", help: "`assay reopen` takes it up again")
            )
        }
        switch event {
        case .assigned, .replyAsked, .replyReceived, .commented: return .possible
        case .submitted: return submission(state)
        case .adopted:
            if state == .draft { return .possible }
            return .refused(
                state == .unassigned || state == .assigned
                    ? Refusal("there is no verdict to take into the journal")
                    : Refusal(
                        "its journal goes on already: the claim is \(state.words)",
                        help: "`assay status` says what comes next"
                    )
            )
        case .signedOff, .changesRequested: return review(state)
        case .published: return publication(state)
        case .corrected:
            let entry = publication(state)
            return entry == .possible ? .whenPublishedBefore : entry
        case .retracted: return .whenPublished
        case .reopened:
            if state == .published || state == .retracted { return .possible }
            return .refused(
                state == .needsAnotherLook
                    ? Refusal(
                        "it is open for another look already",
                        help: "change the text, then `assay submit`"
                    )
                    : Refusal("there is nothing to reopen: the claim is \(state.words)")
            )
        }
    }

    private static func submission(_ state: ClaimState) -> Entry {
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

    private static func review(_ state: ClaimState) -> Entry {
        switch state {
        case .inReview, .changesRequested, .approved: .possible
        case .unassigned, .assigned: .refused(Refusal("there is no verdict to review"))
        case .draft, .needsAnotherLook:
            .refused(
                Refusal(
                    "nobody has asked for a review of this text, or it changed since",
                    help: "its author gives `assay submit`"
                )
            )
        case .published, .retracted:
            .refused(Refusal("this text is what readers see", help: "`assay reopen` the claim first"))
        }
    }

    private static func publication(_ state: ClaimState) -> Entry {
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
}
