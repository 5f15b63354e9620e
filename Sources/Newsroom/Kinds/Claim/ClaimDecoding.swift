import Diagnostics

extension Appearance {
    init?(_ fields: inout FieldReader) {
        let article = fields.text("article")
        let quote = fields.text("quote")
        let prefix = fields.text("prefix")
        let suffix = fields.text("suffix")
        let kind = fields.choice("kind", Kind.self)?.value ?? .stated
        let by = fields.text("by")
        let locator = fields.text("locator")?.value
        let date = fields.span("date")
        if article == nil {
            fields.report(
                .missingField,
                "an appearance needs `article`",
                at: fields.range(of: "article"),
                help:
                    "add `article: …` (the article), or `media: …` where the claim is a picture or a recording"
            )
        }
        guard let article, let quote else { return nil }
        self.init(
            article: article,
            quote: quote,
            prefix: prefix,
            suffix: suffix,
            kind: kind,
            by: by,
            locator: locator,
            date: date
        )
    }
}

extension TimelineEvent {
    init?(_ fields: inout FieldReader) {
        let date = fields.span("date")
        let text = fields.text("text")
        let sources = fields.texts("sources")
        guard let date, let text else { return nil }
        self.init(date: date, text: text, sources: sources)
    }
}
