import Newsroom

/// A place in a block of an article where a claim, or a piece of it, stands.
struct ClaimOccurrence {
    let claim: Claim
    /// The kind of the appearance: stated, repeated, denied or taken back.
    let kind: Appearance.Kind
    let block: Int
    /// The stretch as UTF-8 offsets in the block's plain text.
    let range: Range<Int>
    /// Whether this is the last stretch of a quote with omissions, or its only one.
    let isEnd: Bool

    /// The stretches of all appearances in an article, in the order of the text.
    static func all(of claims: [Claim], in article: Article, _ words: ArticleWords) -> [ClaimOccurrence] {
        let finds = claims.flatMap { claim in
            claim.appearances.filter { $0.article.value == article.id }.flatMap { appearance in
                find(appearance, of: claim, words)
            }
        }
        return finds.sorted { left, right in
            (left.block, left.range.upperBound, left.claim.id)
                < (right.block, right.range.upperBound, right.claim.id)
        }
    }

    /// The stretches of one appearance. An ambiguous quote is marked at its first place; `ambiguous-quote` reports it.
    private static func find(
        _ appearance: Appearance,
        of claim: Claim,
        _ words: ArticleWords
    ) -> [ClaimOccurrence] {
        let pieces: [QuotePiece]
        switch words.locate(appearance) {
        case .found(let found): pieces = found
        case .ambiguous(let places): pieces = Array(places.prefix(1))
        case .absent: pieces = []
        }
        return pieces.enumerated().map { position, piece in
            ClaimOccurrence(
                claim: claim,
                kind: appearance.kind,
                block: piece.passage,
                range: piece.range,
                isEnd: position == pieces.count - 1
            )
        }
    }
}
