import Diagnostics

extension Evidence {
    init?(_ fields: inout FieldReader) {
        let source = fields.text("source")
        let article = fields.text("article")
        let medium = fields.text("media")
        let stance = fields.choice("stance", Stance.self)?.value
        let shows = fields.text("shows")
        let locator = fields.text("locator")?.value
        let quote = fields.text("quote")
        let references = [
            source.map(EvidenceReference.source), article.map(EvidenceReference.article),
            medium.map(EvidenceReference.medium),
        ].compactMap(\.self)
        guard let reference = references.first else {
            fields.report(
                .missingField,
                "a piece of evidence needs `source`",
                at: fields.range(of: "source"),
                help: "add `source: …` with the id of a source, or `article: …` for the article itself"
            )
            return nil
        }
        if let other = references.dropFirst().first {
            fields.report(
                .wrongType,
                article != nil && source != nil
                    ? "a piece of evidence is a `source` or an `article`, not both"
                    : "a piece of evidence is a `source`, an `article` or a medium (`media`), not several of them",
                at: other.id.range,
                help: "make two pieces of evidence of it"
            )
            return nil
        }
        guard let stance, let shows else { return nil }
        self.init(reference: reference, stance: stance, shows: shows, locator: locator, quote: quote)
    }
}

extension RulingPart {
    init?(_ fields: inout FieldReader) {
        let part = fields.text("part")
        let ruling = fields.text("ruling")
        let note = fields.text("note")?.value
        guard let part, let ruling else { return nil }
        self.init(part: part, ruling: ruling, note: note)
    }
}

extension Reply {
    init?(_ fields: inout FieldReader) {
        let from = fields.text("from")
        let asked = fields.day("asked")
        let hasNoAnswer = fields.text("answered")?.value == "none"
        let answered = hasNoAnswer ? nil : fields.day("answered")
        let note = fields.text("note")?.value
        guard let from else { return nil }
        self.init(from: from, asked: asked, answered: answered, note: note)
    }
}
