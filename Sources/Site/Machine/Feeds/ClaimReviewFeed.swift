import Diagnostics
import Newsroom

extension SchemaMarkup {
    /// Every published `ClaimReview` in one schema.org `DataFeed`: what fact-check aggregators read.
    func claimReviewFeed() -> JSONValue {
        let settings = edition.records.settings
        return .object([
            "@context": Self.context,
            "@type": "DataFeed",
            "@id": .string(edition.address(.claimReviews)),
            "url": .string(edition.address(.claimReviews)),
            "name": .string(settings.name),
            "description": settings.description.isEmpty ? nil : .string(settings.description),
            "inLanguage": .string(settings.language),
            "license": .optional(settings.license),
            "dateModified": .string("\(edition.lastChanged)"),
            "publisher": publisher(),
            "dataFeedElement": .array(edition.publishedClaims.compactMap { item($0)?.written }),
        ])
    }

    private func item(_ rated: RatedClaim) -> JSONValue? {
        guard let review = claimReview(rated), let published = rated.verdict.published?.value else {
            return nil
        }
        return .object([
            "@type": "DataFeedItem",
            "dateCreated": .string("\(published)"),
            "dateModified": .string("\(rated.lastChanged ?? published)"),
            // Readers of these feeds expect a list, and each review to stand on its own.
            "item": [inContext(review)],
        ])
    }
}
