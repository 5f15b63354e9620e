import Addresses
import Diagnostics

extension Feed {
    /// Writes the feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.add("version", "https://jsonfeed.org/version/1.1")
            json.add("title", title)
            json.add("home_page_url", page)
            json.add("feed_url", route(.json).canonicalAddress(site: siteAddress))
            json.add("description", subtitle)
            json.add("language", language)
            json.arrayUnlessEmpty("authors", [publisher].compactMap(\.self), author)
            json.arrayUnlessEmpty("hubs", [hub].compactMap(\.self)) { hub, json in
                json.object { json in
                    json.add("type", "WebSub")
                    json.add("url", hub)
                }
            }
            json.array("items", entries, item)
        }
    }

    private func item(_ entry: Entry, to json: inout JSONWriter) {
        json.object { json in
            json.add("id", entry.id)
            json.add("url", entry.address)
            json.add("title", title(of: entry))
            json.add("content_html", Self.html(of: entry).text)
            json.add("summary", entry.summary)
            json.add("image", entry.picture?.address)
            json.add("date_published", time(entry.published))
            json.add("date_modified", time(entry.updated))
            json.arrayUnlessEmpty("authors", entry.authors, author)
            json.arrayUnlessEmpty("tags", [entry.ruling?.label].compactMap(\.self) + entry.topics.map(\.name))
            json.add("language", language)
            json.arrayUnlessEmpty("attachments", [entry.picture].compactMap(\.self), attachment)
            // Members with an underscore are extensions (JSON Feed 1.1). They give programs the ruling without HTML.
            json.add("_claim_review", entry, claimReview)
            json.add("_notice", entry.notice, notice)
        }
    }

    private func attachment(_ picture: FeedPicture, to json: inout JSONWriter) {
        json.object { json in
            json.add("url", picture.address)
            json.add("mime_type", picture.mediaType)
            json.add("title", picture.description)
            json.add("size_in_bytes", picture.byteCount)
        }
    }

    private func claimReview(_ entry: Entry, to json: inout JSONWriter) {
        json.object { json in
            json.add("about", Route.claimReviews.canonicalAddress(site: siteAddress))
            json.add("claim", entry.statement)
            json.array("claimants", entry.claimants)
            json.add("ruling", entry.ruling?.id)
            json.add("ruling_label", entry.ruling?.label)
            json.add("ruling_number", entry.ruling?.number)
            json.arrayUnlessEmpty("media_reviews", entry.mediaReviews) { review, json in
                json.object { json in
                    json.add("media", review.medium)
                    json.add("category", review.category)
                }
            }
        }
    }

    private func notice(_ notice: Notice, to json: inout JSONWriter) {
        json.object { json in
            json.add("kind", notice.kind)
            json.add("text", notice.text)
            json.add("earlier_ruling", notice.earlier?.ruling)
            json.add("earlier_digest", notice.earlier?.digest.hexadecimal)
        }
    }

    private func author(_ author: Author, to json: inout JSONWriter) {
        json.object { json in
            json.add("name", author.name)
            json.add("url", author.address)
        }
    }
}
