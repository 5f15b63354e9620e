import Diagnostics

/// One checkable statement, in the newsroom's neutral words, with its claimant.
package final class Claim: DecodableRecord {
    /// The id: the file's name without `.md`.
    package let id: String
    /// The file of the record.
    package let file: SourceFile
    /// The byte range of the Markdown body in the file.
    package let body: Range<Int>

    /// The statement that is rated.
    package let statement: Located<String>
    /// The profile ids of those who made the claim.
    package let claimants: [Located<String>]
    /// The time at which the claim was made; nil if unknown.
    package let stated: Located<DateSpan>?
    /// The ids of its topics.
    package let topics: [Located<String>]
    /// The occasions on which the claim was made.
    package let appearances: [Appearance]
    /// The media that are the claim, or part of it: a picture that was shared with words.
    package let shownIn: [MediumOccasion]
    /// The dated history around the claim.
    package let timeline: [TimelineEvent]
    /// The ids of related claims.
    package let related: [Located<String>]
    /// The reason why the newsroom chose to check it.
    package let chosen: Located<String>?

    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let statement = fields.text("statement")
        let claimants = fields.texts("claimant")
        stated = fields.span("stated")
        topics = fields.texts("topics")
        let occasions = fields.groups("appearances", owner: "an appearance") { Occasion(&$0) }
        appearances = occasions.compactMap(\.appearance)
        shownIn = occasions.compactMap(\.medium)
        timeline = fields.groups("timeline", owner: "an event") { TimelineEvent(&$0) }
        related = fields.texts("related")
        chosen = fields.text("chosen")
        guard let statement, !claimants.isEmpty else { return nil }
        self.id = id
        self.file = file
        self.body = body
        self.statement = statement
        self.claimants = claimants
    }

    /// A copy of the claim with other words: the approved ones in the place of the file's.
    package init(
        _ claim: Claim,
        file: SourceFile,
        body: Range<Int>,
        statement: Located<String>,
        claimants: [Located<String>],
        stated: Located<DateSpan>?,
        topics: [Located<String>],
        appearances: [Appearance],
        shownIn: [MediumOccasion],
        timeline: [TimelineEvent],
        related: [Located<String>],
        chosen: Located<String>?
    ) {
        id = claim.id
        self.file = file
        self.body = body
        self.statement = statement
        self.claimants = claimants
        self.stated = stated
        self.topics = topics
        self.appearances = appearances
        self.shownIn = shownIn
        self.timeline = timeline
        self.related = related
        self.chosen = chosen
    }
}

/// One dated occasion on which a claim was made: the article, the exact quote and the speaker.
package struct Appearance: Hashable, Sendable {
    /// The claimant's act on one occasion.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Made the claim.
        case stated
        /// Made the claim again, or somebody else did.
        case repeated
        /// Took the claim back, wholly or in part.
        case walkedBack = "walked-back"
        /// Denied the claim.
        case denied
    }
    /// The article's id.
    package let article: Located<String>
    /// The exact words: `exact` of a TextQuoteSelector (W3C Web Annotation).
    package let quote: Located<String>
    /// The words before, if the quote occurs more than once: `prefix` of the selector.
    package let prefix: Located<String>?
    /// The words after, if the quote occurs more than once: `suffix` of the selector.
    package let suffix: Located<String>?
    /// The claimant's act.
    package let kind: Kind
    /// The profile id of the speaker, if not the claimant.
    package let by: Located<String>?
    /// The place in the article, such as `P4`.
    package let locator: String?
    /// The date of the occasion, if it differs from the claim's.
    package let date: Located<DateSpan>?

    /// Makes an appearance.
    package init(
        article: Located<String>,
        quote: Located<String>,
        prefix: Located<String>?,
        suffix: Located<String>?,
        kind: Kind,
        by: Located<String>?,
        locator: String?,
        date: Located<DateSpan>?
    ) {
        self.article = article
        self.quote = quote
        self.prefix = prefix
        self.suffix = suffix
        self.kind = kind
        self.by = by
        self.locator = locator
        self.date = date
    }
}

/// A dated event in a claim's history.
package struct TimelineEvent: Hashable, Sendable {
    /// The time of the event.
    package let date: Located<DateSpan>
    /// The event, in one sentence.
    package let text: Located<String>
    /// The ids of the sources that show it.
    package let sources: [Located<String>]

    /// Makes an event.
    package init(date: Located<DateSpan>, text: Located<String>, sources: [Located<String>]) {
        self.date = date
        self.text = text
        self.sources = sources
    }
}
