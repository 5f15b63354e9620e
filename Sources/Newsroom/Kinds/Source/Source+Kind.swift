/// The description of the kind `source`.
extension Source {
    /// Which kind of record this is.
    package static var kind: RecordKind { .source }
    /// Where its files are.
    package static var folder: String { "content/sources" }
    /// Where its pages are.
    package static var siteFolder: String { "sources" }
    /// What a record of the kind is, in one line.
    package static var meaning: String { "one piece of evidence" }
    /// What the Markdown below its front matter is.
    package static var bodyMeaning: String {
        "what the source shows, and how it was read"
    }
    /// When readers may see it.
    package static var visibility: Visibility { .whenNamed }
    /// The rule `unused-source` reports one that nothing names.
    package static var isReportedUnused: Bool { true }

    /// The fields, in the order in which documentation lists them.
    package static let fields: [FieldDescription] = [
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
        .init("snapshot", .group(Snapshot.fields(.judged)), .judged, "the captured copy"),
        .init(
            "reviewed",
            .day,
            .free("it says that somebody looked, and changes nothing that is signed"),
            "when the newsroom last looked at the page as it is now, and left its rulings as they are"
        ),
        .formerly(.judged),
    ]

    /// The sources and articles that the source was read in, or derives from.
    package func references(in newsroom: Newsroom) -> [RecordReference] {
        readIn.map { RecordReference($0, .source) } + derivedFrom.map { RecordReference($0) }
    }
}

extension Newsroom {
    /// The sources.
    package var sources: Table<Source> { table() }
}
