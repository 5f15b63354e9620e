/// A text whose hyphens at line ends may count or not.
///
/// `cyber-` and `security` on two lines match both "cyber-security" and "cybersecurity". Words are searched without
/// hyphens; where they match, the hyphens are compared.
struct HyphenatedText: Sendable {
    private let units: [FoldedUnit]
    private let tokens: [UInt32]
    /// The index in `units` of each token.
    private let indices: [Int]

    /// The budget of comparisons for one piece of a quote; places beyond it are ignored.
    private static let limit = 4_000_000

    init(_ units: [FoldedUnit]) {
        self.units = units
        let dash = CharacterFolding.token(of: .dash)
        indices = units.indices.filter { units[$0].token != dash }
        tokens = indices.map { units[$0].token }
    }

    /// Whether a text has a hyphen at a line end.
    static func isNeeded<Units: Sequence<FoldedUnit>>(_ units: Units) -> Bool {
        units.contains { $0.kind == .hyphenAtLineEnd }
    }

    /// The unit ranges that match a piece; their ends may cut words.
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
