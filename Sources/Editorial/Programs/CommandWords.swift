/// The words of a command line, told apart as a shell does it, without anything else that a shell does.
///
///     try CommandWords("crawl --url {url} 'a b'").words  // ["crawl", "--url", "{url}", "a b"]
package struct CommandWords: Hashable, Sendable {
    /// A reason why a line has no words.
    package enum Problem: Error, Hashable, Sendable {
        /// A quotation mark is not closed.
        case openQuote
        /// There is no program.
        case empty
        /// `{url}` or `{out}` is not among the words.
        case missing(String)
    }

    /// The program, and its arguments.
    package let words: [String]

    /// Tells words apart by blanks; quotation marks keep blanks, a backslash keeps the next character.
    package init(_ line: String) throws(Problem) {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if quote == nil, character.isWhitespace {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil, !isEscaped else { throw .openQuote }
        if let word { words.append(word) }
        guard words.first?.isEmpty == false else { throw .empty }
        self.words = words
    }

    /// The words with values in the places of `{url}` and `{out}`.
    ///
    /// A value stays within its word, whatever it holds.
    package func filled(url: String, out: String) throws(Problem) -> [String] {
        guard words.contains(where: { $0.contains("{url}") }) else { throw .missing("{url}") }
        return words.map { word in
            // What was filled in is not filled again: an address may have `{out}` in it.
            word.split(separator: "{url}", omittingEmptySubsequences: false)
                .map { $0.replacing("{out}", with: out) }
                .joined(separator: url)
        }
    }
}

extension CommandWords.Problem: CustomStringConvertible {
    /// The problem, as a sentence without a full stop.
    package var description: String {
        switch self {
        case .openQuote: "a quotation mark or a backslash has no end"
        case .empty: "there is no program in it"
        case .missing(let name): "`\(name)` has to stand in it"
        }
    }
}
