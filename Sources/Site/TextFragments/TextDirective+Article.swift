import Newsroom

extension TextDirective {
    /// A directive to the words of an appearance, as the article has them.
    ///
    /// A quote may be typed with other quotation marks, dashes or letter forms than the article's, and browsers do not
    /// find all that Assay finds. Where the quote is not in the article as it was typed, the article's own words are given.
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

/// Words looked for as they are typed, whatever the blanks and the marks of block quotes between them.
enum VerbatimWords {
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
