import Addresses
import Encodings
import Markdown
import Media
import Mustache
import Newsroom

extension MenuEntry {
    /// Where the entry leads on the site; nil for another site, and for a page that is not there.
    func route(in scope: PageScope) -> Route? {
        switch target {
        case .page(let id): scope.page(id.value).map { .page($0.id) }
        case .address(let address): Self.route(of: address.value)
        }
    }

    /// The query and the fragment of the typed address, with their marks; empty for none.
    var suffix: Substring {
        guard case .address(let address) = target else { return "" }
        return address.value[Self.end(ofPath: address.value)...]
    }

    private static func end(ofPath address: String) -> String.Index {
        address.firstIndex { "?#".contains($0) } ?? address.endIndex
    }

    /// The route of a path of the site; nil for a whole address.
    static func route(of address: String) -> Route? {
        guard WebAddress(address) == nil else { return nil }
        let parts = address[..<end(ofPath: address)].split(separator: "/").map {
            String(decoding: PercentEncoding.decodedLeniently($0.utf8), as: UTF8.self)
        }
        guard let last = parts.last else { return .home }
        return last.contains(".") ? Route(file: parts) : Route(folder: parts)
    }
}

extension SiteFrame {
    /// The entries of the settings' menu; empty where it has none.
    static func menu(current: PageSubject?, in scope: PageScope) -> [Item] {
        scope.settings.menu.compactMap { entry in
            if let route = entry.route(in: scope) {
                return Item(
                    link: Hyperlink(entry.label, to: scope.links.to(route) + entry.suffix),
                    isCurrent: current?.route == route
                )
            }
            guard case .address(let typed) = entry.target, let address = WebAddress.linkable(typed.value)
            else { return nil }
            return Item(link: Hyperlink(entry.label, to: address), isCurrent: false)
        }
    }

    /// The newsroom's pages on other sites, by the names of these sites.
    static func profilesElsewhere(_ settings: SiteSettings) -> [Hyperlink] {
        settings.social.compactMap { typed in
            guard let address = WebAddress.linkable(typed.value), let web = WebAddress(address) else {
                return nil
            }
            return Hyperlink(web.site, to: address)
        }
    }
}

extension Edition {
    /// The sides of the settings' icons, in pixels, by the paths of their files.
    var iconSides: [String: Int] {
        let sides = records.settings.look.icons.compactMap { icon -> (String, Int)? in
            let size = statics.bytes(of: icon.value).flatMap { (try? InspectedMedia($0))?.size }
            return size.map { (icon.value, $0.width) }
        }
        return Dictionary(sides) { first, _ in first }
    }
}

extension PageScope {
    /// The newsroom's own look; nil where it is the theme's.
    var look: LookView? {
        LookView(settings.look, links, sides: iconSides, drawn: parts.images.cards.icons)
    }

    /// The HTML of a text in the settings; empty where there is none.
    func html(of text: SettingsText?) -> [UInt8] {
        guard let text else { return [] }
        let document = MarkdownDocument(text.file, range: text.file.bytes.indices)
        return document.html(RecordResolver(scope: self, numbering: nil, readsMentions: false))
    }

    /// Whether the settings' menu leads to a page.
    func menuLeads(to subject: PageSubject) -> Bool {
        settings.menu.contains { entry in
            if case .address(let typed) = entry.target {
                MenuEntry.route(of: typed.value) == subject.route
            } else {
                false
            }
        }
    }
}
