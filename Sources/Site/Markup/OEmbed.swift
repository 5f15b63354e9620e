import Diagnostics
import Newsroom

/// The oEmbed 1.0 answer for a claim: the HTML with which another site frames its card.
enum OEmbed {
    /// The largest width of the card, in CSS pixels.
    static let width = 600

    /// The height of a card, in CSS pixels, that shows all of it on a screen 320 pixels wide.
    ///
    /// A framing page cannot ask the card for its height. It is therefore estimated from the lines of each text, with the
    /// fewest letters that the style sheet puts in a line. Wider screens leave some room below.
    static func height(_ rated: RatedClaim, claimants: [String]) -> Int {
        let claim = rated.claim.statement.value.count + claimants.reduce(0) { $0 + $1.count + 2 } + dateLength
        return height(title: rated.verdict.title.value.count, [claim, rated.verdict.summary.value.count])
    }

    /// The height of a card, from the numbers of letters in its title and its other texts.
    private static func height(title: Int, _ texts: [Int]) -> Int {
        let textLines = texts.reduce(0) { $0 + lines($1, perLine: 26) }
        return frameHeight + (lines(title, perLine: 21) + textLines) * 27
    }

    /// The height of the picture that is the claim, with its mark and the gaps. One that is covered opens into the same room.
    private static func height(of picture: Medium) -> Int {
        guard let size = picture.content?.inspected.size else { return 320 }
        return min(224, narrowWidth * size.height / size.width) + 96
    }

    /// The width of a picture on a screen 320 pixels wide, in CSS pixels.
    private static let narrowWidth = 280

    /// The number of letters in a date and its separators.
    private static let dateLength = 22
    /// The height without the texts, in CSS pixels: the ruling, the site's name and the day, at two lines each, and the gaps.
    private static let frameHeight = 80

    private static func lines(_ letters: Int, perLine: Int) -> Int { (letters + perLine - 1) / perLine }

    /// The same answers at the addresses that a claim had before.
    static func copies(of file: RenderedFile, _ claim: Claim, in edition: Edition) -> [RenderedFile] {
        edition.records.formerIDs.former(.record(.claim), claim.id).map {
            RenderedFile(route: .oEmbed($0), content: file.content)
        }
    }

    /// The answer for a claim, as a file linked from its page (oEmbed 1.0, section 4, "Discovery").
    static func file(_ rated: RatedClaim, of edition: Edition) -> RenderedFile {
        let author = edition.profiles(rated.verdict.authors).first?.name.value
        let height = height(rated, claimants: edition.profiles(rated.claim.claimants).map(\.name.value))
        let picture = edition.markedPicture(of: rated.claim).map(self.height) ?? 0
        return file(
            of: rated.claim,
            title: rated.verdict.title.value,
            author: author,
            height + picture,
            in: edition
        )
    }

    /// The answer for a retracted claim. Its card stays on other sites and tells of the retraction.
    static func file(retracted claim: Claim, of edition: Edition, _ words: Catalogue) -> RenderedFile {
        let title = words.text("history.retracted-title", ["statement": claim.statement.value])
        let notice = words.text("history.retracted-heading", [:]).count + dateLength
        let reason = edition.history(of: claim)?.standing.retraction?.reason.count ?? 0
        let height = height(title: title.count, [notice, reason])
        return file(of: claim, title: title, author: nil, height, in: edition)
    }

    /// The frame around a card, as HTML for any page.
    static func frame(at address: String, title: String, height: Int) -> String {
        let frame: XMLText = """
            <iframe src="\(address)" width="\(width)" height="\(height)" \
            style="border:0;width:100%;max-width:\(width)px" title="\(title)" \
            sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe>
            """
        return frame.text
    }

    private static func file(
        of claim: Claim,
        title: String,
        author: String?,
        _ height: Int,
        in edition: Edition
    ) -> RenderedFile {
        let settings = edition.records.settings
        let frame = frame(at: edition.address(.embed(claim.id)), title: title, height: height)
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
                json.add("html", frame)
            }
        }
    }
}
