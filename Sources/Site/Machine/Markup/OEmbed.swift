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
        let frame = """
            <iframe src="\(XMLText.escaped(edition.address(.embed(rated.claim.id))))" width="\(width)" height="\(height)" \
            title="\(XMLText.escaped(title))" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe>
            """
        return RenderedFile(
            .oEmbed(rated.claim.id),
            json: .object([
                "version": "1.0",
                "type": "rich",
                "title": .string(title),
                "author_name": .optional(edition.profiles(rated.verdict.authors).first?.name.value),
                "provider_name": .string(settings.name),
                "provider_url": .string(edition.siteAddress),
                "cache_age": 86400,
                "width": .integer(width),
                "height": .integer(height),
                "html": .string(frame),
            ])
        )
    }
}
