import Markdown
import Mustache
import Newsroom

/// The page of a claim with its verdict.
struct ClaimPage: PageContent, TemplateView {
    let title: String
    let description: String
    let isDraft: Bool
    let statement: String
    let claimants: [Hyperlink]
    let stated: DateView?
    /// The publishers of the claim, each linked to its first article with the claim.
    let places: [Hyperlink]
    let topics: [Hyperlink]
    /// The newsroom's reason for checking the claim.
    let chosen: String?
    let context: [UInt8]
    /// The media that are the claim, as figures.
    let media: [UInt8]
    let wordings: [WordingPair]
    let timeline: [TimelineView]
    let related: [ListedClaim]
    /// The verdict; nil for an unrated claim, which only an edition with drafts shows, and for a retracted one.
    let verdict: Shared<VerdictView>?
    let history: HistoryView?
    let corrections: CorrectionsView?
    let dissent: [DissentView]
    /// The retraction in force, if there is one.
    let retraction: RetractionView?
    private let words: Catalogue

    init(_ claim: Claim, in scope: PageScope) {
        let rated = scope.rated(claim)
        statement = claim.statement.value
        isDraft = rated.map { scope.isDraft($0.verdict) } ?? scope.isDraft(claim)
        claimants = scope.profileLinks(claim.claimants)
        stated = scope.view(claim.stated)
        places = Self.places(of: claim, in: scope)
        topics = claim.topics.map { scope.topicLink($0.value) }
        chosen = claim.chosen?.value
        context = scope.bodyHTML(of: claim)
        media = scope.figuresShown(by: claim)
        wordings = WordingPair.pairs(of: claim, in: scope)
        timeline = TimelineView.entries(of: claim, in: scope)
        related = RelatedClaims.of(claim, in: scope).map { scope.listed($0) }
        verdict = rated.map { Shared(VerdictView($0, in: scope)) }
        let history = scope.history(of: claim)
        self.history = history.map { HistoryView($0, in: scope) }
        corrections = history.flatMap { CorrectionsView(of: $0, in: scope) }
        dissent = history.map { $0.dissent.map { DissentView($0, in: scope) } } ?? []
        let retraction = history?.standing.retraction
        self.retraction = retraction.map { RetractionView($0, of: claim.id, in: scope) }
        let headline = retraction == nil ? statement : scope.retractedTitle(of: claim)
        title = rated?.verdict.title.value ?? headline
        // The description of a retracted ruling must not assert the claim, because others share it.
        description = rated?.verdict.summary.value ?? retraction?.reason ?? statement
        words = scope.words
    }

    /// The publishers of articles that state or repeat the claim; not of those that deny it or take it back.
    private static func places(of claim: Claim, in scope: PageScope) -> [Hyperlink] {
        var seen: Set<String> = []
        return claim.appearances.compactMap { appearance in
            guard appearance.kind == .stated || appearance.kind == .repeated,
                let article = scope.article(appearance.article.value),
                seen.insert(article.publisher.value).inserted
            else { return nil }
            let publisher = scope.profileLink(article.publisher.value).text
            return Hyperlink(publisher, to: scope.links.to(.article(article.id)))
        }
    }

    /// Links to the sections of the page; empty for fewer than two.
    private var contents: [Hyperlink] {
        let verdict = verdict?.view
        let sections: [(isShown: Bool, anchor: String, words: String)] = [
            (verdict?.parts.isEmpty == false, "parts", "claim.parts"),
            (verdict?.reasoning.isEmpty == false, "reasoning", "claim.reasoning"),
            (verdict?.evidence != nil, "evidence", "evidence.heading"),
            (verdict?.wouldChange != nil, "would_change", "claim.would-change"),
            (!timeline.isEmpty, "timeline", "claim.timeline"),
            (!wordings.isEmpty, "wordings", "claim.wordings"),
            (!context.isEmpty, "about", "claim.about"),
            (corrections != nil, "corrections", "correction.heading"),
            (verdict?.replies.isEmpty == false, "replies", "claim.replies"),
            (history?.isLong == true, "history", "history.heading"),
            (!related.isEmpty, "related", "claim.related"),
        ]
        let links = sections.filter(\.isShown).map { Hyperlink(words[$0.words], to: "#\($0.anchor)_heading") }
        return links.count < 2 ? [] : links
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "statement": { .text($0.statement) },
        "claimants": { .list($0.claimants) },
        "stated": { .record($0.stated) },
        "where": { .section($0.places) },
        "topics": { .list($0.topics) },
        "chosen": { .text($0.chosen) },
        "about": { .html(unlessEmpty: $0.context) },
        "media": { .html(unlessEmpty: $0.media) },
        "wordings": { .section($0.wordings) },
        "timeline": { .section($0.timeline) },
        "related": { .section($0.related) },
        "verdict": { .record($0.verdict) },
        "history": { .record($0.history) },
        "corrections": { .record($0.corrections) },
        "contents": { .section($0.contents) },
        "dissent": { .section($0.dissent) },
        "retraction": { .record($0.retraction) },
    ]
}

