/// A search for the words nearest to a quote that is not in the article, and for what differs.
///
/// The work is bounded: one pass over the article, counting shared groups of three characters, then one alignment
/// of at most `lengthLimit` characters.
struct NearestWords {
    /// The nearest words as a range of units; differences as bytes of the quote and of the passage.
    struct Result {
        let range: Range<Int>
        let differences: [(quote: Range<Int>, passage: Range<Int>)]
    }

    /// The number of a quote's characters that are compared.
    private static let lengthLimit = 600

    private let piece: [FoldedUnit]
    private let groupNumbers: [UInt64: Int]
    private let wanted: [Int]

    /// Prepares a piece of a quote.
    init(_ piece: [FoldedUnit]) {
        self.piece = Array(piece.prefix(Self.lengthLimit))
        var numbers: [UInt64: Int] = [:]
        var wanted: [Int] = []
        for group in Self.groups(of: self.piece[...]) {
            if let number = numbers[group] {
                wanted[number] += 1
            } else {
                numbers[group] = wanted.count
                wanted.append(1)
            }
        }
        groupNumbers = numbers
        self.wanted = wanted
    }

    /// The nearest words; nil if they share fewer than half of the quote's groups.
    func nearest(in units: [FoldedUnit], passages: [Range<Int>]) -> Result? {
        let total = wanted.reduce(0, +)
        guard total > 0 else { return nil }
        var best: (shared: Int, start: Int, passage: Range<Int>)?
        for passage in passages where passage.count >= 3 {
            let window = bestWindow(in: units[passage])
            if window.shared > best?.shared ?? 0 { best = (window.shared, window.start, passage) }
        }
        guard let best, best.shared * 2 >= total else { return nil }
        let margin = piece.count / 4 + 20
        let low = max(best.passage.lowerBound, best.start - margin)
        let high = min(best.passage.upperBound, best.start + piece.count + margin)
        let columns = WordAlignment.columns(piece, Array(units[low..<high]), offset: low)
        guard let first = columns.lazy.compactMap(\.passage).first,
            let last = columns.lazy.reversed().compactMap(\.passage).first
        else { return nil }
        let differences = WordAlignment.differences(columns, quote: piece, passage: units)
        return Result(range: first..<(last + 1), differences: differences)
    }

    /// The window of the quote's length that shares the most groups with it.
    private func bestWindow(in passage: ArraySlice<FoldedUnit>) -> (shared: Int, start: Int) {
        let numbers = Self.groups(of: passage).map { groupNumbers[$0] }
        let width = max(1, piece.count - 2)
        var present = [Int](repeating: 0, count: wanted.count)
        var shared = 0
        var best = (shared: 0, start: passage.startIndex)
        for (index, number) in numbers.enumerated() {
            if let number {
                present[number] += 1
                if present[number] <= wanted[number] { shared += 1 }
            }
            if index >= width, let leaving = numbers[index - width] {
                if present[leaving] <= wanted[leaving] { shared -= 1 }
                present[leaving] -= 1
            }
            if shared > best.shared { best = (shared, passage.startIndex + max(0, index + 1 - width)) }
        }
        return best
    }

    /// All groups of three neighbouring tokens, each packed into one number: a token has at most 21 bits.
    private static func groups(of units: ArraySlice<FoldedUnit>) -> [UInt64] {
        guard units.count >= 3 else { return [] }
        return (units.startIndex..<(units.endIndex - 2)).map { index in
            (UInt64(units[index].token) << 42) | (UInt64(units[index + 1].token) << 21)
                | UInt64(units[index + 2].token)
        }
    }
}
