/// Takes texts apart into words that can be compared.
enum PhraseSearch {
    /// The words of a text in lower case; hyphens and apostrophes inside a word belong to it.
    static func words(of text: String) -> [String] {
        plainWords(of: text) ?? anyWords(of: text)
    }

    /// The words of ASCII with curly apostrophes, which most texts are made of; nil for any other text.
    ///
    /// It finds what `anyWords` finds, without the cost of telling characters apart.
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

    /// The bytes in lower case with straight apostrophes; nil where there is more than ASCII and curly ones.
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

    /// The words of any text.
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

/// Phrases to look for in texts, whatever the case and the punctuation between words.
struct PhraseList: Sendable {
    private struct Phrase: Sendable {
        let text: String
        let words: [String]
    }

    private let phrases: [Phrase]
    /// How each phrase begins: a text without these words holds none of them.
    private let firstWords: Set<String>

    init(_ phrases: [String]) {
        self.phrases = phrases.map { Phrase(text: $0, words: PhraseSearch.words(of: $0)) }
        firstWords = Set(self.phrases.compactMap(\.words.first))
    }

    /// The phrases that stand in a text, in the order of the list, each with the place where it stands first.
    func occurrences(in words: [String]) -> [(place: Int, phrase: String)] {
        guard words.contains(where: firstWords.contains) else { return [] }
        return phrases.compactMap { phrase in
            Self.index(of: phrase.words, in: words).map { ($0, phrase.text) }
        }
    }

    /// A text's words without the phrases; in the place of each a blank word keeps its neighbours apart.
    func removed(from words: [String]) -> [String] {
        var rest = words
        for phrase in phrases.map(\.words) {
            while let start = Self.index(of: phrase, in: rest) {
                rest.replaceSubrange(start..<(start + phrase.count), with: [""])
            }
        }
        return rest
    }

    private static func index(of phrase: [String], in words: [String]) -> Int? {
        guard let first = phrase.first, words.count >= phrase.count else { return nil }
        return (0...(words.count - phrase.count)).first { start in
            words[start] == first && words[start..<(start + phrase.count)].elementsEqual(phrase)
        }
    }
}
