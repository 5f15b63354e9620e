/// The fields of each kind of record: the one description that decoding, documentation and schemas share.
public enum Schemas {
    /// The fields of a kind of record, in the order in which documentation lists them.
    public static func fields(of kind: RecordKind) -> [FieldDescription] {
        switch kind {
        case .article: article
        case .claim: claim
        case .source: source
        case .verdict: verdict
        case .profile: profile
        case .page: page
        }
    }

    static let article: [FieldDescription] = [
        .init("title", .text, needed: true, "the headline as published"),
        .init("publisher", .reference(.profile), needed: true, "who published it"),
        .init("authors", .list(.text), "names or profile ids; leave out when not established"),
        .init("published", .span, "when; leave out when not established"),
        .init("url", .address, "the canonical address"),
        .init("archived", .list(.address), "Mementos of it"),
        .init("accessed", .day, "when the newsroom read it"),
        .init("language", .text, "the article's language (BCP 47)"),
        .init("text", .choice(["digest", "full"]), "full: the whole body is the article's words"),
        .init("source", .reference(.source), "the source record for the same document"),
    ]

    static let claim: [FieldDescription] = [
        .init("statement", .text, needed: true, "the claim, in neutral words that can be checked"),
        .init("claimant", .list(.reference(.profile)), needed: true, "who made it"),
        .init("stated", .span, "when it was made"),
        .init("topics", .list(.topic), "what it is about"),
        .init("appearances", .list(.group(appearance)), "the occasions on which it was made"),
        .init("timeline", .list(.group(event)), "dated history"),
        .init("related", .list(.reference(.claim)), "related claims"),
    ]

    static let appearance: [FieldDescription] = [
        .init("article", .reference(.article), needed: true, "the article"),
        .init("quote", .text, needed: true, "the exact words"),
        .init("prefix", .text, "the words before, where the quote occurs more than once"),
        .init("suffix", .text, "the words after, where the quote occurs more than once"),
        .init("kind", .choice(of: Appearance.Kind.self), "what the claimant did; `stated` if left out"),
        .init("by", .reference(.profile), "who said it, when that is not the claimant"),
        .init("locator", .text, "the place in the article, such as P4"),
        .init("date", .span, "when, if that differs from `stated`"),
    ]

    static let event: [FieldDescription] = [
        .init("date", .span, needed: true, "when it happened"),
        .init("text", .text, needed: true, "what happened, in one sentence"),
        .init("sources", .list(.reference(.source)), "the sources that show it"),
    ]

    static let verdict: [FieldDescription] = [
        .init("claim", .reference(.claim), needed: true, "the claim that is rated"),
        .init("ruling", .ruling, needed: true, "a step of the scale, or a label"),
        .init("title", .text, needed: true, "a headline that says what was found"),
        .init("summary", .text, needed: true, "the short answer: one or two sentences"),
        .init("authors", .list(.reference(.profile)), needed: true, "who wrote it"),
        .init("reviewers", .list(.reference(.profile)), "who reviewed it; never an author"),
        .init("published", .day, "without it the verdict is a draft"),
        .init("updated", .day, "the day of the last change for readers"),
        .init("evidence", .list(.group(evidence)), "the sources as this verdict uses them"),
        .init("parts", .list(.group(part)), "rulings on parts, or layers"),
        .init("replies", .list(.group(reply)), "who was asked, and what they answered"),
        .init("would-change", .text, "what evidence would change the ruling"),
        .init("review-by", .day, "when to look again"),
        .init("counter-example", .text, "the case that an absolute claim was tested against"),
        .init("single-lineage-reason", .text, "why fewer than two independent lineages suffice"),
    ]

    static let evidence: [FieldDescription] = [
        .init("source", .reference(.source), "the source"),
        .init(
            "article",
            .reference(.article),
            insteadOf: "source",
            "the article itself, instead of a source"
        ),
        .init("stance", .choice(of: Evidence.Stance.self), needed: true, "measured against the statement"),
        .init("shows", .text, needed: true, "what it shows, in the newsroom's words"),
        .init("locator", .text, "the place in the source"),
        .init("quote", .text, "a short quotation"),
    ]

    static let part: [FieldDescription] = [
        .init("part", .text, needed: true, "which part, such as As reported"),
        .init("ruling", .ruling, needed: true, "its ruling"),
        .init("note", .text, "a sentence about it"),
    ]

    static let reply: [FieldDescription] = [
        .init("from", .reference(.profile), needed: true, "who was asked"),
        .init("asked", .day, "when"),
        .init("answered", .answer, "the day of the answer, or `none`"),
        .init("note", .text, "what the answer was"),
    ]

    static let source: [FieldDescription] = [
        .init("title", .text, needed: true, "as published"),
        .init(
            "title-described",
            .flag,
            "yes: the title describes the piece because its headline was not seen"
        ),
        .init("publisher", .text, needed: true, "who published it"),
        .init("authors", .list(.text), "who wrote it"),
        .init("published", .span, "when it was published"),
        .init("accessed", .day, "when the newsroom read it"),
        .init("url", .address, "the canonical address"),
        .init("also-at", .list(.address), "other addresses of the same document"),
        .init("archived", .list(.address), "Mementos"),
        .init("kind", .choice(of: Source.SourceKind.self), needed: true, "what it is"),
        .init("checked", .choice(of: Source.Checked.self), needed: true, "how the newsroom checked it"),
        .init("read-in", .list(.reference(.source)), "where its text was read, when that was not here"),
        .init("derived-from", .list(.lineage), "what it copies or only relays"),
        .init("status", .choice(of: Source.Status.self), "whether it can still be seen; `live` if left out"),
        .init("language", .text, "the document's language (BCP 47)"),
        .init("snapshot", .group(snapshot), "the captured copy"),
    ]

    static let snapshot: [FieldDescription] = [
        .init("file", .text, needed: true, "the file's path in the newsroom's folder"),
        .init("sha256", .digest, needed: true, "its SHA-256, in hexadecimal"),
    ]

    static let profile: [FieldDescription] = [
        .init("name", .text, needed: true, "the name"),
        .init("kind", .choice(of: Profile.ProfileKind.self), needed: true, "who it is"),
        .init("description", .text, "one line about them"),
        .init("url", .address, "home page"),
        .init("same-as", .list(.address), "Wikidata and the like"),
        .init("affiliations", .list(.reference(.profile)), "the organisations they belong to"),
        .init("role", .choice(of: Profile.Role.self), "for those who work here"),
        .init("email", .text, "git's user.email is matched with it; never published"),
    ]

    static let page: [FieldDescription] = [
        .init("title", .text, needed: true, "the title"),
        .init("summary", .text, "one sentence for descriptions"),
        .init("role", .choice(of: StandingPage.Role.self), "what the page is for"),
    ]
}
