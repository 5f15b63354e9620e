/// A text that can be searched whether or not a hyphen at the end of a line belongs to its word.
///
/// `cyber-` and `security` on two lines can be "cyber-security" or "cybersecurity"; each such hyphen is free. Words are
/// searched without any hyphens, and where they are found the hyphens are compared.
struct HyphenatedText: Sendable {
    private let units: [FoldedUnit]
    private let tokens: [UInt32]
    /// Where each token stands in `units`.
    private let indices: [Int]

    /// The most comparisons for one piece of a quote; places beyond it are not looked at.
    private static let limit = 4_000_000

    init(_ units: [FoldedUnit]) {
        self.units = units
        let dash = CharacterFolding.token(of: .dash)
        indices = units.indices.filter { units[$0].token != dash }
        tokens = indices.map { units[$0].token }
    }

    /// Whether words hold a hyphen that may be none of theirs.
    static func isNeeded<Units: Sequence<FoldedUnit>>(_ units: Units) -> Bool {
        units.contains { $0.kind == .hyphenAtLineEnd }
    }

    /// The unit ranges of the text at which the piece stands, its ends cutting words or not.
    func ranges(of piece: QuotePattern.Piece) -> [Range<Int>] {
        let dash = CharacterFolding.token(of: .dash)
        guard let first = piece.units.first, let last = piece.units.last, first.token != dash,
            last.token != dash
        else { return [] }
        let pattern = HyphenatedText(Array(piece.units))
        var work = 0
        return OccurrenceSearch.starts(of: pattern.tokens, in: tokens).compactMap { start in
            work += pattern.tokens.count
            guard work <= Self.limit, agrees(at: start, with: pattern) else { return nil }
            return indices[start]..<(indices[start + pattern.tokens.count - 1] + 1)
        }
    }

    private func agrees(at start: Int, with pattern: HyphenatedText) -> Bool {
        pattern.tokens.indices.dropLast().allSatisfy { offset in
            let own = hyphen(after: start + offset)
            let other = pattern.hyphen(after: offset)
            switch (own, other) {
            case (nil, nil), (.some, .some): return true
            case (let one?, nil), (nil, let one?): return one.kind == .hyphenAtLineEnd
            }
        }
    }

    private func hyphen(after index: Int) -> FoldedUnit? {
        indices[index + 1] - indices[index] > 1 ? units[indices[index] + 1] : nil
    }
}
