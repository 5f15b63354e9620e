/// Why something cannot be done now, and what to do.
package struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why, in one sentence without a full stop.
    package let reason: String
    /// What to do; nil when there is nothing to be done.
    package let help: String?

    /// Makes a refusal.
    package init(_ reason: String, help: String? = nil) {
        self.reason = reason
        self.help = help
    }

    /// Both in one line.
    package var description: String { help.map { "\(reason); \($0)" } ?? reason }
}

/// Which events are possible in which states. `docs/editorial.md` shows it as a table.
package enum EventTable {
    /// What the table says of an event in a state.
    package enum Entry: Hashable, Sendable {
        /// It is possible.
        case possible
        /// It is possible when readers see a verdict.
        case whenPublished
        /// It is possible when something was published before, retracted or not.
        case whenPublishedBefore
        /// It is not possible.
        case refused(Refusal)
    }

    /// Why an event is not possible in a state; nil when it is.
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

    /// What the table says.
    package static func entry(_ event: JournalEvent.Kind, _ state: ClaimState) -> Entry {
        if event == .commented { return .possible }
        if state == .retracted, event != .reopened {
            return .refused(
                Refusal("the verdict on this claim was retracted", help: "`assay reopen` takes it up again")
            )
        }
        return event.content.entry(in: state)
    }

    /// Whether a reviewer can say what they think of the text.
    static func review(in state: ClaimState) -> Entry {
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
}
