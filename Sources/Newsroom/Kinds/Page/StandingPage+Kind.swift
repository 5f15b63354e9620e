/// The description of the kind `page`.
extension StandingPage {
    /// Which kind of record this is.
    package static var kind: RecordKind { .page }
    /// Where its files are.
    package static var folder: String { "content/pages" }
    /// Where its pages are.
    package static var siteFolder: String { "pages" }
    /// What a record of the kind is, in one line.
    package static var meaning: String { "a standing page, such as the one on corrections" }
    /// What the Markdown below its front matter is.
    package static var bodyMeaning: String {
        "the page's text; headings start at ##"
    }
    /// When readers may see it.
    package static var visibility: Visibility { .always }

    /// The fields, in the order in which documentation lists them.
    package static let fields: [FieldDescription] = [
        .init("title", .text, .free("it is no part of a ruling"), needed: true, "the title"),
        .init("summary", .text, .free("it is no part of a ruling"), "one sentence for descriptions"),
        .init(
            "role",
            .choice(of: StandingPage.Role.self),
            .free("it is no part of a ruling"),
            "what the page is for"
        ),
        .formerly(.free("it is no part of a ruling")),
    ]
}

extension Newsroom {
    /// The standing pages.
    package var pages: Table<StandingPage> { table() }
}
