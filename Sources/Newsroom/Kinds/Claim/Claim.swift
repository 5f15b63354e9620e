import Diagnostics

/// One checkable statement, in the newsroom's neutral words, with its claimant.
package final class Claim: DecodableRecord {
    /// The file's base name.
    package let id: String
    /// The file.
    package let file: SourceFile
    /// The bytes of the Markdown body in the file.
    package let body: Range<Int>

    /// The claim as it is rated.
    package let statement: Located<String>
    /// The profiles of those who made it.
    package let claimants: [Located<String>]
    /// When it was made.
    package let stated: Located<DateSpan>?
    /// Topic ids.
    package let topics: [Located<String>]
    /// The occasions on which it was made.
    package let appearances: [Appearance]
    /// Its dated history.
    package let timeline: [TimelineEvent]
    /// Related claims.
    package let related: [Located<String>]
    /// Why the newsroom chose to check it.
    package let chosen: Located<String>?

    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let statement = fields.text("statement")
        let claimants = fields.texts("claimant")
        stated = fields.span("stated")
        topics = fields.texts("topics")
        appearances = fields.groups("appearances", owner: "an appearance") { Appearance(&$0) }
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

    /// A claim in other words than its file's: those that were approved.
    package init(
        _ claim: Claim,
        file: SourceFile,
        body: Range<Int>,
        statement: Located<String>,
        claimants: [Located<String>],
        stated: Located<DateSpan>?,
        topics: [Located<String>],
        appearances: [Appearance],
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
        self.timeline = timeline
        self.related = related
        self.chosen = chosen
    }
}

/// One dated occasion on which a claim was made: article, exact quote, who said it.
package struct Appearance: Hashable, Sendable {
    /// What the claimant did on this occasion.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Made the claim.
        case stated
        /// Made it again, or another did.
        case repeated
        /// Took it back, wholly or in part.
        case walkedBack = "walked-back"
        /// Denied it.
        case denied
    }
    /// The article's id.
    package let article: Located<String>
    /// The exact words: `exact` of a W3C TextQuoteSelector.
    package let quote: Located<String>
    /// The words before, where the quote occurs more than once: `prefix` of the selector.
    package let prefix: Located<String>?
    /// The words after: `suffix` of the selector.
    package let suffix: Located<String>?
    /// What the claimant did.
    package let kind: Kind
    /// Who said it, when that is not the claimant.
    package let by: Located<String>?
    /// The place in the article, such as `P4`.
    package let locator: String?
    /// When, if that differs from when the claim was stated.
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

/// Something dated that belongs to a claim's history.
package struct TimelineEvent: Hashable, Sendable {
    /// When it happened.
    package let date: Located<DateSpan>
    /// What happened, in one sentence.
    package let text: Located<String>
    /// The sources that show it.
    package let sources: [Located<String>]

    /// Makes an event.
    package init(date: Located<DateSpan>, text: Located<String>, sources: [Located<String>]) {
        self.date = date
        self.text = text
        self.sources = sources
    }
}
