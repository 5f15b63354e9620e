import Diagnostics

extension Verdict: DecodableRecord {
    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let claim = fields.text("claim")
        let ruling = fields.text("ruling")
        let title = fields.text("title")
        let summary = fields.text("summary")
        let authors = fields.texts("authors")
        let reviewers = fields.texts("reviewers")
        let published = fields.day("published")
        let updated = fields.day("updated")
        let evidence = fields.groups("evidence", owner: "a piece of evidence") { Evidence(&$0) }
        let parts = fields.groups("parts", owner: "a part") { RulingPart(&$0) }
        let replies = fields.groups("replies", owner: "a reply") { Reply(&$0) }
        let wouldChange = fields.text("would-change")
        let reviewBy = fields.day("review-by")
        let counterExample = fields.text("counter-example")
        let singleLineageReason = fields.text("single-lineage-reason")
        guard let claim, let ruling, let title, let summary, !authors.isEmpty else { return nil }
        self.init(
            id: id,
            file: file,
            body: body,
            claim: claim,
            ruling: ruling,
            title: title,
            summary: summary,
            authors: authors,
            reviewers: reviewers,
            published: published,
            updated: updated,
            evidence: evidence,
            parts: parts,
            replies: replies,
            wouldChange: wouldChange,
            reviewBy: reviewBy,
            counterExample: counterExample,
            singleLineageReason: singleLineageReason
        )
    }
}

extension Evidence {
    fileprivate init?(_ fields: inout FieldReader) {
        let source = fields.text("source")
        let article = fields.text("article")
        let stance = fields.choice("stance", Stance.self)?.value
        let shows = fields.text("shows")
        let locator = fields.text("locator")?.value
        let quote = fields.text("quote")
        let reference: EvidenceReference
        switch (source, article) {
        case (let source?, nil): reference = .source(source)
        case (nil, let article?): reference = .article(article)
        case (.some, let article?):
            fields.report(
                "wrong-type",
                "a piece of evidence is a `source` or an `article`, not both",
                at: article.range,
                help: "make two pieces of evidence of it"
            )
            return nil
        case (nil, nil):
            fields.report(
                "missing-field",
                "a piece of evidence needs `source`",
                at: fields.range(of: "source"),
                help: "add `source: …` with the id of a source, or `article: …` for the article itself"
            )
            return nil
        }
        guard let stance, let shows else { return nil }
        self.init(reference: reference, stance: stance, shows: shows, locator: locator, quote: quote)
    }
}

extension RulingPart {
    fileprivate init?(_ fields: inout FieldReader) {
        let part = fields.text("part")
        let ruling = fields.text("ruling")
        let note = fields.text("note")?.value
        guard let part, let ruling else { return nil }
        self.init(part: part, ruling: ruling, note: note)
    }
}

extension Reply {
    fileprivate init?(_ fields: inout FieldReader) {
        let from = fields.text("from")
        let asked = fields.day("asked")
        let hasNoAnswer = fields.text("answered")?.value == "none"
        let answered = hasNoAnswer ? nil : fields.day("answered")
        let note = fields.text("note")?.value
        guard let from else { return nil }
        self.init(from: from, asked: asked, answered: answered, note: note)
    }
}
