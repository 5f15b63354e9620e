/// Where a quote stands in an article's words.
package enum QuoteMatch: Hashable, Sendable {
    /// The quote stands there once, or its prefix and suffix say which one is meant. A quote with
    /// omissions has a piece for each part.
    case found([QuotePiece])
    /// The quote stands there more than once, and nothing says which one is meant: the places.
    case ambiguous([QuotePiece])
    /// The quote does not stand there: the passage that comes nearest, if any is near.
    case absent(nearest: NearPassage?)
}

/// A range of a passage.
package struct QuotePiece: Hashable, Sendable {
    /// The index of the passage in the list that was searched.
    package let passage: Int
    /// UTF-8 offsets in the passage's text.
    package let range: Range<Int>

    /// Makes a piece.
    package init(passage: Int, range: Range<Int>) {
        self.passage = passage
        self.range = range
    }
}

/// A passage that a quote nearly matches.
package struct NearPassage: Hashable, Sendable {
    /// The words of the passage that come nearest.
    package let text: String
    /// What differs: the quote's words and the passage's, for instance "cyber security" and "cybersecurity".
    ///
    /// Empty when all parts of a quote with omissions stand there, but not in this order.
    package let differences: [WordDifference]
    /// Where it stands.
    package let piece: QuotePiece
}

/// A difference between a quote and a passage; either side may be empty.
package struct WordDifference: Hashable, Sendable {
    /// What the quote has.
    package let quote: String
    /// What the passage has.
    package let passage: String
}
