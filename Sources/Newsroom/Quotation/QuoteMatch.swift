/// The result of looking for a quote.
package enum QuoteMatch: Hashable, Sendable {
    /// The only place, or the one with the right prefix and suffix; with a piece for each part of a quote with
    /// omissions.
    case found([QuotePiece])
    /// Several places, which prefix and suffix do not tell apart.
    case ambiguous([QuotePiece])
    /// No place; with the nearest passage, if any is near.
    case absent(nearest: NearPassage?)
}

/// A byte range in a passage.
package struct QuotePiece: Hashable, Sendable {
    /// The index of the passage in the searched list.
    package let passage: Int
    /// The UTF-8 offsets in the passage's text.
    package let range: Range<Int>

    /// Makes a piece.
    package init(passage: Int, range: Range<Int>) {
        self.passage = passage
        self.range = range
    }
}

/// A passage that a quote nearly matches.
package struct NearPassage: Hashable, Sendable {
    /// The nearest words of the passage.
    package let text: String
    /// The differing words of quote and passage, such as "cyber security" and "cybersecurity".
    ///
    /// Empty if all parts of a quote with omissions have places, but not in this order.
    package let differences: [WordDifference]
    /// The place of the words.
    package let piece: QuotePiece
}

/// A difference between a quote and a passage; either side may be empty.
package struct WordDifference: Hashable, Sendable {
    /// The quote's words.
    package let quote: String
    /// The passage's words.
    package let passage: String
}
