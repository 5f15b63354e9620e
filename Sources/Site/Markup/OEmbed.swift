import Diagnostics
import Newsroom

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
        return height(title: rated.verdict.title.value.count, [claim, rated.verdict.summary.value.count])
    }

    /// The height of a card with a title and texts of so many letters.
    private static func height(title: Int, _ texts: [Int]) -> Int {
        let textLines = texts.reduce(0) { $0 + lines($1, perLine: 26) }
        return frameHeight + (lines(title, perLine: 21) + textLines) * 27
    }

    /// The letters of a date, with what parts it from its neighbours.
    private static let dateLength = 22
    /// All but the three texts: the ruling, the site's name with the day, which can take two lines each, and what lies between.
    private static let frameHeight = 80

    private static func lines(_ letters: Int, perLine: Int) -> Int { (letters + perLine - 1) / perLine }

    /// The answer for a claim, as a file that its page points at (section 4 of the specification, discovery).
    static func file(_ rated: RatedClaim, of edition: Edition) -> RenderedFile {
        let author = edition.profiles(rated.verdict.authors).first?.name.value
        let height = height(rated, claimants: edition.profiles(rated.claim.claimants).map(\.name.value))
        return file(of: rated.claim, title: rated.verdict.title.value, author: author, height, in: edition)
    }

    /// The answer for a claim whose ruling was retracted: sites that framed its card keep it, and it says so.
    static func file(retracted claim: Claim, of edition: Edition, _ words: Catalogue) -> RenderedFile {
        let title = words.text("history.retracted-title", ["statement": claim.statement.value])
        let notice = words.text("history.retracted-heading", [:]).count + dateLength
        let reason = edition.history(of: claim)?.standing.retraction?.reason.count ?? 0
        let height = height(title: title.count, [notice, reason])
        return file(of: claim, title: title, author: nil, height, in: edition)
    }

    private static func file(
        of claim: Claim,
        title: String,
        author: String?,
        _ height: Int,
        in edition: Edition
    ) -> RenderedFile {
        let settings = edition.records.settings
        let frame: XMLText = """
            <iframe src="\(edition.address(.embed(claim.id)))" width="\(width)" height="\(height)" \
            style="border:0;width:100%;max-width:\(width)px" title="\(title)" \
            sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe>
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
