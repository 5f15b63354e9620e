/// Looks for words and phrases in a text, whatever the case and the punctuation between words.
enum PhraseSearch {
    /// The words of a text in lower case; hyphens and apostrophes inside a word belong to it.
    static func words(of text: String) -> [String] {
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

    /// Where a phrase stands first in a list of words.
    static func index(of phrase: String, in words: [String]) -> Int? {
        let wanted = self.words(of: phrase)
        guard !wanted.isEmpty, words.count >= wanted.count else { return nil }
        return (0...(words.count - wanted.count)).first { start in
            words[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }

    /// The words without a phrase; a blank word keeps its neighbours apart.
    static func removing(_ phrase: String, from words: [String]) -> [String] {
        var rest = words
        let count = self.words(of: phrase).count
        while let start = index(of: phrase, in: rest) {
            rest.replaceSubrange(start..<(start + count), with: [""])
        }
        return rest
    }
}
