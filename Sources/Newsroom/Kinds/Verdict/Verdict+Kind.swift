/// The description of the kind `verdict`.
extension Verdict {
    /// Which kind of record this is.
    package static var kind: RecordKind { .verdict }
    /// Where its files are.
    package static var folder: String { "content/verdicts" }
    /// Where its pages are: a verdict stands on its claim's.
    package static var siteFolder: String { Claim.siteFolder }
    /// What a record of the kind is, in one line.
    package static var meaning: String { "the reasoned ruling on one claim" }
    /// What the Markdown below its front matter is.
    package static var bodyMeaning: String {
        "the reasoning, with citations such as [@id-of-a-source, p. 2]; headings start at ##"
    }
    /// When readers may see it.
    package static var visibility: Visibility { .whenRated }

    /// The fields, in the order in which documentation lists them.
    package static let fields: [FieldDescription] = [
        .init(
            "claim",
            .reference(.claim),
            .free("a verdict is judged with the claim that it names"),
            needed: true,
            "the claim that is rated"
        ),
        .init("ruling", .ruling, .judged, needed: true, "a step of the scale, or a label"),
        .init("title", .text, .judged, needed: true, "a headline that says what was found"),
        .init("summary", .text, .judged, needed: true, "the short answer: one or two sentences"),
        .init("authors", .list(.reference(.profile)), .judged, needed: true, "who wrote it"),
        .init(
            "reviewers",
            .list(.reference(.profile)),
            .free("the journal says who signed it off"),
            "who reviewed it; never an author"
        ),
        .init(
            "published",
            .day,
            .free("the journal says when it was published"),
            "without it the verdict is a draft"
        ),
        .init(
            "updated",
            .day,
            .free("the journal says when readers got another text"),
            "the day of the last change for readers"
        ),
        .init("evidence", .list(.group(Evidence.fields)), .judged, "the sources as this verdict uses them"),
        .init("parts", .list(.group(RulingPart.fields)), .judged, "rulings on parts, or layers"),
        .init("replies", .list(.group(Reply.fields)), .judged, "who was asked, and what they answered"),
        .init("would-change", .text, .judged, "what evidence would change the ruling"),
        .init("review-by", .day, .judged, "when to look again"),
        .init("counter-example", .text, .judged, "the case that an absolute claim was tested against"),
        .init("single-lineage-reason", .text, .judged, "why fewer than two independent lineages suffice"),
        .formerly(.free("texts name the claim, and no verdict")),
    ]

    /// The claim that the verdict rates, the people that it names, and its evidence.
    package func references(in newsroom: Newsroom) -> [RecordReference] {
        var references: [RecordReference] = []
        references.reserveCapacity(evidence.count + 8)
        let publication = newsroom.publication(of: self)
        references.append(RecordReference(claim, .claim))
        for author in authors { references.append(RecordReference(author, .profile)) }
        for reviewer in publication.reviewers { references.append(RecordReference(reviewer, .profile)) }
        for reply in publication.replies { references.append(RecordReference(reply.from, .profile)) }
        for evidence in evidence { references.append(RecordReference(evidence.reference)) }
        return references
    }

    /// The claim of the verdict, with the verdict that its page shows.
    package static func records(onPageOf id: String, in newsroom: Newsroom) -> [any Record] {
        newsroom.verdicts[id].map { Claim.records(onPageOf: $0.claim.value, in: newsroom) } ?? []
    }

    /// The claim's id: the verdict stands on its page.
    package var pageID: String { claim.value }
}

extension Evidence {
    static let fields: [FieldDescription] = [
        .init("source", .reference(.source), .judged, "the source"),
        .init(
            "article",
            .reference(.article),
            .judged,
            insteadOf: "source",
            "the article itself, instead of a source"
        ),
        .init(
            "media",
            .reference(.medium),
            .judged,
            insteadOf: "source",
            "a picture, recording, document or post, instead of a source"
        ),
        .init(
            "stance",
            .choice(of: Evidence.Stance.self),
            .judged,
            needed: true,
            "measured against the statement"
        ),
        .init("shows", .text, .judged, needed: true, "what it shows, in the newsroom's words"),
        .init("locator", .text, .judged, "the place in the source"),
        .init("quote", .text, .judged, "a short quotation"),
    ]
}

extension RulingPart {
    static let fields: [FieldDescription] = [
        .init("part", .text, .judged, needed: true, "which part, such as As reported"),
        .init("ruling", .ruling, .judged, needed: true, "its ruling"),
        .init("note", .text, .judged, "a sentence about it"),
    ]
}

extension Reply {
    static let fields: [FieldDescription] = [
        .init("from", .reference(.profile), .judged, needed: true, "who was asked"),
        .init("asked", .day, .judged, "when"),
        .init("answered", .answer, .judged, "the day of the answer, or `none`"),
        .init("note", .text, .judged, "what the answer was"),
    ]
}

extension Newsroom {
    /// The verdicts.
    package var verdicts: Table<Verdict> { table() }
}
