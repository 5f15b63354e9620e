import Diagnostics
import Encodings
import Newsroom

extension TextDirective {
    /// The largest number of words given in full. A longer quote may span several paragraphs, and browsers look for a single
    /// term within one paragraph only.
    static let fullWords = 12
    /// The number of words for the start and for the end of a longer quote.
    static let edgeWords = 6

    /// A directive to a quote; nil for a quote without words.
    ///
    /// - Parameters:
    ///   - quote: the quote, with `[...]` for omitted words and `[word]` for insertions. Only the words before the first gap
    ///     and after the last one are used.
    ///   - prefix: words before the quote, if it occurs more than once.
    ///   - suffix: words after the quote, if it occurs more than once.
    init?(quote: String, prefix: String? = nil, suffix: String? = nil) {
        self.init(
            parts: QuotedParts.parts(of: quote),
            prefix: prefix.map { Term.words($0)[...] } ?? [],
            suffix: suffix.map { Term.words($0)[...] } ?? []
        )
    }

    /// A directive to the parts of a quote; nil without words.
    /// - Parameter parts: stretches of the document without gaps, in order.
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

    /// A directive from some words to others; nil without a letter or digit.
    /// - Parameter edge: the number of words for the start and for the end of a longer passage.
    init?(
        from first: [Substring],
        to last: [Substring],
        isWhole: Bool,
        edge: Int,
        prefix: ArraySlice<Substring> = [],
        suffix: ArraySlice<Substring> = []
    ) {
        // Punctuation at the outer ends is dropped, because pages set it in many ways; inside it has to match.
        let before = Term.text(prefix, trimming: .start)
        let after = Term.text(suffix, trimming: .end)
        let outerStart: Term.Ends = before == nil ? .start : []
        let outerEnd: Term.Ends = after == nil ? .end : []
        if isWhole, first.count <= max(Self.fullWords, edge) {
            guard let start = Term.text(first[...], trimming: outerStart.union(outerEnd)) else { return nil }
            self.init(prefix: before, start: start, suffix: after)
            return
        }
        // Start and end must not overlap, because browsers look for the end after the start.
        let edge = isWhole ? min(edge, first.count / 2) : edge
        guard let start = Term.text(first.prefix(edge), trimming: outerStart.union(.end)),
            let end = Term.text(last.suffix(edge), trimming: outerEnd.union(.start))
        else { return nil }
        self.init(prefix: before, start: start, end: end, suffix: after)
    }

    /// Words as a term of a directive.
    enum Term {
        /// The ends of a term at which punctuation is dropped.
        struct Ends: OptionSet {
            let rawValue: Int
            static let start = Ends(rawValue: 1)
            static let end = Ends(rawValue: 2)
        }

        /// The words of a text, split at white space.
        static func words(_ text: String) -> [Substring] {
            guard text.isASCII else {
                return text.split(whereSeparator: \.isWhitespace)
            }
            // A fast path with the same result: in ASCII every byte is a character.
            return text.utf8.split { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }.map(
                Substring.init
            )
        }

        /// The words in stretches that leave out words hyphenated at a line end, because the page shows those as one word.
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

        /// The words joined by single blanks, without punctuation at the given ends; nil without a letter or digit.
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

        /// A fast path of `text` for ASCII, where every byte is a character.
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
