/// The description of the kind `medium`.
extension Medium {
    /// Which kind of record this is.
    package static var kind: RecordKind { .medium }
    /// Where its files are: the record, and beside it what it describes.
    package static var folder: String { "content/media" }
    /// Where the files go out.
    package static var siteFolder: String { "media" }
    /// What a record of the kind is, in one line.
    package static var meaning: String {
        "a picture, recording, document or post: shown, checked, or used as evidence"
    }
    /// What the Markdown below its front matter is.
    package static var bodyMeaning: String { "the words of a post or a recording; it may be empty" }
    /// When readers may see it.
    package static var visibility: Visibility { .whenNamed }
    /// The rule `unused-medium` reports one that nothing shows.
    package static var isReportedUnused: Bool { true }

    /// The fields, in the order in which documentation lists them.
    package static let fields: [FieldDescription] = [
        .init("file", .text, .judged, needed: true, "the name of the file beside the record"),
        .init("kind", .choice(of: Medium.MediumKind.self), .judged, needed: true, "what it is"),
        .init(
            "url",
            .address,
            .judged,
            "where the newsroom keeps the file for readers, if it is too large for the site"
        ),
        .init("alt", .text, .judged, "what it shows, for those who cannot see it"),
        .init("caption", .text, .judged, "what readers are told of it, where a text says nothing else"),
        .init("credit", .text, .judged, "who made it, or whose it is"),
        .init("licence", .text, .judged, "on what terms it is shown"),
        .init("made", .span, .judged, "when it was made"),
        .init("appears-at", .list(.group(MediumAppearance.fields)), .judged, "where it was seen"),
        .init(
            "authenticity",
            .choice(of: Medium.Authenticity.self),
            .judged,
            "what was done to it, in the categories of schema.org"
        ),
        .init("original", .text, .judged, "what it was made from: the id of a medium, or an address"),
        .init("warning", .text, .judged, "why readers may not want to see it; it is covered until they ask"),
        .init("mark", .ruling, .judged, "the ruling that is written over it wherever it is shown"),
        .init(
            "keep-metadata",
            .flag,
            .judged,
            "yes: the file goes out as it is, with all that programs noted in it; a drawing never does"
        ),
        .formerly(.judged),
    ]

    /// The original, where it is a medium.
    package func references(in newsroom: Newsroom) -> [RecordReference] {
        originalMedium.map { [RecordReference($0, .medium)] } ?? []
    }
}

extension MediumAppearance {
    static let fields: [FieldDescription] = [
        .init("url", .address, .judged, needed: true, "the address"),
        .init("date", .span, .judged, "when it was put there"),
        .init("by", .text, .judged, "who put it there"),
        .init("archived", .list(.address), .judged, "archived copies"),
    ]
}

extension Newsroom {
    /// The media.
    package var media: Table<Medium> { table() }
}
