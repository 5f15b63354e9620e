/// The fields of each kind of record: the one description that decoding, documentation and schemas share.
package enum Schemas {
    /// The fields of a kind of record, in the order in which documentation lists them.
    package static func fields(of kind: RecordKind) -> [FieldDescription] {
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
        .init("title", .text, .judged, needed: true, "the headline as published"),
        .init("publisher", .reference(.profile), .judged, needed: true, "who published it"),
        .init("authors", .list(.text), .judged, "names or profile ids; leave out when not established"),
        .init("published", .span, .judged, "when; leave out when not established"),
        .init("url", .address, .judged, "the canonical address"),
        .init("archived", .list(.address), .judged, "Mementos of it"),
        .init("accessed", .day, .judged, "when the newsroom read it"),
        .init("language", .text, .judged, "the article's language (BCP 47)"),
        .init("text", .choice(["digest", "full"]), .judged, "full: the whole body is the article's words"),
        .init("source", .reference(.source), .judged, "the source record for the same document"),
    ]

    static let claim: [FieldDescription] = [
        .init("statement", .text, .judged, needed: true, "the claim, in neutral words that can be checked"),
        .init("claimant", .list(.reference(.profile)), .judged, needed: true, "who made it"),
        .init("stated", .span, .judged, "when it was made"),
        .init("topics", .list(.topic), .judged, "what it is about"),
        .init("appearances", .list(.group(appearance)), .judged, "the occasions on which it was made"),
        .init("timeline", .list(.group(event)), .judged, "dated history"),
        .init("related", .list(.reference(.claim)), .judged, "related claims"),
        .init("chosen", .text, .judged, "why the newsroom chose to check it, in one sentence"),
    ]

    static let appearance: [FieldDescription] = [
        .init("article", .reference(.article), .judged, needed: true, "the article"),
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

    static let event: [FieldDescription] = [
        .init("date", .span, .judged, needed: true, "when it happened"),
        .init("text", .text, .judged, needed: true, "what happened, in one sentence"),
        .init("sources", .list(.reference(.source)), .judged, "the sources that show it"),
    ]

    static let verdict: [FieldDescription] = [
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
        .init("evidence", .list(.group(evidence)), .judged, "the sources as this verdict uses them"),
        .init("parts", .list(.group(part)), .judged, "rulings on parts, or layers"),
        .init("replies", .list(.group(reply)), .judged, "who was asked, and what they answered"),
        .init("would-change", .text, .judged, "what evidence would change the ruling"),
        .init("review-by", .day, .judged, "when to look again"),
        .init("counter-example", .text, .judged, "the case that an absolute claim was tested against"),
        .init("single-lineage-reason", .text, .judged, "why fewer than two independent lineages suffice"),
    ]

    static let evidence: [FieldDescription] = [
        .init("source", .reference(.source), .judged, "the source"),
        .init(
            "article",
            .reference(.article),
            .judged,
            insteadOf: "source",
            "the article itself, instead of a source"
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

    static let part: [FieldDescription] = [
        .init("part", .text, .judged, needed: true, "which part, such as As reported"),
        .init("ruling", .ruling, .judged, needed: true, "its ruling"),
        .init("note", .text, .judged, "a sentence about it"),
    ]

    static let reply: [FieldDescription] = [
        .init("from", .reference(.profile), .judged, needed: true, "who was asked"),
        .init("asked", .day, .judged, "when"),
        .init("answered", .answer, .judged, "the day of the answer, or `none`"),
        .init("note", .text, .judged, "what the answer was"),
    ]

    static let source: [FieldDescription] = [
        .init("title", .text, .judged, needed: true, "as published"),
        .init(
            "title-described",
            .flag,
            .judged,
            "yes: the title describes the piece because its headline was not seen"
        ),
        .init("publisher", .text, .judged, needed: true, "who published it"),
        .init("authors", .list(.text), .judged, "who wrote it"),
        .init("published", .span, .judged, "when it was published"),
        .init("accessed", .day, .judged, "when the newsroom read it"),
        .init("url", .address, .judged, "the canonical address"),
        .init("also-at", .list(.address), .judged, "other addresses of the same document"),
        .init("archived", .list(.address), .judged, "Mementos"),
        .init("kind", .choice(of: Source.SourceKind.self), .judged, needed: true, "what it is"),
        .init(
            "checked",
            .choice(of: Source.Checked.self),
            .judged,
            needed: true,
            "how the newsroom checked it"
        ),
        .init(
            "read-in",
            .list(.reference(.source)),
            .judged,
            "where its text was read, when that was not here"
        ),
        .init("derived-from", .list(.lineage), .judged, "what it copies or only relays"),
        .init(
            "own-access",
            .flag,
            .judged,
            "yes: its author had access of their own to the event or the data"
        ),
        .init("interest", .text, .judged, "what its author or publisher has at stake in the matter"),
        .init("relation", .text, .judged, "what ties the newsroom to it"),
        .init(
            "status",
            .choice(of: Source.Status.self),
            .judged,
            "whether it can still be seen; `live` if left out"
        ),
        .init("language", .text, .judged, "the document's language (BCP 47)"),
        .init("snapshot", .group(snapshot), .judged, "the captured copy"),
    ]

    static let snapshot: [FieldDescription] = [
        .init("file", .text, .judged, needed: true, "the file's path in the newsroom's folder"),
        .init("sha256", .digest, .judged, needed: true, "its SHA-256, in hexadecimal"),
    ]

    static let profile: [FieldDescription] = [
        .init("name", .text, .judged, needed: true, "the name"),
        .init("kind", .choice(of: Profile.ProfileKind.self), .judged, needed: true, "who it is"),
        .init(
            "description",
            .text,
            .free("it stands on their own page, and changes with their office"),
            "one line about them"
        ),
        .init("url", .address, .free("it stands on their own page"), "home page"),
        .init("same-as", .list(.address), .judged, "Wikidata and the like"),
        .init(
            "affiliations",
            .list(.reference(.profile)),
            .free("it stands on their own page; who may review follows from it, which checks compare"),
            "the organisations they belong to"
        ),
        .init(
            "role",
            .choice(of: Profile.Role.self),
            .free("it says who may review, which checks compare"),
            "for those who work here"
        ),
        .init(
            "email",
            .text,
            .free("it is never published"),
            "git's user.email is matched with it; never published"
        ),
    ]

    static let page: [FieldDescription] = [
        .init("title", .text, .free("it is no part of a ruling"), needed: true, "the title"),
        .init("summary", .text, .free("it is no part of a ruling"), "one sentence for descriptions"),
        .init(
            "role",
            .choice(of: StandingPage.Role.self),
            .free("it is no part of a ruling"),
            "what the page is for"
        ),
    ]
}
