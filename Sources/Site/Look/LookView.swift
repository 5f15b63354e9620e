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
            "touch": { .bool($0.type == "image/png") },
        ]
    }

    let logo: Logo?
    let icon: Icon?

    /// The look of a site; nil where it is the theme's.
    init?(_ look: LookSettings, _ links: Links) {
        guard look.isOwn else { return nil }
        func address(_ file: Located<String>?) -> String? {
            file.map { links.to(Route(asNamed: $0.value)) }
        }
        logo = address(look.logo).map { Logo(address: $0, darkAddress: address(look.darkLogo)) }
        icon = address(look.icon).map { path in
            Icon(address: path, type: path.hasSuffix(".png") ? "image/png" : "image/svg+xml")
        }
    }

    static let fields: TemplateFields<Self> = [
        "logo": { .record($0.logo) },
        "icon": { .record($0.icon) },
        "light-paper": { _ in .text(PageGround.light[0].text) },
        "dark-paper": { _ in .text(PageGround.dark[0].text) },
    ]
}
