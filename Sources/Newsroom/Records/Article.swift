import Diagnostics

/// A published document in which claims were made.
public final class Article: DecodableRecord {
    /// Which kind of record this is.
    public static var kind: RecordKind { .article }
    /// The file's base name.
    public let id: String
    /// The file.
    public let file: SourceFile
    /// The bytes of the Markdown body in the file.
    public let body: Range<Int>

    /// The headline as published.
    public let title: Located<String>
    /// The publisher's profile id.
    public let publisher: Located<String>
    /// Names or profile ids of the authors; empty when not established.
    public let authors: [Located<String>]
    /// When it was published, where established.
    public let published: Located<DateSpan>?
    /// The canonical address, where established.
    public let url: Located<String>?
    /// Mementos of it.
    public let archived: [Located<String>]
    /// The day on which the newsroom read it.
    public let accessed: Located<CalendarDate>?
    /// The article's language (BCP 47).
    public let language: String?
    /// Whether the whole body is the article's words, and not only its block quotes.
    public let isFullText: Bool
    /// The source record for the same document.
    public let source: Located<String>?

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
        guard let title, let publisher else { return nil }
        self.id = id
        self.file = file
        self.body = body
        self.title = title
        self.publisher = publisher
        self.isFullText = text == .full
    }
}