/// A verdict on its claim's page.
struct VerdictView: TemplateView {
    let summary: String
    /// The claimants in words: "Vladimir Putin’s claim".
    let claimedBy: String
    let ruling: Shared<RulingView>
    let scale: DrawnScale
    let authors: [PersonView]
    let reviewers: [PersonView]
    let figures: [String]
    let published: DateView?
    let updated: DateView?
    let reasoning: [UInt8]
    /// The evidence by stance; nil for a verdict without any.
    let evidence: EvidenceLedger?
    let parts: [RulingPartView]
    let replies: [ReplyView]
    let wouldChange: String?
    /// The day by which the newsroom reviews the ruling.
    let reviewBy: DateView?
    let counterExample: String?
    let singleLineageReason: String?
    let citation: PageCitation
    /// The address and the code to share; nil for a draft.
    let share: ShareView?

    init(_ rated: RatedClaim, in scope: PageScope) {
        let verdict = rated.verdict
        summary = verdict.summary.value
        claimedBy = scope.claimants(of: rated.claim)
        ruling = scope.view(rated.ruling)
        scale = scope.scale(pointingAt: rated.ruling)
        authors = scope.people(verdict.authors)
        reviewers = scope.people(rated.publication.reviewers)
        published = scope.view(rated.publication.published)
        updated = scope.view(rated.publication.updated)
        let document = scope.document(of: verdict)
        let groups = document.citationGroups { scope.publisher(of: $0) != nil }
        let numbering = CitationNumbering(verdict.evidence, citedIn: groups)
        reasoning = document.html(RecordResolver(scope: scope, numbering: numbering))
        figures = KeyFigures(of: verdict, document, in: scope).texts
        evidence = EvidenceLedger(verdict, numbering, in: scope)
        parts = verdict.parts.map { RulingPartView($0, in: scope) }
        replies = rated.publication.replies.map { ReplyView($0, on: rated, in: scope) }
        wouldChange = verdict.wouldChange?.value
        reviewBy = scope.view(verdict.reviewBy)
        counterExample = verdict.counterExample?.value
        singleLineageReason = verdict.singleLineageReason?.value
        citation = PageCitation(rated, in: scope)
        share =
            rated.publication.published == nil || scope.isDraft(verdict) ? nil : ShareView(rated, in: scope)
    }

    static let fields: TemplateFields<Self> = [
        "summary": { .text($0.summary) },
        "claimed-by": { .text($0.claimedBy) },
        "ruling": { .record($0.ruling) },
        "authors": { .list($0.authors) },
        "reviewers": { .list($0.reviewers) },
        "figures": { .list($0.figures.map { .text($0) }) },
        "share": { .record($0.share) },
        "reviewed": { .bool(!$0.reviewers.isEmpty) },
        "published": { .record($0.published) },
        "updated": { .record($0.updated) },
        "reasoning": { .html(unlessEmpty: $0.reasoning) },
        "evidence": { .record($0.evidence) },
        "parts": { .section($0.parts) },
        "replies": { .section($0.replies) },
        "would-change": { .text($0.wouldChange) },
        "review-by": { .record($0.reviewBy) },
        "counter-example": { .text($0.counterExample) },
        "single-lineage-reason": { .text($0.singleLineageReason) },
        "citation": { .record($0.citation) },
        "scale": { .record($0.scale) },
    ]
}
