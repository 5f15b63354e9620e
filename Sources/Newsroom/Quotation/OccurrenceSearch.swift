/// Finds all places of some words in a text, overlapping ones too, in time that grows with the sum of both lengths.
enum OccurrenceSearch {
    /// The unit ranges at which the piece stands as whole words, in order.
    /// - Parameter tokens: those of the text's units.
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

    /// Those of some ranges at which the piece does not cut a word.
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

    /// All places at which a pattern begins, overlapping ones too.
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

    /// Whether a place stands in the middle of a word: "war" does not stand in "warrant", nor 12 in 2012.
    static func cutsWord(at index: Int, in text: [FoldedUnit]) -> Bool {
        index > 0 && index < text.count && text[index - 1].kind == .letter && text[index].kind == .letter
    }

    /// For each prefix the length of its longest border: the failure function of Knuth, Morris and Pratt.
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
