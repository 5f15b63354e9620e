import Addresses
import Diagnostics
import Digests
import Files
import Newsroom

/// The share images of a site, by claim.
package struct ShareCards: Sendable {
    /// An image that is to be drawn.
    package struct Drawing: Sendable {
        /// The id of its claim.
        package let claim: String
        /// The name of the image without its ending: a digest of the drawing.
        package let name: String
        /// The drawing as SVG.
        package let svg: [UInt8]
        /// What is wrong with the template.
        package let findings: [Diagnostic]
    }

    /// The width and the height of an image, in pixels: what networks show without cutting.
    package static let size = (width: 1200, height: 630)
    /// The name of the template.
    static let template = "card.svg"
    /// The folder of drawn images in `.assay/`.
    package static let folder = "cards"
    /// The largest image that is taken over, in bytes.
    package static let sizeLimit = 2 * 1024 * 1024

    /// No images.
    package static let none = ShareCards(names: [:], root: "")

    private let names: [String: String]
    private let root: String

    /// Takes over drawn images.
    /// - Parameters:
    ///   - names: the names of images that are in `.assay/`, by the claims' ids.
    ///   - root: the newsroom's folder.
    package init(names: [String: String], root: String) {
        self.names = names
        self.root = root
    }

    /// The drawings of all published claims, made on all cores.
    package static func drawings(of edition: Edition, theme: SiteTemplates, words: Catalogue) async
        -> [Drawing]
    {
        await edition.publishedClaims.concurrentMap { rated in
            let scope = PageScope(
                edition: edition,
                words: words,
                links: Links(site: edition.siteAddress),
                templates: theme.library
            )
            let svg = scope.html(template, ShareCard(rated, in: scope).templateRecord)
            let name = Digest(of: svg).hexadecimal.prefix(32)
            return Drawing(claim: rated.claim.id, name: String(name), svg: svg, findings: scope.diagnostics)
        }
    }

    /// The address of a claim's image on the site; nil when it has none.
    func route(ofClaim id: String) -> Route? { names[id].map { .card($0) } }

    /// The names of all images, sorted.
    var all: [String] { Set(names.values).sorted() }

    /// The bytes of an image; nil when it is gone.
    func bytes(_ name: String) -> [UInt8]? { Self.file(name, in: root).contents(limit: Self.sizeLimit) }

    /// The place of an image in a newsroom's `.assay/`.
    package static func file(_ name: String, ending: String = "png", in root: String) -> OwnFile {
        OwnFile("\(folder)/\(name).\(ending)", in: root)
    }
}
