import Diagnostics
import Newsroom

extension TextDirective {
    /// The most words of a quote that are given in full. Longer ones may run over several paragraphs of the page, in
    /// which browsers look for one term only.
    static let fullWords = 12
    /// How many words name the start and the end of a longer quote.
    static let edgeWords = 6

    /// A directive to the words of a quote; nil when it has no words.
    ///
    /// - Parameters:
    ///   - quote: the quote, with `[...]` for omitted words and `[word]` for insertions: of such a quote the words
    ///     before the first gap and after the last one are given.
    ///   - prefix: words before the quote, where it occurs more than once.
    ///   - suffix: words after the quote, where it occurs more than once.
    init?(quote: String, prefix: String? = nil, suffix: String? = nil) {
        self.init(
            parts: QuotedParts.parts(of: quote),
            prefix: prefix.map { Term.words($0)[...] } ?? [],
            suffix: suffix.map { Term.words($0)[...] } ?? []
        )
    }

    /// - Parameter parts: words that stand in the document without a gap, in order.
    init?(parts: [String], prefix: ArraySlice<Substring>, suffix: ArraySlice<Substring>) {
        let parts = parts.flatMap(Term.unbroken)
        guard let first = parts.first, let last = parts.last else { return nil }
        self.init(
            from: first,
            to: last,
            isWhole: parts.count == 1,
            edge: Self.edgeWords,
            prefix: prefix.suffix(Self.edgeWords),
            suffix: suffix.prefix(Self.edgeWords)
        )
    }

    /// - Parameter edge: how many words name the start and the end, when not all are given.
    init?(
        from first: [Substring],
        to last: [Substring],
        isWhole: Bool,
        edge: Int,
        prefix: ArraySlice<Substring> = [],
        suffix: ArraySlice<Substring> = []
    ) {
        // Marks between the prefix and the words count; those at the outer ends are set in many ways, and go.
        let before = Term.text(prefix, trimming: .start)
        let after = Term.text(suffix, trimming: .end)
        let outerStart: Term.Ends = before == nil ? .start : []
        let outerEnd: Term.Ends = after == nil ? .end : []
        if isWhole, first.count <= max(Self.fullWords, edge) {
            guard let start = Term.text(first[...], trimming: outerStart.union(outerEnd)) else { return nil }
            self.init(prefix: before, start: start, suffix: after)
            return
        }
        // The end is looked for after the start: of one stretch of words, the two must not overlap.
        let edge = isWhole ? min(edge, first.count / 2) : edge
        guard let start = Term.text(first.prefix(edge), trimming: outerStart.union(.end)),
            let end = Term.text(last.suffix(edge), trimming: outerEnd.union(.start))
        else { return nil }
        self.init(prefix: before, start: start, end: end, suffix: after)
    }

    /// Words as a term of a directive.
    enum Term {
        /// The ends of a term.
        struct Ends: OptionSet {
            let rawValue: Int
            static let start = Ends(rawValue: 1)
            static let end = Ends(rawValue: 2)
        }

        /// What stands between blanks.
        static func words(_ text: String) -> [Substring] {
            guard text.isASCII else {
                return text.split(whereSeparator: \.isWhitespace)
            }
            // The same for ASCII, where every byte is a character.
            return text.utf8.split { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }.map(
                Substring.init
            )
        }

        /// The words in stretches without a word that a hyphen parts at the end of a line: on the page it stands in one.
        static func unbroken(_ text: String) -> [[Substring]] {
            let words = words(text)
            guard words.dropLast().contains(where: endsInHyphen) else { return words.isEmpty ? [] : [words] }
            var stretches: [[Substring]] = [[]]
            var skips = false
            for word in words {
                if endsInHyphen(word) { stretches.append([]) }
                if !skips, !endsInHyphen(word) { stretches[stretches.count - 1].append(word) }
                skips = endsInHyphen(word)
            }
            let rest = stretches.filter { !$0.isEmpty }
            return rest.isEmpty ? [words] : rest
        }

        private static func endsInHyphen(_ word: Substring) -> Bool {
            guard word.utf8.last == UInt8(ascii: "-") || word.utf8.count > 1 && word.hasSuffix("\u{2010}"),
                let before = word.dropLast().last
            else { return false }
            return before.isLetter
        }

        /// The words with one blank between them, without marks at the ends; nil without a letter or digit.
        static func text(_ words: ArraySlice<Substring>, trimming ends: Ends) -> String? {
            let joined = words.joined(separator: " ")
            if joined.isASCII { return ascii(joined, trimming: ends) }
            guard let first = joined.firstIndex(where: isPartOfWord),
                let last = joined.lastIndex(where: isPartOfWord)
            else { return nil }
            let start = ends.contains(.start) ? first : joined.startIndex
            let end = ends.contains(.end) ? joined.index(after: last) : joined.endIndex
            return String(joined[start..<end])
        }

        /// The same for ASCII, where every byte is a character.
        private static func ascii(_ joined: String, trimming ends: Ends) -> String? {
            let bytes = joined.utf8
            guard let first = bytes.firstIndex(where: isPartOfWord),
                let last = bytes.lastIndex(where: isPartOfWord)
            else { return nil }
            let start = ends.contains(.start) ? first : bytes.startIndex
            let end = ends.contains(.end) ? bytes.index(after: last) : bytes.endIndex
            return String(joined[start..<end])
        }

        static func isPartOfWord(_ character: Character) -> Bool {
            character.asciiValue.map(isPartOfWord) ?? (character.isLetter || character.isNumber)
        }

        /// Whether an ASCII character is a letter or digit.
        static func isPartOfWord(_ ascii: UInt8) -> Bool {
            (0x30...0x39).contains(ascii) || (0x41...0x5A).contains(ascii & ~0x20)
        }
    }
}
