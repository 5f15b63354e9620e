import Diagnostics

/// A published document in which claims were made.
package final class Article: DecodableRecord {
    /// The id: the file's name without `.md`.
    package let id: String
    /// The file of the record.
    package let file: SourceFile
    /// The byte range of the Markdown body in the file.
    package let body: Range<Int>

    /// The headline as published.
    package let title: Located<String>
    /// The publisher's profile id.
    package let publisher: Located<String>
    /// The names or profile ids of the authors; empty if not established.
    package let authors: [Located<String>]
    /// The time of publication; nil if not established.
    package let published: Located<DateSpan>?
    /// The canonical address; nil if not established.
    package let url: Located<String>?
    /// The addresses of archived copies (mementos, RFC 7089).
    package let archived: [Located<String>]
    /// The day on which the newsroom read the article.
    package let accessed: Located<CalendarDate>?
    /// The article's language (BCP 47).
    package let language: String?
    /// Whether the whole body is the article's words, and not only its block quotes.
    package let isFullText: Bool
    /// The id of the source record for the same document.
    package let source: Located<String>?
    /// The captured copy; nil if there is none.
    package let snapshot: Snapshot?
    /// The day on which the newsroom last looked at the page as it is now; nil if it never did.
    package let reviewed: Located<CalendarDate>?

    private enum TextKind: String, CaseIterable { case digest, full }

    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let title = fields.text("title")
        let publisher = fields.text("publisher")
        authors = fields.texts("authors")
        published = fields.span("published")
        url = fields.text("url")
        archived = fields.texts("archived")
        accessed = fields.day("accessed")
        language = fields.text("language")?.value
        let text = fields.choice("text", TextKind.self)?.value ?? .digest
        source = fields.text("source")
        snapshot = fields.group("snapshot", owner: "a snapshot") { Snapshot(&$0) }
        reviewed = fields.day("reviewed")
        guard let title, let publisher else { return nil }
        self.id = id
        self.file = file
        self.body = body
        self.title = title
        self.publisher = publisher
        self.isFullText = text == .full
    }

    /// A copy of the article with another snapshot, or none.
    package init(_ article: Article, snapshot: Snapshot?) {
        id = article.id
        file = article.file
        body = article.body
        title = article.title
        publisher = article.publisher
        authors = article.authors
        published = article.published
        url = article.url
        archived = article.archived
        accessed = article.accessed
        language = article.language
        isFullText = article.isFullText
        source = article.source
        self.snapshot = snapshot
        reviewed = article.reviewed
    }
}
