import Diagnostics

extension Claim: DecodableRecord {
    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let statement = fields.text("statement")
        let claimants = fields.texts("claimant")
        let stated = fields.span("stated")
        let topics = fields.texts("topics")
        let appearances = fields.groups("appearances", owner: "an appearance") { Appearance(&$0) }
        let timeline = fields.groups("timeline", owner: "an event") { TimelineEvent(&$0) }
        let related = fields.texts("related")
        guard let statement, !claimants.isEmpty else { return nil }
        self.init(
            id: id,
            file: file,
            body: body,
            statement: statement,
            claimants: claimants,
            stated: stated,
            topics: topics,
            appearances: appearances,
            timeline: timeline,
            related: related
        )
    }
}

extension Appearance {
    fileprivate init?(_ fields: inout FieldReader) {
        let article = fields.text("article")
        let quote = fields.text("quote")
        let prefix = fields.text("prefix")
        let suffix = fields.text("suffix")
        let kind = fields.choice("kind", Kind.self)?.value ?? .stated
        let by = fields.text("by")
        let locator = fields.text("locator")?.value
        let date = fields.span("date")
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
    fileprivate init?(_ fields: inout FieldReader) {
        let date = fields.span("date")
        let text = fields.text("text")
        let sources = fields.texts("sources")
        guard let date, let text else { return nil }
        self.init(date: date, text: text, sources: sources)
    }
}
