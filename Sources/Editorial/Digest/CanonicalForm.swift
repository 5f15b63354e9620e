import Diagnostics
import Newsroom

/// Writes what a reviewer judges as one JSON document: members in a fixed order, those without a value left out.
struct CanonicalForm {
    let newsroom: Newsroom

    func document(_ claim: Claim, _ verdict: Verdict) -> JSONValue {
        .object([
            "format": .string(JudgedText.format),
            "claim": form(claim),
            "verdict": form(verdict),
            "documents": documents(claim, verdict),
        ])
    }

    private func form(_ claim: Claim) -> JSONValue {
        .object([
            "id": .string(claim.id),
            "statement": text(claim.statement),
            "claimants": ids(claim.claimants),
            "stated": date(claim.stated),
            "appearances": list(claim.appearances) { appearance in
                .object([
                    "article": text(appearance.article), "kind": .string(appearance.kind.rawValue),
                    "quote": text(appearance.quote), "prefix": text(appearance.prefix),
                    "suffix": text(appearance.suffix), "by": text(appearance.by),
                    "locator": text(appearance.locator), "date": date(appearance.date),
                ])
            },
            "timeline": list(claim.timeline) { event in
                .object([
                    "date": .string("\(event.date.value)"), "text": text(event.text),
                    "sources": ids(event.sources),
                ])
            },
            "context": body(claim),
        ])
    }

    private func form(_ verdict: Verdict) -> JSONValue {
        .object([
            "ruling": text(verdict.ruling),
            "title": text(verdict.title),
            "summary": text(verdict.summary),
            "authors": ids(verdict.authors),
            "evidence": list(verdict.evidence, evidence),
            "parts": list(verdict.parts) { part in
                .object(["part": text(part.part), "ruling": text(part.ruling), "note": text(part.note)])
            },
            "replies": list(verdict.replies) { reply in
                .object([
                    "from": text(reply.from), "asked": reply.asked.map { .string("\($0.value)") },
                    "answered": reply.answered.map { .string("\($0.value)") }, "note": text(reply.note),
                ])
            },
            "would-change": text(verdict.wouldChange),
            "counter-example": text(verdict.counterExample),
            "single-lineage-reason": text(verdict.singleLineageReason),
            "reasoning": body(verdict),
        ])
    }

    private func evidence(_ evidence: Evidence) -> JSONValue {
        let (source, article): (Located<String>?, Located<String>?) =
            switch evidence.reference {
            case .source(let id): (id, nil)
            case .article(let id): (nil, id)
            }
        return .object([
            "source": text(source), "article": text(article), "stance": .string(evidence.stance.rawValue),
            "shows": text(evidence.shows), "locator": text(evidence.locator), "quote": text(evidence.quote),
        ])
    }

    /// Which documents the ids stand for: an id alone would let one be exchanged for another.
    private func documents(_ claim: Claim, _ verdict: Verdict) -> JSONValue {
        var articles = Set(claim.appearances.map(\.article.value))
        var sources = Set(claim.timeline.flatMap { $0.sources.map(\.value) })
        for evidence in verdict.evidence {
            switch evidence.reference {
            case .source(let id): sources.insert(id.value)
            case .article(let id): articles.insert(id.value)
            }
        }
        return .object([
            "articles": list(articles.sorted().compactMap { newsroom.articles[$0] }, identity),
            "sources": list(sources.sorted().compactMap { newsroom.sources[$0] }, identity),
        ])
    }

    private func identity(_ source: Source) -> JSONValue {
        .object([
            "id": .string(source.id), "title": text(source.title), "publisher": text(source.publisher),
            "published": date(source.published), "url": text(source.url),
            "withdrawn": source.status?.value == .withdrawn ? true : nil,
        ])
    }

    private func identity(_ article: Article) -> JSONValue {
        .object([
            "id": .string(article.id), "title": text(article.title), "publisher": text(article.publisher),
            "published": date(article.published), "url": text(article.url),
        ])
    }
}

extension CanonicalForm {
    /// Text of the front matter: white space of any kind and length is one blank, as YAML folds lines.
    private func text(_ text: String?) -> JSONValue? { text.map { .string(CanonicalText.folded($0)) } }

    private func text(_ text: Located<String>?) -> JSONValue? { self.text(text?.value) }

    private func date(_ span: Located<DateSpan>?) -> JSONValue? { span.map { .string("\($0.value)") } }

    private func ids(_ ids: [Located<String>]) -> JSONValue? { list(ids.map(\.value)) { .string($0) } }

    private func list<Element>(_ elements: [Element], _ form: (Element) -> JSONValue) -> JSONValue? {
        elements.isEmpty ? nil : .array(elements.map(form))
    }

    private func body(_ record: some Record) -> JSONValue? {
        let bytes = record.file.bytes
        return CanonicalText.body(bytes[record.body.clamped(to: bytes.indices)]).map(JSONValue.string)
    }
}
