/// A linear-time search for all occurrences of some words, overlapping ones included.
enum OccurrenceSearch {
    /// The unit ranges that match a piece as whole words, in order.
    /// - Parameter tokens: the tokens of `text`, unit by unit.
    static func occurrences(
        of piece: QuotePattern.Piece,
        in text: [FoldedUnit],
        tokens: [UInt32]
    ) -> [Range<Int>] {
        let pattern = piece.units.map(\.token)
        return wholeWords(
            of: piece,
            starts(of: pattern, in: tokens).map { $0..<($0 + pattern.count) },
            in: text
        )
    }

    /// The ranges at which a piece cuts no word.
    static func wholeWords(
        of piece: QuotePattern.Piece,
        _ ranges: [Range<Int>],
        in text: [FoldedUnit]
    ) -> [Range<Int>] {
        ranges.filter { range in
            (piece.mayStartInWord || !cutsWord(at: range.lowerBound, in: text))
                && (piece.mayEndInWord || !cutsWord(at: range.upperBound, in: text))
        }
    }

    /// The start indices of all matches, overlapping ones included (Knuth, Morris and Pratt).
    static func starts(of pattern: [UInt32], in tokens: [UInt32]) -> [Int] {
        guard !pattern.isEmpty, pattern.count <= tokens.count else { return [] }
        let borders = borders(of: pattern)
        return pattern.withUnsafeBufferPointer { pattern in
            tokens.withUnsafeBufferPointer { tokens in
                var found: [Int] = []
                var matched = 0
                for index in tokens.indices {
                    let token = tokens[index]
                    while matched > 0, pattern[matched] != token { matched = borders[matched - 1] }
                    if pattern[matched] == token { matched += 1 }
                    guard matched == pattern.count else { continue }
                    matched = borders[matched - 1]
                    found.append(index + 1 - pattern.count)
                }
                return found
            }
        }
    }

    /// Whether an index is inside a word: "war" is not in "warrant", nor 12 in 2012.
    static func cutsWord(at index: Int, in text: [FoldedUnit]) -> Bool {
        index > 0 && index < text.count && text[index - 1].kind == .letter && text[index].kind == .letter
    }

    /// The length of each prefix's longest border: the failure function of Knuth, Morris and Pratt.
    private static func borders(of pattern: [UInt32]) -> [Int] {
        var borders = [0]
        var length = 0
        for index in pattern.indices.dropFirst() {
            while length > 0, pattern[length] != pattern[index] { length = borders[length - 1] }
            if pattern[length] == pattern[index] { length += 1 }
            borders.append(length)
        }
        return borders
    }
}
