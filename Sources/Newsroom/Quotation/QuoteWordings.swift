/// Two wordings of one quotation, with the words that differ.
package struct QuoteWordings: Hashable, Sendable {
    /// A stretch of a wording.
    package struct Stretch: Hashable, Sendable {
        /// The words, with the white space around them.
        package let text: String
        /// Whether the other wording has something else here.
        package let differs: Bool
    }

    /// The first wording, in stretches that make it up in full.
    package let first: [Stretch]
    /// The second wording, in stretches that make it up in full.
    package let second: [Stretch]

    /// Compares two quotes as quotes are found in articles: the shape of marks and white space do not matter.
    ///
    /// Nil when they are the same, when one is only a part of the other, and when less than three fifths of one stand in the
    /// other: two sentences about one event share names, and are not two wordings of one quote. Differences beyond the first 600 characters are not looked for.
    package init?(_ first: String, _ second: String) {
        var folder = TextFolder()
        let firstUnits = Self.withoutMarksAtEnds(folder.fold(first))
        let secondUnits = Self.withoutMarksAtEnds(folder.fold(second))
        // What surrounds the shorter quote in the longer one was left out, not worded otherwise.
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

    /// Whether enough of the shorter wording stands in the longer one.
    private static func agrees(_ stretches: [Stretch]) -> Bool {
        let all = stretches.reduce(0) { $0 + $1.text.utf8.count }
        let alike = stretches.reduce(0) { $0 + ($1.differs ? 0 : $1.text.utf8.count) }
        return alike * 5 >= all * 3
    }

    /// A full stop at the end is the editor's as often as the speaker's.
    private static func withoutMarksAtEnds(_ units: [FoldedUnit]) -> [FoldedUnit] {
        guard let first = units.firstIndex(where: \.isWord), let last = units.lastIndex(where: \.isWord)
        else { return [] }
        return Array(units[first...last])
    }

    /// - Parameter ranges: rising ranges of UTF-8 bytes; an empty one marks nothing.
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
