/// Takes texts apart into words that can be compared.
enum PhraseSearch {
    /// The words of a text in lower case; hyphens and apostrophes inside a word belong to it.
    static func words(of text: String) -> [String] {
        plainWords(of: Array(text.utf8)) ?? anyWords(of: text)
    }

    /// The words of ASCII with curly apostrophes, which most texts are made of; nil for any other text.
    ///
    /// It finds what `anyWords` finds, without the cost of telling characters apart.
    static func plainWords(of bytes: [UInt8]) -> [String]? {
        var words: [String] = []
        var word: [UInt8] = []
        func close() {
            while let last = word.last, isJoiner(last) { word.removeLast() }
            let start = word.firstIndex { !isJoiner($0) } ?? word.endIndex
            if start < word.endIndex { words.append(String(decoding: word[start...], as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(bytes[index] | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "'"):
                word.append(bytes[index])
            case 0..<0x80: close()
            case 0xE2 where bytes[index...].starts(with: "’".utf8):
                word.append(UInt8(ascii: "'"))
                index += 2
            default: return nil
            }
            index += 1
        }
        close()
        return words
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
