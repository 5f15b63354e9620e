/// Where a quote stands in an article's words.
public enum QuoteMatch: Hashable, Sendable {
    /// The quote stands there once, or its prefix and suffix say which one is meant. A quote with
    /// omissions has a piece for each part.
    case found([QuotePiece])
    /// The quote stands there more than once, and nothing says which one is meant: the places.
    case ambiguous([QuotePiece])
    /// The quote does not stand there: the passage that comes nearest, if any is near.
    case absent(nearest: NearPassage?)
}

/// A range of a passage.
public struct QuotePiece: Hashable, Sendable {
    /// The index of the passage in the list that was searched.
    public let passage: Int
    /// UTF-8 offsets in the passage's text.
    public let range: Range<Int>

    /// Makes a piece.
    public init(passage: Int, range: Range<Int>) {
        self.passage = passage
        self.range = range
    }
}

/// A passage that a quote nearly matches.
public struct NearPassage: Hashable, Sendable {
    /// The words of the passage that come nearest.
    public let text: String
    /// What differs: the quote's words and the passage's, for instance "cyber security" and "cybersecurity".
    ///
    /// Empty when all parts of a quote with omissions stand there, but not in this order.
    public let differences: [WordDifference]
    /// Where it stands.
    public let piece: QuotePiece
}

/// A difference between a quote and a passage; either side may be empty.
public struct WordDifference: Hashable, Sendable {
    /// What the quote has.
    public let quote: String
    /// What the passage has.
    public let passage: String
}
