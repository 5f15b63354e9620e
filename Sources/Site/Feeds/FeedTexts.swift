import Addresses
import Markdown
import Newsroom

/// The whole texts of verdicts, as feeds carry them: with links that lead to the site from wherever they are read.
struct FeedTexts {
    private let scope: PageScope
    private let edition: Edition
    private let cards: ShareCards

    /// How many entries of a feed carry the whole text, newest first: programs ask for a feed every few minutes, and those who
    /// come back within weeks have these.
    static let limit = 20

    init(_ edition: Edition, _ words: Catalogue, _ theme: SiteTemplates, _ cards: ShareCards) {
        self.edition = edition
        self.cards = cards
        let settings = edition.records.settings
        scope = PageScope(
            edition: edition,
            words: words,
            links: Links(site: settings.url.value, settings.links),
            templates: theme.library,
            parts: SharedParts(images: SiteImages(cards: cards, copies: .none))
        )
    }

    /// What the texts are made from.
    var inputs: [InputNumber] { scope.inputs }

    /// The picture that stands for a verdict in lists.
    func picture(of rated: RatedClaim) -> FeedPicture? {
        // The share image depends on its template, too.
        _ = scope.cardAddress(ofClaim: rated.claim.id)
        return FeedPicture(of: rated, in: edition, cards, scope.words)
    }

    /// The media that are the claim, as figures, and the text of a verdict. Citations name the source, because a feed has no list of evidence that a number could mean.
    func html(of rated: RatedClaim) -> [UInt8] {
        let html = scope.document(of: rated.verdict).html(FeedResolver(scope: scope, edition: edition))
        let figures = scope.figuresShown(by: rated.claim)
        let folder = edition.siteAddress + "\(SiteFolder.claims.rawValue)/"
        return AbsoluteAddresses.html(
            figures + html,
            page: edition.address(.claim(rated.claim.id)),
            folder: folder,
            site: edition.siteAddress
        )
    }
}

/// A resolver for texts that leave the site. Links to drafts stay words: feeds have none, also where the site has.
private struct FeedResolver: MarkdownResolver {
    let scope: PageScope
    let edition: Edition

    private var pages: RecordResolver { RecordResolver(scope: scope, numbering: nil) }

    func citation(_ group: CitationGroup) -> [UInt8] { pages.citation(group) }

    func mention(_ mention: Mention) -> [UInt8] { pages.mention(mention) }

    func medium(_ image: Image) -> [UInt8] { pages.medium(image) }

    func address(of link: RecordLink) -> String? {
        guard let kind = RecordKind(rawValue: link.kind),
            let record = edition.records.record(RecordKey(kind, link.id)), !scope.isDraft(record)
        else { return nil }
        return pages.address(of: link)
    }
}

/// Makes the relative addresses in a text of a claim's page absolute.
enum AbsoluteAddresses {
    private static let marks = [" href=\"", " src=\""].map { Array($0.utf8) }

    /// - Parameters:
    ///   - page: the address of the page that the text stands on.
    ///   - folder: that of the folder around it.
    static func html(_ html: [UInt8], page: String, folder: String, site: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(html.count + html.count / 8)
        var rest = html[...]
        while let next = rest.first {
            guard next == UInt8(ascii: " "), let mark = marks.first(where: rest.starts(with:)) else {
                result.append(next)
                rest.removeFirst()
                continue
            }
            result += mark
            rest = rest.dropFirst(mark.count)
            let address = rest.prefix { $0 != UInt8(ascii: "\"") }
            result += absolute(String(decoding: address, as: UTF8.self), page, folder, site).utf8
            rest = rest[address.endIndex...]
        }
        return result
    }

    private static func absolute(_ address: String, _ page: String, _ folder: String, _ site: String)
        -> String
    {
        if address.prefix(while: { !"/?#".contains($0) }).contains(":") || address.hasPrefix("/") {
            return address
        }
        if address.hasPrefix("../../") { return site + address.dropFirst(6) }
        if address.hasPrefix("../") { return folder + address.dropFirst(3) }
        return page + address
    }
}
