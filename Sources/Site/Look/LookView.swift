import Addresses
import Mustache
import Newsroom

/// The newsroom's own look, as the head and the masthead show it.
struct LookView: TemplateView {
    /// A picture in the masthead, and the one that takes its place on dark paper.
    struct Logo: TemplateView {
        let address: String
        let darkAddress: String?

        static let fields: TemplateFields<Self> = [
            "address": { .text($0.address) },
            "dark-address": { .text($0.darkAddress ?? "") },
        ]
    }

    /// The icon in tabs and bookmarks.
    struct Icon: TemplateView {
        let address: String
        let type: String

        static let fields: TemplateFields<Self> = [
            "address": { .text($0.address) },
            "type": { .text($0.type) },
        ]
    }

    /// The icon in one of its sizes.
    struct SizedIcon: TemplateView {
        let address: String
        let side: Int

        static let fields: TemplateFields<Self> = [
            "address": { .text($0.address) },
            "sizes": { .text("\($0.side)x\($0.side)") },
        ]
    }

    let logo: Logo?
    let icon: Icon?
    /// The icon in several sizes, smallest first.
    let icons: [SizedIcon]
    /// The icon on a telephone's screen.
    let touchIcon: String?

    /// The look of a site; nil where it is the theme's.
    /// - Parameters:
    ///   - sides: the sides of the settings' icons, in pixels, by their paths.
    ///   - drawn: the names of drawn icons, by their sides.
    init?(_ look: LookSettings, _ links: Links, sides: [String: Int], drawn: [Int: String]) {
        guard look.isOwn else { return nil }
        func address(_ file: Located<String>?) -> String? {
            file.map { links.to(Route(asNamed: $0.value)) }
        }
        logo = address(look.logo).map { Logo(address: $0, darkAddress: address(look.darkLogo)) }
        icon = address(look.icon).map { path in
            Icon(address: path, type: path.hasSuffix(".png") ? "image/png" : "image/svg+xml")
        }
        let given = look.icons.compactMap { file in
            sides[file.value].map { SizedIcon(address: links.to(Route(asNamed: file.value)), side: $0) }
        }
        let made = drawn.map { SizedIcon(address: links.to(.card($1)), side: $0) }
        let all = (given.isEmpty ? made : given).sorted { ($0.side, $0.address) < ($1.side, $1.address) }
        icons = all.filter { $0.side != Self.touchSide }
        touchIcon =
            (all.first { $0.side >= Self.touchSide } ?? all.last)?.address
            ?? icon.flatMap { $0.type == "image/png" ? $0.address : nil }
    }

    /// The side of an icon on a telephone's screen, in pixels, as Apple asks for it.
    private static let touchSide = 180

    static let fields: TemplateFields<Self> = [
        "logo": { .record($0.logo) },
        "icon": { .record($0.icon) },
        "icons": { .list($0.icons) },
        "touch-icon": { .text($0.touchIcon) },
        "light-paper": { _ in .text(PageGround.light[0].text) },
        "dark-paper": { _ in .text(PageGround.dark[0].text) },
    ]
}
