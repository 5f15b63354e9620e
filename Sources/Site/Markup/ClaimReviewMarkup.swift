import Diagnostics
import Newsroom

extension SchemaMarkup {
    /// A published verdict: a review in the sense of schema.org.
    struct Review {
        let rated: RatedClaim
        let published: CalendarDate

        var lastChanged: CalendarDate { rated.lastChanged ?? published }
    }

    /// The review of a claim; nil for a draft.
    func review(of rated: RatedClaim) -> Review? {
        guard !edition.isDraft(rated.verdict), let published = rated.publication.published?.value else {
            return nil
        }
        return Review(rated: rated, published: published)
    }

    /// Writes a complete `ClaimReview` (schema.org).
    func claimReview(_ review: Review, to json: inout JSONWriter) {
        let (claim, verdict) = (review.rated.claim, review.rated.verdict)
        let page = edition.address(.claim(claim.id))
        json.object { json in
            json.add("@context", Self.context)
            json.add("@type", "ClaimReview")
            json.add("@id", page + "#review")
            json.add("url", page)
            json.add("name", verdict.title.value)
            json.add("claimReviewed", claim.statement.value)
            json.add("datePublished", review.published)
            json.add("dateModified", review.lastChanged)
            json.add("inLanguage", edition.settings.language)
            json.add("license", edition.settings.license)
            authors(of: verdict, to: &json)
            if edition.settings.reviewAuthor == .authors { publisher("publisher", to: &json) }
            json.add("reviewRating", review.rated, rating)
            json.add("itemReviewed", claim, itemReviewed)
            json.arrayUnlessEmpty("correction", edition.history(of: claim)?.notices ?? [], correction)
            json.arrayUnlessEmpty("citation", citations(of: verdict), creativeWork)
            let media = edition.media(of: review.rated).filter { $0.authenticity != nil }
            json.oneOrMany("associatedMediaReview", media.map { ($0, review) }, mediaReview)
        }
    }

    /// Writes `author`: the publisher, whom search engines show as the source of the check, or the verdict's authors if the
    /// settings say so.
    private func authors(of verdict: Verdict, to json: inout JSONWriter) {
        let wantsAuthors =
            edition.settings.reviewAuthor == .authors || publisherProfile == nil
        let authors = wantsAuthors ? edition.profiles(verdict.authors) : []
        if authors.isEmpty {
            publisher("author", to: &json)
        } else {
            json.oneOrMany("author", authors, party)
        }
    }

    /// Writes a notice as a `CorrectionComment` (schema.org `correction`).
    private func correction(_ notice: Notice, to json: inout JSONWriter) {
        json.object { json in
            json.add("@type", "CorrectionComment")
            json.add("text", notice.text)
            json.add("datePublished", notice.time.day(in: edition.settings.timeZone))
        }
    }

    /// Writes `reviewRating`: with numbers for a step of the scale, with the name alone for a label.
    private func rating(_ rated: RatedClaim, to json: inout JSONWriter) {
        let best = edition.settings.scale.steps.count
        let number = best > 1 ? rated.ruling.number : nil
        json.object { json in
            json.add("@type", "Rating")
            json.add("alternateName", rated.ruling.label)
            json.add("ratingValue", number)
            json.add("worstRating", number.map { _ in 1 })
            json.add("bestRating", number.map { _ in best })
            json.add("ratingExplanation", rated.verdict.summary.value)
        }
    }

    /// The documents in the verdict's evidence, without repetitions.
    private func citations(of verdict: Verdict) -> [EvidenceDocument] {
        var documents: [EvidenceDocument] = []
        for evidence in verdict.evidence {
            guard let document = edition.document(evidence.reference),
                // A linear search, because a verdict has a handful of documents.
                !documents.contains(where: { $0.kind == document.kind && $0.id == document.id })
            else { continue }
            documents.append(document)
        }
        return documents
    }

    /// Writes a document as a `CreativeWork`. An address on our own site is left out, because the document is elsewhere.
    func creativeWork(_ document: EvidenceDocument, to json: inout JSONWriter) {
        json.object { json in
            json.add("@type", "CreativeWork")
            json.add("name", document.title)
            json.add("url", document.url.flatMap { $0.hasPrefix(edition.siteAddress) ? nil : $0 })
            json.add("datePublished", Self.date(document.published))
            json.add("publisher", document.publisher(in: edition)) { name, json in
                json.object { json in
                    json.add("@type", "Organization")
                    json.add("name", name)
                }
            }
        }
    }

    /// The value for schema.org's `Date`; nil for a span.
    static func date(_ span: DateSpan?) -> CalendarDate? { span?.end == nil ? span?.start : nil }
}
