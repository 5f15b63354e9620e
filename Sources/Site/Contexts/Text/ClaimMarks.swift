import Markdown

/// The marks for the claims in one block.
///
/// Claims can share words, but marks must not overlap, so the text is cut wherever a claim's words begin or end.
struct ClaimMarks {
    private let finds: [ClaimOccurrence]
    private let notes: [(find: ClaimOccurrence, note: ClaimNote)]
    private let text: [UInt8]

    init(_ finds: [ClaimOccurrence], notes: [(ClaimOccurrence, ClaimNote)], text: String) {
        self.finds = finds
        self.notes = notes.map { (find: $0.0, note: $0.1) }
        self.text = Array(text.utf8)
    }

    /// The marks in the order of the text. At the end of a claim's words, its number links to the ruling.
    func marks(in scope: PageScope) -> [TextMark] {
        let cuts = Set(finds.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
            .union(notes.map { lastScalar(of: $0.find.range) }).sorted()
        return zip(cuts, cuts.dropFirst()).compactMap { start, end in
            guard finds.contains(where: { $0.range.lowerBound <= start && end <= $0.range.upperBound }) else {
                return nil
            }
            let ending = notes.filter { $0.find.range.upperBound == end }.map(\.note)
            let links = ending.map { note in
                let context = note.templateRecord.merging(["words": .record(scope.words.templateRecord)])
                return String(decoding: scope.html("claim-note", context), as: UTF8.self)
            }
            return TextMark(range: start..<end, opening: "<mark>", closing: "</mark>" + links.joined())
        }
    }

    /// The start of a range's last character, which gets a mark of its own for the note. Markup can split a longer mark and
    /// would repeat the note.
    private func lastScalar(of range: Range<Int>) -> Int {
        var start = range.upperBound - 1
        while start > range.lowerBound, text[start] & 0b1100_0000 == 0b1000_0000 { start -= 1 }
        return max(start, range.lowerBound)
    }
}
