import Mustache
import Newsroom

/// A claim's share image: what the template `card.svg` draws.
///
/// The ruling stands over the claim, and in larger letters than all but the claim: nobody who passes by sees a false claim
/// alone.
struct ShareCard: TemplateView {
    private static let size = ShareCards.size
    private static let margin = 72
    private static let top = 290
    /// The room between the texts and a picture.
    private static let gap = 32

    /// A line of text.
    struct Line: TemplateView {
        let text: String
        let bottom: Int

        static let fields: TemplateFields<Self> = [
            "text": { .text($0.text) },
            "bottom": { .text(String($0.bottom)) },
        ]
    }

    /// A step of the scale, drawn as a bar.
    struct Step: TemplateView {
        let left: Int
        let width: Int
        let isCurrent: Bool

        static let fields: TemplateFields<Self> = [
            "left": { .text(String($0.left)) },
            "width": { .text(String($0.width)) },
            "current": { .bool($0.isCurrent) },
        ]
    }

    let ruling: String
    let tone: String
    let badgeWidth: Int
    let steps: [Step]
    let attribution: String
    let claim: CardText
    let picture: CardPicture?
    let isClaimFromRight: Bool
    let isPageFromRight: Bool
    let newsroom: String
    let date: String

    /// Makes the image of a claim.
    /// - Parameter copies: the smaller copies of pictures, one of which it may show.
    init(_ rated: RatedClaim, _ copies: PictureCopies, in scope: PageScope) {
        isPageFromRight = scope.direction == .rightToLeft
        picture = CardPicture(
            of: rated.claim,
            left: isPageFromRight ? Self.margin : Self.size.width - Self.margin - CardPicture.width,
            copies,
            in: scope
        )
        let inner = Self.size.width - 2 * Self.margin
        let room = picture == nil ? inner : inner - CardPicture.width - Self.gap
        let scale = scope.settings.scale
        ruling = CardText.line(rated.ruling.label, width: 620, size: 50)
        badgeWidth = Int(CardText.width(ruling) * 50) + 64
        tone = Self.colour(ofTone: RulingView.tone(of: rated.ruling, on: scale))
        steps = Self.steps(rated.ruling, scale, isFromRight: isPageFromRight)
        attribution = CardText.line(
            scope.claimants(of: rated.claim) + scope.words["list.colon"],
            width: inner,
            size: 40
        )
        claim = CardText(
            rated.claim.statement.value,
            width: room,
            choices: picture == nil ? [(76, 2), (64, 3), (56, 4)] : [(60, 3), (52, 4), (44, 5)]
        )
        isClaimFromRight = CardText.isFromRight(rated.claim.statement.value)
        newsroom = CardText.line(scope.settings.name, width: inner * 2 / 3, size: 38)
        date = scope.view(rated.publication.published)?.text ?? ""
    }

    private static func steps(_ ruling: Ruling, _ scale: RatingScale, isFromRight: Bool) -> [Step] {
        guard ruling.number != nil, scale.steps.count <= 10 else { return [] }
        let (room, gap, count) = (300, 8, scale.steps.count)
        let left = isFromRight ? margin : size.width - margin - room
        return scale.steps.enumerated().map { index, step in
            let place = isFromRight ? count - 1 - index : index
            let start = place * (room + gap) / count
            let end = (place + 1) * (room + gap) / count - gap
            return Step(left: left + start, width: end - start, isCurrent: step.id == ruling.id)
        }
    }

    /// The colours of the theme's style sheet on light paper, which a drawing cannot read from there.
    static func colour(ofTone tone: String) -> String {
        [
            "tone-1": "#a3161f", "tone-2": "#a8480f", "tone-3": "#7a5c00", "tone-4": "#44701e",
            "tone-5": "#14694a",
        ][tone] ?? "#4f5b69"
    }

    private static func edge(isFromRight: Bool) -> Int { isFromRight ? size.width - margin : margin }

    /// The edge at which the claim begins, which a picture on that side moves inwards.
    private var claimEdge: Int {
        let edge = Self.edge(isFromRight: isClaimFromRight)
        guard picture != nil, isClaimFromRight != isPageFromRight else { return edge }
        let moved = CardPicture.width + Self.gap
        return isClaimFromRight ? edge - moved : edge + moved
    }

    private static func direction(isFromRight: Bool) -> String { isFromRight ? "rtl" : "ltr" }

    private var lines: [Line] {
        let leading = claim.size * 118 / 100
        return claim.lines.enumerated().map {
            Line(text: $1, bottom: Self.top + claim.size * 4 / 10 + $0 * leading)
        }
    }

    static let fields: TemplateFields<Self> = [
        "ruling": { .text($0.ruling) },
        "tone": { .text($0.tone) },
        "badge-left": { card in
            .text(String(card.isPageFromRight ? size.width - margin - card.badgeWidth : margin))
        },
        "badge-width": { .text(String($0.badgeWidth)) },
        "badge-middle": { card in
            let left = card.isPageFromRight ? size.width - margin - card.badgeWidth : margin
            return .text(String(left + card.badgeWidth / 2))
        },
        "steps": { .section($0.steps) },
        "attribution": { .text($0.attribution) },
        "edge": { .text(String(edge(isFromRight: $0.isPageFromRight))) },
        "direction": { .text(direction(isFromRight: $0.isPageFromRight)) },
        "other-edge": { .text(String(edge(isFromRight: !$0.isPageFromRight))) },
        "claim-edge": { .text(String($0.claimEdge)) },
        "claim-direction": { .text(direction(isFromRight: $0.isClaimFromRight)) },
        "claim-size": { .text(String($0.claim.size)) },
        "lines": { .list($0.lines) },
        "picture": { .record($0.picture) },
        "newsroom": { .text($0.newsroom) },
        "date": { .text($0.date) },
    ]
}
