/// Approved words as a page shows them: stretches of text with gaps between them for citations, which each theme writes in
/// its own way.
struct ApprovedWords: Sendable {
    /// A place where a page shows citations.
    struct Gap: Sendable {
        /// The approved words that may stand there: ids, titles, publishers, locators.
        var phrases: [String]
        /// Whether other words may stand there too, because the approved text does not hold the cited record.
        var isOpen: Bool

        static let openLength = 400

        /// The longest gap that is looked for, in bytes: each phrase once, with room for numbers and brackets.
        var longest: Int {
            phrases.reduce(isOpen ? Self.openLength : 64) { $0 + $1.utf8.count + 16 }
        }

        /// Whether the gap may show these words: approved phrases, numbers and punctuation.
        func allows(_ words: ArraySlice<UInt8>) -> Bool {
            if isOpen { return true }
            let shown = CanonicalText.folded(String(decoding: words, as: UTF8.self))
            return !ApprovedWords.rest(of: shown, without: phrases).unicodeScalars.contains {
                $0.properties.isAlphabetic
            }
        }

        /// The gap for the citations of two gaps without words between them.
        func joined(with next: Gap) -> Gap {
            Gap(phrases: phrases + next.phrases, isOpen: isOpen || next.isOpen)
        }
    }

    /// The marks around a gap's number in a text: the last characters for private use, which no text has.
    static let gapOpening: Unicode.Scalar = "\u{10FFFC}"
    static let gapClosing: Unicode.Scalar = "\u{10FFFD}"

    /// The stretches of text between the gaps: one more than there are gaps, or none at all.
    private var pieces: [[UInt8]]
    private var gaps: [Gap] = []

    /// Makes words without gaps.
    init(_ text: String) {
        let words = CanonicalText.folded(text)
        pieces = words.isEmpty ? [] : [Array(words.utf8)]
    }

    /// Makes words of a text with marks for its gaps. A gap at the beginning or the end is left out.
    init(marked text: String, _ gapsByNumber: [Int: Gap]) {
        let parts = text.unicodeScalars.split(separator: Self.gapOpening, omittingEmptySubsequences: false)
        pieces = [Self.bytes(parts.first.map { String($0) } ?? "")]
        for part in parts.dropFirst() {
            let closing = part.firstIndex(of: Self.gapClosing)
            let number = closing.flatMap { Int(String(part[..<$0])) }
            let gap = number.flatMap { gapsByNumber[$0] } ?? Gap(phrases: [], isOpen: true)
            add(gap, Self.bytes(closing.map { String(part[part.index(after: $0)...]) } ?? ""))
        }
        if pieces.first?.isEmpty ?? false {
            pieces.removeFirst()
            if !gaps.isEmpty { gaps.removeFirst() }
        }
        if pieces.last?.isEmpty ?? false {
            pieces.removeLast()
            if !gaps.isEmpty { gaps.removeLast() }
        }
    }

    private mutating func add(_ gap: Gap, _ piece: [UInt8]) {
        if pieces.last?.isEmpty ?? false, let last = gaps.popLast() {
            pieces.removeLast()
            gaps.append(last.joined(with: gap))
        } else {
            gaps.append(gap)
        }
        pieces.append(piece)
    }

    private static func bytes(_ text: String) -> [UInt8] { Array(CanonicalText.folded(text).utf8) }

    /// The words without those of citations, as UTF-8.
    var bytes: [UInt8] { Array(pieces.joined(separator: CollectionOfOne(UInt8(ascii: " ")))) }

    /// Whether the words are so many that a page hardly has them by chance.
    var isTelling: Bool { pieces.contains { $0.count >= 20 } }

    /// Whether a page shows all words in their order, with nothing between them but citations.
    /// - Parameter page: the visible words of the page, as UTF-8.
    func isShown(in page: [UInt8]) -> Bool {
        guard let first = pieces.first else { return true }
        var ends = Set(Self.places(of: first, in: page, page.indices).map { $0 + first.count })
        for (gap, piece) in zip(gaps, pieces.dropFirst()) {
            var next: Set<Int> = []
            for end in ends {
                let range = end..<min(page.count, end + gap.longest + piece.count)
                for start in Self.places(of: piece, in: page, range) where gap.allows(page[end..<start]) {
                    next.insert(start + piece.count)
                }
            }
            ends = next
        }
        return !ends.isEmpty
    }

    /// The places where a piece stands in a range of a page.
    private static func places(of piece: [UInt8], in page: [UInt8], _ range: Range<Int>) -> [Int] {
        guard let first = piece.first else { return [] }
        var places: [Int] = []
        var rest = page[range]
        while rest.count >= piece.count, let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: piece) { places.append(start) }
            rest = rest.dropFirst()
        }
        return places
    }

    /// What is left of a text without some phrases, the longest of which go first.
    static func rest(of text: String, without phrases: [String]) -> String {
        let known = phrases.map(CanonicalText.folded).filter { !$0.isEmpty }
        let rest = known.sorted { $0.utf8.count > $1.utf8.count }.reduce(text) {
            $0.replacing($1, with: " ")
        }
        return CanonicalText.folded(rest)
    }
}
