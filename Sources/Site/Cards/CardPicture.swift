import Digests
import Files
import Media
import Mustache
import Newsroom

/// The picture in a share image: one that is the claim, with the ruling over it. A picture without a mark is in no share image.
struct CardPicture: TemplateView {
    /// The place of the picture in a share image.
    static let (top, width, height) = (208, 480, 316)
    /// The height of the mark over its lower edge.
    private static let markHeight = 76
    /// The room beside the mark's words.
    private static let markGap = 20
    /// The width of the mark's words, which stand in the middle square of the image.
    private static let markWidth = 230
    /// The largest picture that is drawn in its own size, in bytes.
    private static let sizeLimit = 5_000_000

    let image: CardImage
    let left: Int
    /// The ruling over the picture.
    let label: CardText
    let tone: String
    let isFromRight: Bool

    /// Finds the picture of a claim; nil where it has none that can be drawn, or one that is covered.
    init?(of claim: Claim, left: Int, isFromRight: Bool, _ copies: PictureCopies, in scope: PageScope) {
        guard let medium = scope.markedPicture(of: claim), medium.warning == nil,
            let ruling = medium.mark.flatMap({ scope.settings.scale.ruling($0.value) }),
            let image = Self.image(of: medium, copies, claim: claim.id)
        else { return nil }
        self.image = image
        self.left = left
        self.isFromRight = isFromRight
        label = CardText(
            ruling.label,
            width: Self.markWidth,
            choices: [(48, 1), (40, 1), (32, 1), (28, 2), (24, 2)]
        )
        tone = ShareCard.colour(ofTone: RulingView.tone(of: ruling, on: scope.settings.scale))
    }

    /// A copy of the picture, which stands upright; or else the picture itself, if it does.
    private static func image(of medium: Medium, _ copies: PictureCopies, claim: String) -> CardImage? {
        guard let file = medium.content, [.jpeg, .png].contains(file.inspected.format) else { return nil }
        let width = copies.copies(of: medium).first { $0.width >= Self.width * 2 }?.width
        guard width != nil || !file.inspected.isTurned && file.byteCount <= sizeLimit else { return nil }
        // A name for each claim, because several are drawn at once.
        let name = Digest(of: Array("\(claim) \(file.sha256) \(width ?? 0)".utf8)).hexadecimal.prefix(32)
        return CardImage(name: "\(name).\(file.inspected.format.ending)") { () throws(FileProblem) in
            guard let width else { return try file.published(keepsMetadata: false) }
            return try copies.contents(file, width: width)
        }
    }

    static let fields: TemplateFields<Self> = [
        "file": { .text($0.image.name) },
        "left": { .text(String($0.left)) },
        "top": { _ in .text(String(top)) },
        "width": { _ in .text(String(width)) },
        "height": { _ in .text(String(height)) },
        "mark-top": { _ in .text(String(top + height - markHeight)) },
        "mark-height": { _ in .text(String(markHeight)) },
        "mark-edge": { .text(String($0.isFromRight ? $0.left + width - markGap : $0.left + markGap)) },
        "mark-size": { .text(String($0.label.size)) },
        "mark": { .list(ShareCard.Line.all(of: $0.label, around: top + height - markHeight / 2)) },
        "mark-tone": { .text($0.tone) },
    ]
}

/// A picture that lies beside a drawing while that is drawn.
package struct CardImage: Sendable {
    /// The name of its file.
    package let name: String
    /// Reads its bytes.
    package let read: @Sendable () throws(FileProblem) -> [UInt8]
}
