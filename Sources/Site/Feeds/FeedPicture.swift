import Addresses
import Newsroom

/// The picture of a feed's entry: programs show it without the text around it.
///
/// So it is never one that a ruling stands over: a false picture goes out with its mark, or not at all.
struct FeedPicture: Sendable {
    let address: String
    let mediaType: String
    /// The size of the file, in bytes.
    let byteCount: Int
    let width: Int?
    let height: Int?
    let description: String
    let credit: String?

    /// Takes the first picture of a claim that may be shown alone, or else its share image; nil where there is neither.
    init?(of rated: RatedClaim, in edition: Edition, _ cards: ShareCards, _ words: Catalogue) {
        if let picture = Self.picture(of: rated, in: edition) {
            self = picture
        } else if let (route, byteCount) = cards.file(ofClaim: rated.claim.id) {
            address = edition.address(route)
            mediaType = "image/png"
            self.byteCount = byteCount
            width = ShareCards.size.width
            height = ShareCards.size.height
            description = ShareCards.description(of: rated, words)
            credit = nil
        } else {
            return nil
        }
    }

    private init?(_ medium: Medium, in edition: Edition) {
        guard let file = medium.content, let route = medium.route else { return nil }
        address = edition.address(route)
        mediaType = file.inspected.format.mediaType
        byteCount = file.publishedCount(keepsMetadata: medium.keepsMetadata)
        width = file.inspected.size?.width
        height = file.inspected.size?.height
        description = medium.alt?.value ?? medium.title
        credit = medium.credit?.value
    }

    private static func picture(of rated: RatedClaim, in edition: Edition) -> FeedPicture? {
        edition.media(of: rated).lazy.filter(\.mayStandAlone).compactMap { FeedPicture($0, in: edition) }
            .first
    }
}

extension Medium {
    /// Whether it is a picture that misleads nobody who sees it without a word.
    fileprivate var mayStandAlone: Bool {
        // Programs that read feeds do not draw SVG.
        mediumKind == .image && mark == nil && warning == nil && content?.inspected.format != .svg
            && (authenticity == nil || authenticity?.value == .original)
    }
}
