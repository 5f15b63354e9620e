import Diagnostics
import Encodings
import Newsroom

/// The text directives of an article's passages, made unambiguous.
///
/// A browser scrolls to the first match. A passage whose first words stand in other passages too therefore gets a longer
/// start, until only it matches.
struct PassageDirectives {
    /// A passage's words before its first omission and after its last one.
    private struct Passage {
        let first: [Substring]
        let last: [Substring]
        let isWhole: Bool
        /// The index of the first words in `compared`.
        let start: Int
    }

    private let passages: [Passage]
    /// The folded first words of all passages, with an empty word after each passage.
    private let compared: [String]
    /// Indices in `compared` of every passage's very first word, by that word.
    private let places: [String: [Int]]

    /// Splits the passages once, so that a directive's cost depends only on how often its first word occurs.
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

    /// The directive to a passage; nil for a passage without words.
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

    /// A word for comparison as browsers do it: in lower case, without punctuation.
    private static func compared(_ word: Substring) -> String {
        guard word.isASCII else {
            return word.lowercased().filter { TextDirective.Term.isPartOfWord($0) }
        }
        // A fast path with the same result: in ASCII every byte is a character.
        let letters = word.utf8.lazy.filter { TextDirective.Term.isPartOfWord($0) }
        return String(decoding: letters.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// Whether the words at an index, as many as `count`, occur at another place too.
    private func isElsewhere(_ start: Int, count: Int) -> Bool {
        (places[compared[start]] ?? []).contains { place in
            place != start && place + count <= compared.count
                && (0..<count).allSatisfy { compared[place + $0] == compared[start + $0] }
        }
    }
}
