import Digests
import Newsroom

/// What readers had of a verdict before its journal began: it was published by its day, and nobody signed it off.
package struct Adoption: Hashable, Sendable {
    /// The text.
    package let digest: Digest
    /// Its ruling.
    package let ruling: String
    /// Since when readers have had it.
    package let published: CalendarDate
    /// When it was last changed for them; nil when it never was.
    package let updated: CalendarDate?
    /// The profiles that the verdict named as its reviewers, parted by commas; nil for none.
    package let reviewers: String?
    /// What was said with it.
    package let note: String?

    /// Makes an adoption.
    package init(
        digest: Digest,
        ruling: String,
        published: CalendarDate,
        updated: CalendarDate? = nil,
        reviewers: String? = nil,
        note: String? = nil
    ) {
        self.digest = digest
        self.ruling = ruling
        self.published = published
        self.updated = updated
        self.reviewers = reviewers
        self.note = note
    }
}

extension Adoption: EventContent {
    static let kind = JournalEvent.Kind.adopted
    static let putsBeforeReaders = true
    static let concernsReaders = true

    static func entry(in state: ClaimState) -> EventTable.Entry {
        if state == .draft { return .possible }
        return .refused(
            state == .unassigned || state == .assigned
                ? Refusal("there is no verdict to take into the journal")
                : Refusal(
                    "its journal goes on already: the claim is \(state.words)",
                    help: "`assay status` says what comes next"
                )
        )
    }

    static func remedy(for claim: String) -> String { Published.remedy(for: claim) }

    init(_ line: inout LineFields) throws(LineProblem) {
        digest = try line.digest(.digest)
        ruling = try line.text(.ruling)
        published = try line.day(.published)
        updated = try line.optionalDay(.updated)
        reviewers = line.optionalText(.reviewers)
        note = line.optionalText(.note)
    }

    var members: EventMembers {
        EventMembers(
            digest: digest,
            ruling: ruling,
            published: published,
            updated: updated,
            reviewers: reviewers,
            note: note
        )
    }

    func details(_ visibility: RulingVisibility) -> String {
        " \(digest.short) \(ruling), published on \(published)"
    }

    func mismatch(with history: ClaimHistory) -> Refusal? {
        guard
            history.submission != nil || !history.signOffs.isEmpty || !history.changeRequests.isEmpty
        else { return nil }
        return Refusal("its text was submitted for review", help: "go on with the review")
    }

    func apply(to history: inout ClaimHistory, _ line: JournalLine, isSigned: Bool) {
        history.publish(digest, ruling, line, adoption: self)
    }
}

extension JournalEvent {
    /// A text that readers had before journals were kept was taken into the journal.
    package static func adopted(_ adoption: Adoption) -> JournalEvent { JournalEvent(adoption) }
}
