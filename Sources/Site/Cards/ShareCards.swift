import Addresses
import Diagnostics
import Digests
import Files
import Media
import Newsroom

/// The share images of a site, by claim.
package struct ShareCards: Sendable {
    /// What an image is for.
    package enum Subject: Hashable, Sendable {
        /// The claim of an id.
        case claim(String)
        /// All other pages.
        case site
        /// The newsroom's icon.
        case icon
    }

    /// An image that is to be drawn.
    package struct Drawing: Sendable {
        /// What it is the image of.
        package let subject: Subject
        /// The name of the image without its ending: a digest of the drawing.
        package let name: String
        /// The width and the height, in pixels.
        package let size: (width: Int, height: Int)
        /// The drawing as SVG.
        package let svg: [UInt8]
        /// The picture that has to lie beside the drawing.
        package let image: CardImage?
        /// What is wrong with the template.
        package let findings: [Diagnostic]
    }

    /// The width and the height of an image, in pixels: what networks show without cutting.
    package static let size = (width: 1200, height: 630)
    /// The name of the template for claims.
    static let template = "card.svg"
    /// The name of the template for all other pages.
    static let siteTemplate = "site-card.svg"
    /// The names of the templates.
    static let templates: Set<String> = [template, siteTemplate]
    /// The folder of drawn images in `.assay/`.
    package static let folder = "cards"
    /// The largest image that is taken over, in bytes.
    package static let sizeLimit = 2 * 1024 * 1024

    /// No images.
    package static let none = ShareCards([], root: "")

    private let names: [String: String]
    private let site: String?
    /// The names of the icons, by their sides in pixels.
    let icons: [Int: String]
    private let root: String

    /// Takes over drawn images.
    /// - Parameters:
    ///   - drawings: those whose images are in `.assay/`.
    ///   - root: the newsroom's folder.
    package init(_ drawings: [Drawing], root: String) {
        var names: [String: String] = [:]
        var icons: [Int: String] = [:]
        var site: String?
        for drawing in drawings {
            switch drawing.subject {
            case .claim(let id): names[id] = drawing.name
            case .site: site = drawing.name
            case .icon: icons[drawing.size.width] = drawing.name
            }
        }
        (self.names, self.icons, self.site, self.root) = (names, icons, site, root)
    }

    /// The drawings of all published claims, and that of the site, made on all cores.
    /// - Parameter copies: the smaller copies of pictures.
    package static func drawings(
        of edition: Edition,
        theme: SiteTemplates,
        words: Catalogue,
        copies: PictureCopies = .none
    ) async -> [Drawing] {
        let icons = icons(of: edition)
        guard edition.records.settings.look.drawsCards else { return icons }
        let claims = await edition.publishedClaims.concurrentMap { rated in
            let scope = PageScope(
                edition: edition,
                words: words,
                links: Links(site: edition.siteAddress),
                templates: theme.library
            )
            let card = ShareCard(rated, copies, in: scope)
            let svg = scope.html(template, card.templateRecord)
            let name = Digest(of: svg).hexadecimal.prefix(32)
            return Drawing(
                subject: .claim(rated.claim.id),
                name: String(name),
                size: size,
                svg: svg,
                image: card.picture?.image,
                findings: scope.diagnostics
            )
        }
        return icons + [drawing(ofSite: edition, theme, words)] + claims
    }

    /// The sides of icons, in pixels: a tab, a telephone's screen by Apple, one by others, and where programs are installed.
    private static let iconSides = [32, 180, 192, 512]

    /// The drawings of the newsroom's icon, which is a drawing itself.
    private static func icons(of edition: Edition) -> [Drawing] {
        let look = edition.records.settings.look
        guard look.drawsIcons, let icon = look.icon?.value, icon.lowercased().hasSuffix(".svg"),
            let bytes = edition.statics.bytes(of: icon), let found = try? InspectedMedia(bytes),
            found.format == .svg
        else { return [] }
        let svg = found.cleaned(bytes)
        return iconSides.map { side in
            let name = Digest(of: svg + Array(" \(side)".utf8)).hexadecimal.prefix(32)
            return Drawing(
                subject: .icon,
                name: String(name),
                size: (side, side),
                svg: svg,
                image: nil,
                findings: []
            )
        }
    }

    private static func drawing(ofSite edition: Edition, _ theme: SiteTemplates, _ words: Catalogue)
        -> Drawing
    {
        let scope = PageScope(
            edition: edition,
            words: words,
            links: Links(site: edition.siteAddress),
            templates: theme.library
        )
        let svg = scope.html(siteTemplate, SiteCard(in: scope).templateRecord)
        let name = Digest(of: svg).hexadecimal.prefix(32)
        return Drawing(
            subject: .site,
            name: String(name),
            size: size,
            svg: svg,
            image: nil,
            findings: scope.diagnostics
        )
    }

    /// The address of a claim's image on the site; nil when it has none.
    func route(ofClaim id: String) -> Route? { names[id].map { .card($0) } }

    /// The address of the image of all other pages; nil when there is none.
    var siteRoute: Route? { site.map { .card($0) } }

    /// The address of a claim's image, and its size in bytes; nil when it has none.
    func file(ofClaim id: String) -> (route: Route, byteCount: Int)? {
        guard let name = names[id], let bytes = bytes(name) else { return nil }
        return (.card(name), bytes.count)
    }

    /// What a claim's image shows, for those who cannot see it.
    static func description(of rated: RatedClaim, _ words: Catalogue) -> String {
        words.text("feed.entry", ["ruling": rated.ruling.label, "title": rated.claim.statement.value])
    }

    /// The names of all images, sorted.
    var all: [String] { Set(names.values).union(icons.values).union([site].compactMap(\.self)).sorted() }

    /// The bytes of an image; nil when it is gone.
    func bytes(_ name: String) -> [UInt8]? { Self.file(name, in: root).contents(limit: Self.sizeLimit) }

    /// The place of an image in a newsroom's `.assay/`.
    package static func file(_ name: String, ending: String = "png", in root: String) -> OwnFile {
        OwnFile("\(folder)/\(name).\(ending)", in: root)
    }
}
