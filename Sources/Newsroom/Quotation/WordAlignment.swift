/// An alignment of a quote with a passage, character by character, and the words that differ.
enum WordAlignment {
    /// One column of the alignment: a unit of the quote, of the passage, or of both.
    struct Column {
        let quote: Int?
        let passage: Int?
        let isEqual: Bool
    }

    /// The alignment with the fewest edits. The passage's excess at either end is free, but its words stay whole.
    /// - Parameter offset: a number to add to the passage's indices.
    static func columns(_ quote: [FoldedUnit], _ passage: [FoldedUnit], offset: Int) -> [Column] {
        let width = passage.count + 1
        var steps = [UInt8](repeating: 0, count: (quote.count + 1) * width)
        var above = [Int](repeating: 0, count: width)
        for row in 1...max(1, quote.count) where row <= quote.count {
            var current = [row * Cost.quoteOnly]
            current.reserveCapacity(width)
            steps[row * width] = Step.quoteOnly
            for column in 1..<width {
                let isEqual = quote[row - 1].token == passage[column - 1].token
                let both = above[column - 1] + (isEqual ? 0 : Cost.substitution)
                let quoteOnly = above[column] + Cost.quoteOnly
                let passageOnly = current[column - 1] + Cost.passageOnly
                let least = min(both, quoteOnly, passageOnly)
                steps[row * width + column] =
                    least == both ? Step.both : least == passageOnly ? Step.passageOnly : Step.quoteOnly
                current.append(least)
            }
            above = current
        }
        var row = quote.count
        var column = above.indices.min { above[$0] < above[$1] } ?? 0
        var columns: [Column] = []
        while row > 0 {
            let step = steps[row * width + column]
            if step != Step.passageOnly { row -= 1 }
            if step != Step.quoteOnly { column -= 1 }
            columns.append(
                Column(
                    quote: step == Step.passageOnly ? nil : row,
                    passage: step == Step.quoteOnly ? nil : column + offset,
                    isEqual: step == Step.both && quote[row].token == passage[column].token
                )
            )
        }
        return wholeWords(columns.reversed(), passage, offset)
    }

    /// The columns, with the rest of the passage's first and last word.
    private static func wholeWords(
        _ columns: [Column],
        _ passage: [FoldedUnit],
        _ offset: Int
    ) -> [Column] {
        guard var first = columns.lazy.compactMap(\.passage).first.map({ $0 - offset }),
            var last = columns.lazy.reversed().compactMap(\.passage).first.map({ $0 - offset })
        else { return columns }
        var whole = columns
        while first > 0, passage[first].isLetter, passage[first - 1].isLetter {
            first -= 1
            whole.insert(Column(quote: nil, passage: first + offset, isEqual: false), at: 0)
        }
        while last + 1 < passage.count, passage[last].isLetter, passage[last + 1].isLetter {
            last += 1
            whole.append(Column(quote: nil, passage: last + offset, isEqual: false))
        }
        return whole
    }

    /// The costs of edits. Omitting words is the commonest mistake in quotes, so it is the cheapest.
    private enum Cost {
        static let substitution = 2
        static let quoteOnly = 2
        static let passageOnly = 1
    }

    private enum Step {
        static let both: UInt8 = 0
        static let quoteOnly: UInt8 = 1
        static let passageOnly: UInt8 = 2
    }

    /// The differing words, as byte ranges of the quote and of the passage.
    static func differences(
        _ columns: [Column],
        quote: [FoldedUnit],
        passage: [FoldedUnit]
    ) -> [(quote: Range<Int>, passage: Range<Int>)] {
        let quotes = Side(columns.map(\.quote), quote)
        let passages = Side(columns.map(\.passage), passage)
        var regions: [Range<Int>] = []
        var index = 0
        while index < columns.count {
            guard !columns[index].isEqual else {
                index += 1
                continue
            }
            let end = columns[index...].firstIndex(where: \.isEqual) ?? columns.count
            var region = widened(index..<end, quotes, passages, columns.count)
            if !quotes.hasWord(in: region), !passages.hasWord(in: region) {
                // A differing mark is shown with the words on both sides, since alone it says little.
                let wider = max(0, region.lowerBound - 1)..<min(columns.count, region.upperBound + 1)
                region = widened(wider, quotes, passages, columns.count)
            }
            while let last = regions.last, last.upperBound >= region.lowerBound {
                region = min(last.lowerBound, region.lowerBound)..<region.upperBound
                regions.removeLast()
            }
            regions.append(region)
            index = region.upperBound
        }
        return regions.map { (quotes.bytes(of: $0), passages.bytes(of: $0)) }
    }

    /// The region, widened until it cuts no word on either side.
    private static func widened(
        _ region: Range<Int>,
        _ quotes: Side,
        _ passages: Side,
        _ count: Int
    ) -> Range<Int> {
        var start = region.lowerBound
        var end = region.upperBound
        while start > 0, quotes.cutsWord(at: start) || passages.cutsWord(at: start) { start -= 1 }
        while end < count, quotes.cutsWord(at: end) || passages.cutsWord(at: end) { end += 1 }
        return start..<end
    }

    /// One side of an alignment, the quote's or the passage's.
    private struct Side {
        private let units: [FoldedUnit]
        /// The index of the first unit at or after each column, and after the last one.
        private let next: [Int]

        init(_ indices: [Int?], _ units: [FoldedUnit]) {
            self.units = units
            var following = (indices.lazy.reversed().compactMap(\.self).first ?? -1) + 1
            var next = [following]
            for index in indices.reversed() {
                if let index { following = index }
                next.append(following)
            }
            self.next = next.reversed()
        }

        func cutsWord(at column: Int) -> Bool {
            let index = next[column]
            return index > 0 && index < units.count && isWordPart(index - 1) && isWordPart(index)
        }

        /// Whether a unit is a letter, or an apostrophe between two letters.
        private func isWordPart(_ index: Int) -> Bool {
            if units[index].isLetter { return true }
            return units[index].kind == .quotationMark && index > 0 && index + 1 < units.count
                && units[index - 1].isLetter && units[index + 1].isLetter
        }

        func hasWord(in columns: Range<Int>) -> Bool {
            units[next[columns.lowerBound]..<next[columns.upperBound]].contains(where: \.isWord)
        }

        /// The bytes of the units in these columns, without blanks at the ends; an empty range if there are none.
        func bytes(of columns: Range<Int>) -> Range<Int> {
            var slice = units[next[columns.lowerBound]..<next[columns.upperBound]]
            while slice.first?.kind == .blank { slice.removeFirst() }
            while slice.last?.kind == .blank { slice.removeLast() }
            guard let first = slice.first, let last = slice.last else { return 0..<0 }
            return first.start..<max(first.start, last.end)
        }
    }
}
