/// Splits texts into lower-case words for comparison.
enum PhraseSearch {
    /// The words of a text in lower case, in order. Inner hyphens and apostrophes belong to their word.
    ///
    ///     PhraseSearch.words(of: "No-one DID it.")  // ["no-one", "did", "it"]
    static func words(of text: String) -> [String] {
        plainWords(of: text) ?? anyWords(of: text)
    }

    /// The words of a text of ASCII and curly apostrophes; nil for any other text.
    ///
    /// A fast path for most texts, with the same result as `anyWords`: it reads bytes and not characters.
    static func plainWords(of text: String) -> [String]? {
        guard let bytes = lowercasedPlain(text) else { return nil }
        var words: [String] = []
        words.reserveCapacity(bytes.count / 6 + 1)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { !isPartOfWord($0) } ?? bytes.count
            if let first = bytes[start..<end].firstIndex(where: { !isJoiner($0) }),
                let last = bytes[start..<end].lastIndex(where: { !isJoiner($0) })
            {
                words.append(String(decoding: bytes[first...last], as: UTF8.self))
            }
            start = end + 1
        }
        return words
    }

    /// The text's bytes in lower case, curly apostrophes made straight; nil if any other character is not ASCII.
    private static func lowercasedPlain(_ text: String) -> [UInt8]? {
        var bytes = Array(text.utf8)
        var count = 0
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes[count] = bytes[index] | 0x20
            case 0..<0x80: bytes[count] = bytes[index]
            case 0xE2 where bytes[index...].starts(with: "’".utf8):
                bytes[count] = UInt8(ascii: "'")
                index += 2
            default: return nil
            }
            index += 1
            count += 1
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// The words of any text, by Unicode characters.
    static func anyWords(of text: String) -> [String] {
        text.lowercased().replacing("’", with: "'")
            .split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }
            .map { word in
                var word = word
                while let last = word.last, last == "-" || last == "'" { word.removeLast() }
                while let first = word.first, first == "-" || first == "'" { word.removeFirst() }
                return String(word)
            }
            .filter { !$0.isEmpty }
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: isJoiner(byte)
        }
    }

    private static func isJoiner(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
    }
}

/// A list of phrases to find in texts, regardless of case and of punctuation between words.
struct PhraseList: Sendable {
    private struct Phrase: Sendable {
        let text: String
        let words: [String]
    }

    private let phrases: [Phrase]
    /// The first words of all phrases. A text without any of them holds no phrase.
    private let firstWords: Set<String>

    init(_ phrases: [String]) {
        self.phrases = phrases.map { Phrase(text: $0, words: PhraseSearch.words(of: $0)) }
        firstWords = Set(self.phrases.compactMap(\.words.first))
    }

    /// The phrases found in a text, in the list's order, each with the index of the word where it first begins.
    func occurrences(in words: [String]) -> [(place: Int, phrase: String)] {
        guard words.contains(where: firstWords.contains) else { return [] }
        return phrases.compactMap { phrase in
            Self.index(of: phrase.words, in: words).map { ($0, phrase.text) }
        }
    }

    /// A text's words without the phrases. An empty word replaces each, so that its neighbours do not form a new phrase.
    func removed(from words: [String]) -> [String] {
        var rest = words
        for phrase in phrases.map(\.words) {
            while let start = Self.index(of: phrase, in: rest) {
                rest.replaceSubrange(start..<(start + phrase.count), with: [""])
            }
        }
        return rest
    }

    /// The index where a phrase first begins in a text's words.
    private static func index(of phrase: [String], in words: [String]) -> Int? {
        guard let first = phrase.first, words.count >= phrase.count else { return nil }
        return (0...(words.count - phrase.count)).first { start in
            words[start] == first && words[start..<(start + phrase.count)].elementsEqual(phrase)
        }
    }
}
