/// Two wordings of one quotation, with the differing words marked.
package struct QuoteWordings: Hashable, Sendable {
    /// A stretch of one wording.
    package struct Stretch: Hashable, Sendable {
        /// The words, with the white space around them.
        package let text: String
        /// Whether the other wording differs here.
        package let differs: Bool
    }

    /// The whole first wording, in stretches.
    package let first: [Stretch]
    /// The whole second wording, in stretches.
    package let second: [Stretch]

    /// Compares two quotes, ignoring what `QuoteFinder` ignores. Only the first 600 characters are compared.
    ///
    /// Nil if the quotes are the same, if one is a part of the other, or if they share less than three fifths: two
    /// sentences about one event share names, and are still two quotes.
    package init?(_ first: String, _ second: String) {
        var folder = TextFolder()
        let firstUnits = Self.withoutMarksAtEnds(folder.fold(first))
        let secondUnits = Self.withoutMarksAtEnds(folder.fold(second))
        // Words around the shorter quote are omitted in it, and not worded otherwise.
        let isSwapped = firstUnits.count > secondUnits.count
        let (quote, passage) = isSwapped ? (secondUnits, firstUnits) : (firstUnits, secondUnits)
        guard let near = NearestWords(quote).nearest(in: passage, passages: [0..<passage.count]),
            !near.differences.isEmpty
        else { return nil }
        let ofQuote = near.differences.map(\.quote)
        let ofPassage = near.differences.map(\.passage)
        self.first = Self.stretches(of: first, marked: isSwapped ? ofPassage : ofQuote)
        self.second = Self.stretches(of: second, marked: isSwapped ? ofQuote : ofPassage)
        guard Self.agrees(isSwapped ? self.second : self.first) else { return nil }
    }

    /// Whether enough of the shorter wording is in the longer one.
    private static func agrees(_ stretches: [Stretch]) -> Bool {
        let all = stretches.reduce(0) { $0 + $1.text.utf8.count }
        let alike = stretches.reduce(0) { $0 + ($1.differs ? 0 : $1.text.utf8.count) }
        return alike * 5 >= all * 3
    }

    /// The units without marks at either end, because a final full stop may be the editor's.
    private static func withoutMarksAtEnds(_ units: [FoldedUnit]) -> [FoldedUnit] {
        guard let first = units.firstIndex(where: \.isWord), let last = units.lastIndex(where: \.isWord)
        else { return [] }
        return Array(units[first...last])
    }

    /// The whole text in stretches.
    /// - Parameter ranges: ascending byte ranges of the marked words; empty ones mark nothing.
    private static func stretches(of text: String, marked ranges: [Range<Int>]) -> [Stretch] {
        let bytes = Array(text.utf8)
        var stretches: [Stretch] = []
        var position = 0
        func append(upTo end: Int, differs: Bool) {
            guard end > position else { return }
            let text = String(decoding: bytes[position..<end], as: UTF8.self)
            stretches.append(Stretch(text: text, differs: differs))
            position = end
        }
        for range in ranges where !range.isEmpty && range.lowerBound >= position {
            append(upTo: range.lowerBound, differs: false)
            append(upTo: range.upperBound, differs: true)
        }
        append(upTo: bytes.count, differs: false)
        return stretches
    }
}
