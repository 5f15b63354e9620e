import Diagnostics
import Newsroom

/// The text directives of an article's passages.
///
/// A browser goes to the first place that fits. Where the first words of a passage stand in another passage too, more of
/// them are given, until they stand in one only.
struct PassageDirectives {
    /// A passage up to its first omission and from its last one.
    private struct Passage {
        let first: [Substring]
        let last: [Substring]
        let isWhole: Bool
        /// Where the first words stand in `compared`.
        let start: Int
    }

    private let passages: [Passage]
    /// First words as they are compared, passage after passage; an empty one ends each.
    private let compared: [String]
    /// Where the first words of passages stand, by the first one.
    private let places: [String: [Int]]

    /// Reads the passages once; each directive then costs no more than the places where its first word stands.
    init(_ texts: [String]) {
        var compared: [String] = []
        passages = texts.map { text in
            let parts = QuotedParts.parts(of: text).flatMap(TextDirective.Term.unbroken)
            let passage = Passage(
                first: parts.first ?? [],
                last: parts.last ?? [],
                isWhole: parts.count == 1,
                start: compared.count
            )
            compared += passage.first.map(Self.compared)
            compared.append("")
            return passage
        }
        self.compared = compared
        let firstWords = Set(passages.map { compared[$0.start] })
        places = Dictionary(grouping: compared.indices.filter { firstWords.contains(compared[$0]) }) {
            compared[$0]
        }
    }

    /// The directive to a passage; nil when it has no words.
    func directive(_ index: Int) -> TextDirective? {
        let passage = passages[index]
        var edge = TextDirective.edgeWords
        while edge < passage.first.count, isElsewhere(passage.start, count: edge) { edge *= 2 }
        return TextDirective(
            from: passage.first,
            to: passage.last,
            isWhole: passage.isWhole,
            edge: edge
        )
    }

    /// A word as browsers compare it: without regard to case.
    private static func compared(_ word: Substring) -> String {
        guard word.isASCII else {
            return word.lowercased().filter { TextDirective.Term.isPartOfWord($0) }
        }
        // The same for ASCII, where every byte is a character.
        let letters = word.utf8.lazy.filter { TextDirective.Term.isPartOfWord($0) }
        return String(decoding: letters.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private func isElsewhere(_ start: Int, count: Int) -> Bool {
        (places[compared[start]] ?? []).contains { place in
            place != start && place + count <= compared.count
                && (0..<count).allSatisfy { compared[place + $0] == compared[start + $0] }
        }
    }
}
