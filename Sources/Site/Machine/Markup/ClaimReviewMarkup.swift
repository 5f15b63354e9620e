import Diagnostics
import Newsroom

extension SchemaMarkup {
    /// A verdict that was published, and so is a review to schema.org.
    struct Review {
        let rated: RatedClaim
        let published: CalendarDate

        var lastChanged: CalendarDate { rated.lastChanged ?? published }
    }

    /// The review of a claim; nil for a draft, which is none yet.
    func review(of rated: RatedClaim) -> Review? {
        guard !edition.isDraft(rated.verdict), let published = rated.publication.published?.value else {
            return nil
        }
        return Review(rated: rated, published: published)
    }

    /// The `ClaimReview`, which can stand alone.
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
        }
    }

    /// The publisher, whom search engines show as the source of the check; or those who wrote it, if the settings say so.
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

    /// What readers were told of a change.
    private func correction(_ notice: Notice, to json: inout JSONWriter) {
        json.object { json in
            json.add("@type", "CorrectionComment")
            json.add("text", notice.text)
            json.add("datePublished", notice.time.day(in: edition.settings.timeZone))
        }
    }

    /// The ruling: with numbers when it is a step of a scale, with its name alone when it is a label.
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

    /// The documents that the verdict uses, each once.
    private func citations(of verdict: Verdict) -> [EvidenceDocument] {
        var documents: [EvidenceDocument] = []
        for evidence in verdict.evidence {
            guard let document = edition.document(evidence.reference),
                // There are a handful.
                !documents.contains(where: { $0.kind == document.kind && $0.id == document.id })
            else { continue }
            documents.append(document)
        }
        return documents
    }

    /// A document elsewhere. Our own address is never given for it.
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

    /// schema.org's `Date`, as precise as it is known; nil for a span, which is no date.
    static func date(_ span: DateSpan?) -> CalendarDate? { span?.end == nil ? span?.start : nil }
}
