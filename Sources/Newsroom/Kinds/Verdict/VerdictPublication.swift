/// What readers are told of a verdict's publication: its days, who reviewed it, who was asked for a reply.
///
/// A verdict's file says it (`Verdict.written`). In newsroom mode the journal of its claim does, and the newsroom has that beside
/// the verdict: `Newsroom.publication(of:)` is what counts.
package struct VerdictPublication: Hashable, Sendable {
    /// The day of publication; nil for a draft.
    package let published: Located<CalendarDate>?
    /// The day of the last change for readers.
    package let updated: Located<CalendarDate>?
    /// The profiles of those who reviewed it.
    package let reviewers: [Located<String>]
    /// Who was asked, and what they answered.
    package let replies: [Reply]
    /// Whether readers were told that it was taken back, and nothing was published since: only a journal knows.
    package let isRetracted: Bool

    /// Puts together what readers are told.
    package init(
        published: Located<CalendarDate>?,
        updated: Located<CalendarDate>?,
        reviewers: [Located<String>],
        replies: [Reply],
        isRetracted: Bool = false
    ) {
        self.published = published
        self.updated = updated
        self.reviewers = reviewers
        self.replies = replies
        self.isRetracted = isRetracted
    }

    /// The day of the last change that readers saw; nil for a draft.
    package var lastChanged: CalendarDate? {
        published.map { max($0.value, updated?.value ?? $0.value) }
    }
}

extension Newsroom {
    /// Whether a verdict is published on a day.
    package func isPublished(_ verdict: Verdict, on day: CalendarDate) -> Bool {
        publication(of: verdict).published.map { $0.value <= day } ?? false
    }
}
