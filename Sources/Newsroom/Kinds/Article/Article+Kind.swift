/// The description of the kind `article`.
extension Article {
    /// Which kind of record this is.
    package static var kind: RecordKind { .article }
    /// Where its files are.
    package static var folder: String { "seeds" }
    /// Where its pages are.
    package static var siteFolder: String { "articles" }
    /// What a record of the kind is, in one line.
    package static var meaning: String { "a published document in which claims were made" }
    /// What the Markdown below its front matter is.
    package static var bodyMeaning: String {
        "the article: its own words as block quotes (lines that start with `> `), the rest a digest in yours"
    }
    /// When readers may see it.
    package static var visibility: Visibility { .whenNamed }

    /// The fields, in the order in which documentation lists them.
    package static let fields: [FieldDescription] = [
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
        .init(
            "snapshot",
            .group(Snapshot.fields(provesWords)),
            provesWords,
            "the captured copy"
        ),
        .init(
            "reviewed",
            .day,
            .free("it says that somebody looked, and changes nothing that is signed"),
            "when the newsroom last looked at the page as it is now, and left its rulings as they are"
        ),
        .formerly(.judged),
    ]

    private static var provesWords: Judgement {
        .free("it proves the article's words, which are judged, and may come after the ruling")
    }

    /// The profiles and the source that the article names. An author may be a plain name: it is a reference only where a profile has that id.
    package func references(in newsroom: Newsroom) -> [RecordReference] {
        [RecordReference(publisher, .profile)]
            + (source.map { [RecordReference($0, .source)] } ?? [])
            + authors.filter { newsroom.profiles.contains(id: $0.value) }.map {
                RecordReference($0, .profile)
            }
    }
}

extension Newsroom {
    /// The articles.
    package var articles: Table<Article> { table() }
}
