import Diagnostics
import Newsroom

/// What oEmbed 1.0 tells of a claim: how another site frames its card.
enum OEmbed {
    /// The card's size, in CSS pixels.
    static let width = 600
    static let height = 400

    /// The answer for a claim, as a file that its page points at (section 4 of the specification, discovery).
    static func file(_ rated: RatedClaim, of edition: Edition) -> RenderedFile {
        let author = edition.profiles(rated.verdict.authors).first?.name.value
        return file(of: rated.claim, title: rated.verdict.title.value, author: author, in: edition)
    }

    /// The answer for a claim whose ruling was retracted: sites that framed its card keep it, and it says so.
    static func file(retracted claim: Claim, of edition: Edition, _ words: Catalogue) -> RenderedFile {
        let title = words.text("history.retracted-title", ["statement": claim.statement.value])
        return file(of: claim, title: title, author: nil, in: edition)
    }

    private static func file(
        of claim: Claim,
        title: String,
        author: String?,
        in edition: Edition
    ) -> RenderedFile {
        let settings = edition.records.settings
        let frame: XMLText = """
            <iframe src="\(edition.address(.embed(claim.id)))" width="\(width)" height="\(height)" \
            title="\(title)" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe>
            """
        return RenderedFile(.oEmbed(claim.id)) { json in
            json.object { json in
                json.add("version", "1.0")
                json.add("type", "rich")
                json.add("title", title)
                json.add("author_name", author)
                json.add("provider_name", settings.name)
                json.add("provider_url", edition.siteAddress)
                json.add("cache_age", 86400)
                json.add("width", width)
                json.add("height", height)
                json.add("html", frame.text)
            }
        }
    }
}
