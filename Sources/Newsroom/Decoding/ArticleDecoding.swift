import Diagnostics

extension Article: DecodableRecord {
    private enum TextKind: String, CaseIterable { case digest, full }

    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let title = fields.text("title")
        let publisher = fields.text("publisher")
        let authors = fields.texts("authors")
        let published = fields.span("published")
        let url = fields.text("url")
        let archived = fields.texts("archived")
        let accessed = fields.day("accessed")
        let language = fields.text("language")?.value
        let text = fields.choice("text", TextKind.self)?.value ?? .digest
        let source = fields.text("source")
        guard let title, let publisher else { return nil }
        self.init(
            id: id,
            file: file,
            body: body,
            title: title,
            publisher: publisher,
            authors: authors,
            published: published,
            url: url,
            archived: archived,
            accessed: accessed,
            language: language,
            isFullText: text == .full,
            source: source
        )
    }
}
