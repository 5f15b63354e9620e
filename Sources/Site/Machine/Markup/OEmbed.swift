import Diagnostics

/// What oEmbed 1.0 tells of a claim: how another site frames its card.
enum OEmbed {
    /// The card's size, in CSS pixels.
    static let width = 600
    static let height = 400

    /// The answer for a claim, as a file that its page points at (section 4 of the specification, discovery).
    static func file(_ rated: RatedClaim, of edition: Edition) -> RenderedFile {
        let settings = edition.records.settings
        let title = rated.verdict.title.value
        let frame: XMLText = """
            <iframe src="\(edition.address(.embed(rated.claim.id)))" width="\(width)" height="\(height)" \
            title="\(title)" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe>
            """
        return RenderedFile(.oEmbed(rated.claim.id)) { json in
            json.object { json in
                json.add("version", "1.0")
                json.add("type", "rich")
                json.add("title", title)
                json.add("author_name", edition.profiles(rated.verdict.authors).first?.name.value)
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
