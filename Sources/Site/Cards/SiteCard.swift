import Addresses
import Mustache
import Newsroom

/// The share image of all pages but claims: what the template `site-card.svg` draws.
struct SiteCard: TemplateView {
    private static let margin = 72

    let name: CardText
    let description: CardText
    let host: String
    let accent: String
    let isFromRight: Bool

    init(in scope: PageScope) {
        let settings = scope.settings
        let width = ShareCards.size.width - 2 * Self.margin
        name = CardText(settings.name, width: width, choices: [(96, 2), (76, 3)])
        description = CardText(settings.description, width: width, choices: [(44, 3)])
        host = WebAddress(settings.url.value)?.site ?? settings.url.value
        accent = settings.look.accent?.value.text ?? "#15181b"
        isFromRight = scope.direction == .rightToLeft
    }

    private func lines(_ text: CardText, from top: Int) -> [ShareCard.Line] {
        text.lines.enumerated().map {
            ShareCard.Line(text: $1, bottom: top + text.size + $0 * text.size * 118 / 100)
        }
    }

    /// The first line of the description stands below the name.
    private var middle: Int { 96 + name.lines.count * name.size * 118 / 100 + 24 }

    static let fields: TemplateFields<Self> = [
        "name": { .list($0.lines($0.name, from: 88)) },
        "name-size": { .text(String($0.name.size)) },
        "lines": { .list($0.lines($0.description, from: $0.middle)) },
        "host": { .text($0.host) },
        "accent": { .text($0.accent) },
        "edge": { .text(String($0.isFromRight ? ShareCards.size.width - margin : margin)) },
        "direction": { .text($0.isFromRight ? "rtl" : "ltr") },
    ]
}
