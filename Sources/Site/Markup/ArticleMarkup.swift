import Diagnostics
import Newsroom

extension SchemaMarkup {
    /// Writes the `NewsArticle` of a review, with its headline and authors.
    func newsArticle(_ review: Review, to json: inout JSONWriter) {
        let (claim, verdict) = (review.rated.claim, review.rated.verdict)
        let page = edition.address(.claim(claim.id))
        let authors = edition.profiles(verdict.authors)
        json.object { json in
            json.add("@context", Self.context)
            json.add("@type", "NewsArticle")
            json.add("@id", page + "#article")
            json.add("mainEntityOfPage", page)
            json.add("headline", verdict.title.value)
            json.add("description", verdict.summary.value)
            json.add("datePublished", review.published)
            json.add("dateModified", review.lastChanged)
            json.add("inLanguage", edition.settings.language)
            if authors.isEmpty {
                publisher("author", to: &json)
            } else {
                json.oneOrMany("author", authors, party)
            }
            publisher("publisher", to: &json)
        }
    }
}
