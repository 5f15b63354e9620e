import Diagnostics
import Newsroom

extension SchemaMarkup {
    /// How many bytes a review takes as JSON.
    private static let usualReviewSize = 4_096

    /// Every published `ClaimReview` in one schema.org `DataFeed`: what fact-check aggregators read.
    func claimReviewFeed() -> [UInt8] {
        let settings = edition.records.settings
        var writer = JSONObjectWriter(expecting: edition.publishedClaims.count * Self.usualReviewSize)
        writer.add([
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
        ])
        writer.add("dataFeedElement", edition.publishedClaims, item)
        return writer.finish()
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
