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
        // A remark changes nothing, and neither does another name.
        if event == .commented || event == .renamed { return .possible }
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
