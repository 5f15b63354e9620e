import Mustache
import Newsroom

/// A claim's share image: what the template `card.svg` draws.
///
/// The ruling stands over the claim in a field of its colour: nobody who passes by sees a false claim alone. Some programs show
/// the middle square of an image, so the ruling and its place on the scale stand in it.
struct ShareCard: TemplateView {
    private static let size = ShareCards.size
    private static let margin = 72
    /// The room between the texts and a picture.
    private static let gap = 32
    /// The height of the field in which the ruling stands.
    private static let band = 176
    /// The width of what stands in the middle square, with some room at its edges.
    private static let safeWidth = size.height - 2 * 24
    /// The bottom of the room for the claim, above the newsroom's name.
    private static let floor = 540
    private static let attributionSize = 40

    /// A line of text.
    struct Line: TemplateView {
        let text: String
        let bottom: Int

        static let fields: TemplateFields<Self> = [
            "text": { .text($0.text) },
            "bottom": { .text(String($0.bottom)) },
        ]

        /// The lines of a text, one below the other.
        static func all(of text: CardText, from top: Int) -> [Line] {
            text.lines.enumerated().map {
                Line(text: $1, bottom: top + text.size * 9 / 10 + $0 * text.leading)
            }
        }

        /// The lines of a text around a height.
        static func all(of text: CardText, around middle: Int) -> [Line] {
            all(of: text, from: middle - text.height / 2)
        }
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

    let ruling: CardText
    let tone: String
    let steps: [Step]
    let attribution: String
    let claim: CardText
    let picture: CardPicture?
    let isClaimFromRight: Bool
    let isPageFromRight: Bool
    let newsroom: String
    let footSize: Int
    let date: String

    /// Makes the image of a claim.
    /// - Parameter copies: the smaller copies of pictures, one of which it may show.
    init(_ rated: RatedClaim, _ copies: PictureCopies, in scope: PageScope) {
        isPageFromRight = scope.direction == .rightToLeft
        let picture = CardPicture(
            of: rated.claim,
            left: isPageFromRight ? Self.margin : Self.size.width - Self.margin - CardPicture.width,
            isFromRight: isPageFromRight,
            copies,
            in: scope
        )
        let inner = Self.size.width - 2 * Self.margin
        let room = picture == nil ? inner : inner - CardPicture.width - Self.gap
        let scale = scope.settings.scale
        ruling = CardText(
            rated.ruling.label,
            width: Self.safeWidth,
            choices: [(80, 1), (66, 1), (56, 1), (48, 2), (38, 2)]
        )
        tone = Self.colour(ofTone: RulingView.tone(of: rated.ruling, on: scale))
        steps = Self.steps(rated.ruling, scale, isFromRight: isPageFromRight)
        attribution = CardText.line(
            scope.claimants(of: rated.claim) + scope.words["list.colon"],
            width: room,
            size: Self.attributionSize
        )
        claim = CardText(
            rated.claim.statement.value,
            width: room,
            choices: picture == nil ? [(76, 2), (64, 3), (56, 4)] : [(60, 3), (52, 4), (44, 5)]
        )
        self.picture = picture
        isClaimFromRight = CardText.isFromRight(rated.claim.statement.value)
        date = scope.view(rated.publication.published)?.text ?? ""
        // In the middle square as well, where the name is not too long for that.
        let both = CardText.width(scope.settings.name + date) + 0.6
        footSize = max(28, min(36, Int(Double(Self.safeWidth) / both)))
        let dateWidth = Int((CardText.width(date) + 0.6) * Double(footSize))
        newsroom = CardText.line(scope.settings.name, width: inner - dateWidth, size: footSize)
    }

    /// The bars in the middle of the field.
    private static func steps(_ ruling: Ruling, _ scale: RatingScale, isFromRight: Bool) -> [Step] {
        guard ruling.number != nil, scale.steps.count <= 10 else { return [] }
        let (room, gap, count) = (420, 8, scale.steps.count)
        let left = (size.width - room) / 2
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

    /// The middle of the texts, beside a picture or without one.
    private var middle: Int {
        guard picture != nil else { return Self.size.width / 2 }
        let moved = (CardPicture.width + Self.gap) / 2
        return Self.size.width / 2 + (isPageFromRight ? moved : -moved)
    }

    /// The top of the claimant's name and the claim, which stand in the middle of their room.
    private var top: Int {
        let height = Self.attributionSize * 13 / 10 + claim.height
        return Self.band + max(12, (Self.floor - Self.band - height) / 2)
    }

    private static func direction(isFromRight: Bool) -> String { isFromRight ? "rtl" : "ltr" }

    static let fields: TemplateFields<Self> = [
        "band": { _ in .text(String(band)) },
        "ruling": { .list(Line.all(of: $0.ruling, around: $0.steps.isEmpty ? band / 2 : 72)) },
        "ruling-size": { .text(String($0.ruling.size)) },
        "tone": { .text($0.tone) },
        "steps": { .section($0.steps) },
        "attribution": { .text($0.attribution) },
        "attribution-bottom": { .text(String($0.top + attributionSize * 9 / 10)) },
        "direction": { .text(direction(isFromRight: $0.isPageFromRight)) },
        "middle": { .text(String($0.middle)) },
        "claim-direction": { .text(direction(isFromRight: $0.isClaimFromRight)) },
        "claim-size": { .text(String($0.claim.size)) },
        "lines": { .list(Line.all(of: $0.claim, from: $0.top + attributionSize * 13 / 10)) },
        "picture": { .record($0.picture) },
        "newsroom": { .text($0.newsroom) },
        "foot-size": { .text(String($0.footSize)) },
        "date": { .text($0.date) },
    ]
}
