import Diagnostics

/// The reviewer's reasoned ruling on one claim.
package final class Verdict: DecodableRecord {
    /// The file's base name.
    package let id: String
    /// The file.
    package let file: SourceFile
    /// The bytes of the Markdown body in the file.
    package let body: Range<Int>

    /// The claim's id.
    package let claim: Located<String>
    /// The ruling's id: a step of the scale, or a label.
    package let ruling: Located<String>
    /// A headline that says what was found.
    package let title: Located<String>
    /// The short answer.
    package let summary: Located<String>
    /// The profiles of those who wrote it.
    package let authors: [Located<String>]
    /// The sources as this verdict uses them.
    package let evidence: [Evidence]
    /// Whether the file lists more evidence than could be read.
    package let hasUnreadEvidence: Bool
    /// Rulings on parts, or layers.
    package let parts: [RulingPart]
    /// What the file says of publication; `Newsroom.publication(of:)` is what counts for readers.
    package let written: VerdictPublication
    /// What evidence would change the ruling.
    package let wouldChange: Located<String>?
    /// When to look again.
    package let reviewBy: Located<CalendarDate>?
    /// The case that an absolute claim was tested against.
    package let counterExample: Located<String>?
    /// Why fewer than two independent lineages suffice.
    package let singleLineageReason: Located<String>?

    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let claim = fields.text("claim")
        let ruling = fields.text("ruling")
        let title = fields.text("title")
        let summary = fields.text("summary")
        let authors = fields.texts("authors")
        let reviewers = fields.texts("reviewers")
        let published = fields.day("published")
        let updated = fields.day("updated")
        evidence = fields.groups("evidence", owner: "a piece of evidence") { Evidence(&$0) }
        hasUnreadEvidence = evidence.count < fields.items("evidence").count
        parts = fields.groups("parts", owner: "a part") { RulingPart(&$0) }
        let replies = fields.groups("replies", owner: "a reply") { Reply(&$0) }
        wouldChange = fields.text("would-change")
        reviewBy = fields.day("review-by")
        counterExample = fields.text("counter-example")
        singleLineageReason = fields.text("single-lineage-reason")
        guard let claim, let ruling, let title, let summary, !authors.isEmpty else { return nil }
        self.id = id
        self.file = file
        self.body = body
        self.claim = claim
        self.ruling = ruling
        self.title = title
        self.summary = summary
        self.authors = authors
        written = VerdictPublication(
            published: published,
            updated: updated,
            reviewers: reviewers,
            replies: replies
        )
    }

    /// A verdict in other words than its file's: those that were approved. What is not judged stays.
    package init(
        _ verdict: Verdict,
        file: SourceFile,
        body: Range<Int>,
        ruling: Located<String>,
        title: Located<String>,
        summary: Located<String>,
        authors: [Located<String>],
        evidence: [Evidence],
        parts: [RulingPart],
        replies: [Reply],
        wouldChange: Located<String>?,
        reviewBy: Located<CalendarDate>?,
        counterExample: Located<String>?,
        singleLineageReason: Located<String>?
    ) {
        id = verdict.id
        self.file = file
        self.body = body
        claim = verdict.claim
        self.ruling = ruling
        self.title = title
        self.summary = summary
        self.authors = authors
        self.evidence = evidence
        hasUnreadEvidence = false
        self.parts = parts
        written = VerdictPublication(
            published: verdict.written.published,
            updated: verdict.written.updated,
            reviewers: verdict.written.reviewers,
            replies: replies
        )
        self.wouldChange = wouldChange
        self.reviewBy = reviewBy
        self.counterExample = counterExample
        self.singleLineageReason = singleLineageReason
    }
}

/// A source, or the article itself, as a verdict uses it.
package struct Evidence: Hashable, Sendable {
    /// The direction, measured against the claim's statement.
    package enum Stance: String, Hashable, Sendable, CaseIterable {
        /// Speaks for the claim.
        case supports
        /// Speaks against the claim.
        case undermines
        /// Neither; helps to understand.
        case context
    }
    /// What is used: a source or an article, by id.
    package let reference: EvidenceReference
    /// The direction.
    package let stance: Stance
    /// What it shows, in the newsroom's words.
    package let shows: Located<String>
    /// The place in the source.
    package let locator: String?
    /// A short quotation from it.
    package let quote: Located<String>?

    /// Makes a piece of evidence.
    package init(
        reference: EvidenceReference,
        stance: Stance,
        shows: Located<String>,
        locator: String?,
        quote: Located<String>?
    ) {
        self.reference = reference
        self.stance = stance
        self.shows = shows
        self.locator = locator
        self.quote = quote
    }
}

/// What a piece of evidence or a lineage points to.
package enum EvidenceReference: Hashable, Sendable {
    /// A source, by id.
    case source(Located<String>)
    /// An article, by id.
    case article(Located<String>)
    /// A medium, by id.
    case medium(Located<String>)

    /// The id, of whichever kind.
    package var id: Located<String> {
        switch self {
        case .source(let id), .article(let id), .medium(let id): id
        }
    }
}

/// A ruling on a part of a claim, or on a layer of it.
package struct RulingPart: Hashable, Sendable {
    /// Which part: "As reported".
    package let part: Located<String>
    /// The ruling's id.
    package let ruling: Located<String>
    /// A sentence about it.
    package let note: String?

    /// Makes a ruling on a part.
    package init(part: Located<String>, ruling: Located<String>, note: String?) {
        self.part = part
        self.ruling = ruling
        self.note = note
    }
}

/// Someone who was asked for a reply.
package struct Reply: Hashable, Sendable {
    /// The profile of who was asked.
    package let from: Located<String>
    /// When.
    package let asked: Located<CalendarDate>?
    /// When the answer came; nil when none has.
    package let answered: Located<CalendarDate>?
    /// What the answer was.
    package let note: String?

    /// Makes the record of a reply.
    package init(
        from: Located<String>,
        asked: Located<CalendarDate>?,
        answered: Located<CalendarDate>?,
        note: String?
    ) {
        self.from = from
        self.asked = asked
        self.answered = answered
        self.note = note
    }
}
