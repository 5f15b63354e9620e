import Diagnostics
import Newsroom

extension SchemaMarkup<Edition> {
    /// Writes a schema.org `DataFeed` with every published `ClaimReview`, for fact-check aggregators.
    ///
    /// - Parameter take: the receiver of each piece of the file; the last one stays in the writer.
    func claimReviewFeed(to json: inout JSONWriter, inPieces take: ([UInt8]) -> Void) {
        let settings = edition.records.settings
        json.object { json in
            json.add("@context", Self.context)
            json.add("@type", "DataFeed")
            json.add("@id", edition.address(.claimReviews))
            json.add("url", edition.address(.claimReviews))
            json.add("name", settings.name)
            json.add("description", settings.description.isEmpty ? nil : settings.description)
            json.add("inLanguage", settings.language)
            json.add("license", settings.license)
            json.add("dateModified", edition.lastChanged)
            publisher("publisher", to: &json)
            json.array("dataFeedElement", edition.publishedClaims.lazy.compactMap(review)) { review, json in
                item(review, to: &json)
                json.handOver(to: take)
            }
        }
    }

    private func item(_ review: Review, to json: inout JSONWriter) {
        json.object { json in
            json.add("@type", "DataFeedItem")
            json.add("dateCreated", review.published)
            json.add("dateModified", review.lastChanged)
            // A list of one, because aggregators expect a list; the review is complete in itself.
            json.array("item", CollectionOfOne(review), claimReview)
        }
    }
}
