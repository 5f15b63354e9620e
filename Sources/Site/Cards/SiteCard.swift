import Addresses
import Mustache
import Newsroom

/// The share image of all pages but claims: what the template `site-card.svg` draws.
struct SiteCard: TemplateView {
    private static let margin = 72
    /// The middle of the room above the address.
    private static let middle = 282
    /// The room between the name and the description.
    private static let gap = 28

    let name: CardText
    let description: CardText
    let host: String
    let accent: String
    let isFromRight: Bool

    init(in scope: PageScope) {
        let settings = scope.settings
        // The name is broken so that it stands in the middle square, which is all that some programs show.
        name = CardText(
            settings.name,
            width: ShareCards.size.height - 2 * 16,
            choices: [(96, 2), (80, 2), (68, 3), (56, 3)]
        )
        description = CardText(
            settings.description,
            width: ShareCards.size.width - 2 * Self.margin,
            choices: [(44, 2), (38, 3)]
        )
        host = WebAddress(settings.url.value)?.site ?? settings.url.value
        accent = settings.look.accent?.value.text ?? "#15181b"
        isFromRight = scope.direction == .rightToLeft
    }

    private var top: Int { Self.middle - (name.height + Self.gap + description.height) / 2 }

    static let fields: TemplateFields<Self> = [
        "name": { .list(ShareCard.Line.all(of: $0.name, from: $0.top)) },
        "name-size": { .text(String($0.name.size)) },
        "lines": { .list(ShareCard.Line.all(of: $0.description, from: $0.top + $0.name.height + gap)) },
        "description-size": { .text(String($0.description.size)) },
        "host": { .text($0.host) },
        "accent": { .text($0.accent) },
        "direction": { .text($0.isFromRight ? "rtl" : "ltr") },
    ]
}
