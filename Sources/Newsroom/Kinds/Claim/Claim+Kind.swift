/// The description of the kind `claim`.
extension Claim {
    /// Which kind of record this is.
    package static var kind: RecordKind { .claim }
    /// Where its files are.
    package static var folder: String { "content/claims" }
    /// Where its pages are.
    package static var siteFolder: String { "claims" }
    /// What a record of the kind is, in one line.
    package static var meaning: String {
        "one statement that can be checked, in the newsroom's neutral words"
    }
    /// What the Markdown below its front matter is.
    package static var bodyMeaning: String {
        "context for readers; it may be empty"
    }
    /// When readers may see it.
    package static var visibility: Visibility { .whenRated }

    /// The fields, in the order in which documentation lists them.
    package static let fields: [FieldDescription] = [
        .init("statement", .text, .judged, needed: true, "the claim, in neutral words that can be checked"),
        .init("claimant", .list(.reference(.profile)), .judged, needed: true, "who made it"),
        .init("stated", .span, .judged, "when it was made"),
        .init("topics", .list(.topic), .judged, "what it is about"),
        .init("appearances", .list(.group(Appearance.fields)), .judged, "the occasions on which it was made"),
        .init("timeline", .list(.group(TimelineEvent.fields)), .judged, "dated history"),
        .init("related", .list(.reference(.claim)), .judged, "related claims"),
        .init("chosen", .text, .judged, "why the newsroom chose to check it, in one sentence"),
        .formerly(.judged),
    ]

    /// The profiles, articles, sources and claims that the claim names.
    package func references(in newsroom: Newsroom) -> [RecordReference] {
        var references = claimants.map { RecordReference($0, .profile) }
        for appearance in appearances {
            references.append(RecordReference(appearance.article, .article))
            if let by = appearance.by { references.append(RecordReference(by, .profile)) }
        }
        for occasion in shownIn {
            references.append(RecordReference(occasion.medium, .medium))
            if let by = occasion.by { references.append(RecordReference(by, .profile)) }
        }
        for event in timeline { references += event.sources.map { RecordReference($0, .source) } }
        return references + related.map { RecordReference($0, .claim) }
    }

    /// The claim, and the verdict on it: they stand on one page.
    package static func records(onPageOf id: String, in newsroom: Newsroom) -> [any Record] {
        guard let claim = newsroom.claims[id] else { return [] }
        return [claim] + (newsroom.verdict(on: claim).map { [$0] } ?? [])
    }
}

extension Appearance {
    static let fields: [FieldDescription] = [
        .init("article", .reference(.article), .judged, "the article"),
        .init(
            "media",
            .reference(.medium),
            .judged,
            insteadOf: "article",
            "the picture or recording that the claim is, instead of an article"
        ),
        .init("quote", .text, .judged, needed: true, "the exact words"),
        .init("prefix", .text, .judged, "the words before, where the quote occurs more than once"),
        .init("suffix", .text, .judged, "the words after, where the quote occurs more than once"),
        .init(
            "kind",
            .choice(of: Appearance.Kind.self),
            .judged,
            "what the claimant did; `stated` if left out"
        ),
        .init("by", .reference(.profile), .judged, "who said it, when that is not the claimant"),
        .init("locator", .text, .judged, "the place in the article, such as P4"),
        .init("date", .span, .judged, "when, if that differs from `stated`"),
    ]
}

extension TimelineEvent {
    static let fields: [FieldDescription] = [
        .init("date", .span, .judged, needed: true, "when it happened"),
        .init("text", .text, .judged, needed: true, "what happened, in one sentence"),
        .init("sources", .list(.reference(.source)), .judged, "the sources that show it"),
    ]
}

extension Newsroom {
    /// The claims.
    package var claims: Table<Claim> { table() }
}
