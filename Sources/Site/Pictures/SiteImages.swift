/// The images of a site that other programs make before its pages, because pages name them.
package struct SiteImages: Sendable {
    /// The share images of claims.
    package let cards: ShareCards
    /// The smaller copies of pictures.
    package let copies: PictureCopies

    /// No images.
    package static let none = SiteImages(cards: .none, copies: .none)

    /// Takes over images that were made.
    package init(cards: ShareCards, copies: PictureCopies) {
        self.cards = cards
        self.copies = copies
    }
}
