import Diagnostics

/// What oEmbed 1.0 tells of a claim: how another site frames its card.
enum OEmbed {
    /// The card's greatest width, in CSS pixels.
    static let width = 600

    /// A height at which nothing of the card is cut on a telephone that is 320 pixels wide.
    ///
    /// Cards are as high as their texts are long, and a page that frames one cannot ask it: so the lines are counted, at the
    /// fewest letters that the style sheet puts in a line of each text. On wider screens some room is left below.
    static func height(_ rated: RatedClaim, claimants: [String]) -> Int {
        let claim = rated.claim.statement.value.count + claimants.reduce(0) { $0 + $1.count + 2 } + dateLength
        return frameHeight + lines(rated.verdict.title.value.count, perLine: 21) * 27 + lines(
            claim,
            perLine: 26
        ) * 27
            + lines(rated.verdict.summary.value.count, perLine: 26) * 27
    }

    /// The letters of a date, with what parts it from its neighbours.
    private static let dateLength = 22
    /// All but the three texts: the ruling, the site's name with the day, which can take two lines each, and what lies between.
    private static let frameHeight = 80

    private static func lines(_ letters: Int, perLine: Int) -> Int { (letters + perLine - 1) / perLine }

    /// The answer for a claim, as a file that its page points at (section 4 of the specification, discovery).
    static func file(_ rated: RatedClaim, of edition: Edition) -> RenderedFile {
        let settings = edition.records.settings
        let title = rated.verdict.title.value
        let height = height(rated, claimants: edition.profiles(rated.claim.claimants).map(\.name.value))
        let frame: XMLText = """
            <iframe src="\(edition.address(.embed(rated.claim.id)))" width="\(width)" height="\(height)" \
            style="border:0;width:100%;max-width:\(width)px" title="\(title)" \
            sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe>
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
