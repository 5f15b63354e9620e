import Newsroom

extension TextDirective {
    /// The directive to an appearance's quote in its article; nil for a quote without words.
    ///
    /// Browsers match more strictly than Assay does. A quote typed with other quotation marks, dashes or letter forms than the
    /// article's is therefore given in the article's own words.
    init?(_ appearance: Appearance, in article: Article) {
        let quote = appearance.quote.value
        let typed =
            QuotedParts.parts(of: quote)
            + [appearance.prefix?.value, appearance.suffix?.value]
            .compactMap(\.self)
        let isVerbatim = typed.allSatisfy { VerbatimWords.stand($0, in: article) }
        let pieces = isVerbatim ? [] : ArticleWords.quoted(by: appearance, in: article)
        guard let first = pieces.first, let last = pieces.last else {
            self.init(
                quote: quote,
                prefix: appearance.prefix?.value,
                suffix: appearance.suffix?.value
            )
            return
        }
        self.init(
            parts: pieces.map(\.text),
            prefix: appearance.prefix.map { Term.words(first.before).suffix(Term.words($0.value).count) }
                ?? [],
            suffix: appearance.suffix.map { Term.words(last.after).prefix(Term.words($0.value).count) } ?? []
        )
    }
}

/// A search for words exactly as typed, except for white space and block quote marks between them.
enum VerbatimWords {
    /// Whether the words stand in the article's text.
    static func stand(_ words: String, in article: Article) -> Bool {
        let pattern = Array(words.utf8)
        return article.file.bytes[article.body].withUnsafeBufferPointer { text in
            pattern.withUnsafeBufferPointer { pattern in
                guard let first = pattern.first else { return true }
                return text.indices.contains { text[$0] == first && matches(pattern, text, from: $0) }
            }
        }
    }

    private static func matches(
        _ pattern: UnsafeBufferPointer<UInt8>,
        _ text: UnsafeBufferPointer<UInt8>,
        from start: Int
    ) -> Bool {
        var place = start
        var index = 0
        while index < pattern.count {
            if isBlank(pattern[index]) {
                guard place < text.count, isBlank(text[place]) else { return false }
                while index < pattern.count, isBlank(pattern[index]) { index += 1 }
                while place < text.count, isBlank(text[place]) || text[place] == UInt8(ascii: ">") {
                    place += 1
                }
                continue
            }
            guard place < text.count, text[place] == pattern[index] else { return false }
            place += 1
            index += 1
        }
        return true
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
