import Diagnostics

/// A published document in which claims were made.
public struct Article: Record {
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
}
