import Diagnostics
import Newsroom

extension SchemaMarkup {
    /// The `ClaimReview` of a rated claim; nil for a draft, which is no review yet.
    func claimReview(_ rated: RatedClaim) -> JSONValue? {
        let verdict = rated.verdict
        guard !edition.isDraft(verdict), let published = verdict.published?.value else { return nil }
        let page = edition.address(.claim(rated.claim.id))
        return .object([
            "@type": "ClaimReview",
            "@id": .string(page + "#review"),
            "url": .string(page),
            "name": .string(verdict.title.value),
            "claimReviewed": .string(rated.claim.statement.value),
            "datePublished": .string("\(published)"),
            "dateModified": .string("\(rated.lastChanged ?? published)"),
            "inLanguage": .string(edition.records.settings.language),
            "license": .optional(edition.records.settings.license),
            "author": .oneOrMany(edition.profiles(verdict.authors).map(party)) ?? publisher(),
            "publisher": publisher(),
            "reviewRating": rating(rated),
            "itemReviewed": itemReviewed(rated.claim),
            "correction": .array(unlessEmpty: corrections(of: rated.claim)),
            "citation": .array(unlessEmpty: citations(of: verdict)),
        ])
    }

    /// What readers were told of changes (schema.org's `CorrectionComment`).
    private func corrections(of claim: Claim) -> [JSONValue] {
        (edition.history(of: claim)?.notices ?? []).map { notice in
            .object([
                "@type": "CorrectionComment",
                "text": .string(notice.text),
                "datePublished": .string("\(notice.time.day)"),
            ])
        }
    }

    /// The ruling: with numbers when it is a step of a scale, with its name alone when it is a label.
    private func rating(_ rated: RatedClaim) -> JSONValue {
        let best = edition.records.settings.scale.steps.count
        let number = best > 1 ? rated.ruling.number : nil
        return .object([
            "@type": "Rating",
            "alternateName": .string(rated.ruling.label),
            "ratingValue": number.map(JSONValue.integer),
            "worstRating": number.map { _ in 1 },
            "bestRating": number.map { _ in .integer(best) },
            "ratingExplanation": .string(rated.verdict.summary.value),
        ])
    }

    /// The documents that the verdict uses, each once.
    private func citations(of verdict: Verdict) -> [JSONValue] {
        var seen: Set<RecordKey> = []
        return verdict.evidence.compactMap { evidence in
            guard let document = edition.document(evidence.reference),
                seen.insert(RecordKey(document.kind, document.id)).inserted
            else { return nil }
            return creativeWork(document)
        }
    }

    /// A document elsewhere. Our own address is never given for it.
    func creativeWork(_ document: EvidenceDocument) -> JSONValue {
        let url = document.url.flatMap { $0.hasPrefix(edition.siteAddress) ? nil : $0 }
        return .object([
            "@type": "CreativeWork",
            "name": .string(document.title),
            "url": .optional(url),
            "datePublished": Self.date(document.published),
            "publisher": document.publisher(in: edition).map {
                .object(["@type": "Organization", "name": .string($0)])
            },
        ])
    }

    /// schema.org's `Date`, as precise as it is known; nil for a span, which is no date.
    static func date(_ span: DateSpan?) -> JSONValue? {
        guard let span, span.end == nil else { return nil }
        return .string("\(span.start)")
    }
}
