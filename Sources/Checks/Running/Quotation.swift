import Diagnostics
import Newsroom

/// A problematic quote: absent from its article, ambiguous in it, or with words left out.
struct Quotation: Sendable {
    let record: any Record
    let article: Article
    let quote: Located<String>
    /// Whether the quote has a prefix or suffix, which choose among several places.
    let hasSelector: Bool
    let match: QuoteMatch
    /// The places in the article to point out: the first three of an ambiguous quote, the nearest one of an absent quote.
    let places: [SourceSpan]
    /// Whether the article's file holds any text.
    let articleHasWords: Bool
    /// The article's words that the quote leaves out.
    let gaps: [Gap]

    /// Omitted words, with their place in the article's file.
    struct Gap: Sendable {
        let gap: QuoteGap
        let span: SourceSpan
    }

    /// The place of the quote in the record's file.
    var span: SourceSpan { record.file.span(quote.range) }

    /// The largest number of places to point out.
    private static let placeLimit = 3

    /// Looks for a quote in its article; nil if it stands there once and in full.
    private init?(
        _ record: any Record,
        _ article: Article,
        _ words: ArticleWords,
        _ quote: Located<String>,
        _ typed: ArticleQuote
    ) {
        match = words.locate(quote: typed.quote, prefix: typed.prefix, suffix: typed.suffix)
        switch match {
        case .found(let pieces):
            guard Self.hasGapMark(quote.value) else { return nil }
            gaps = words.gaps(in: quote.value, at: pieces).map {
                Gap(gap: $0, span: Self.span(of: $0.piece, in: article, words))
            }
            guard !gaps.isEmpty else { return nil }
            places = []
        case .ambiguous(let pieces):
            places = pieces.prefix(Self.placeLimit).map { Self.span(of: $0, in: article, words) }
            gaps = []
        case .absent(let nearest):
            places = nearest.map { [Self.span(of: $0.piece, in: article, words)] } ?? []
            gaps = []
        }
        self.record = record
        self.article = article
        self.quote = quote
        hasSelector = typed.prefix != nil || typed.suffix != nil
        articleHasWords = !words.blocks.isEmpty
    }

    /// Whether a quote contains `[`, `...` or `…`, and so may leave words out. A cheap test before the exact one.
    private static func hasGapMark(_ quote: String) -> Bool {
        quote.utf8.contains(UInt8(ascii: "[")) || OmissionMark.isIn(quote)
    }

    /// The problematic quotes from one article, in claims' appearances and in verdicts' evidence.
    ///
    /// - Parameter claims: the claims that appear in the article.
    /// - Parameter verdicts: the verdicts with evidence from the article.
    /// - Parameter known: the index of quotes found already, which are not searched again.
    static func all(
        from article: Article,
        claims: [Claim],
        verdicts: [Verdict],
        known: QuoteIndex
    ) -> [Quotation] {
        var open: [(record: any Record, quote: Located<String>, typed: ArticleQuote)] = []
        for claim in claims {
            for appearance in claim.appearances where appearance.article.value == article.id {
                open.append((claim, appearance.quote, ArticleQuote(appearance)))
            }
        }
        for verdict in verdicts {
            for evidence in verdict.evidence {
                guard case .article(let id) = evidence.reference, id.value == article.id,
                    let quote = evidence.quote
                else { continue }
                open.append((verdict, quote, ArticleQuote(quote.value)))
            }
        }
        open.removeAll { known.isFound($0.typed, in: article) }
        guard !open.isEmpty else { return [] }
        // Local, because the searchable form takes many times the memory of the text.
        let words = ArticleWords(of: article)
        return open.compactMap { Quotation($0.record, article, words, $0.quote, $0.typed) }
    }

    /// The largest block, in bytes, in which the exact place of words is searched.
    private static let blockLimit = 64 * 1024

    /// The place of words in an article's file; their whole block if markup or a line end interrupts them.
    private static func span(of piece: QuotePiece, in article: Article, _ words: ArticleWords) -> SourceSpan {
        let blocks = words.document.blocks
        guard blocks.indices.contains(piece.passage) else { return article.file.startSpan }
        let block = blocks[piece.passage]
        guard block.wordsRange.count <= blockLimit else { return article.file.span(block.wordsRange) }
        let plain = Array(block.plainText.utf8)
        let words = plain[piece.range.clamped(to: plain.indices)]
        // Repeated words are matched by order: the n-th occurrence in the plain text is the n-th in the file.
        let earlier = plain[..<words.startIndex].ranges(of: words).count
        let places = article.file.bytes[block.wordsRange].ranges(of: words)
        return article.file.span(earlier < places.count ? places[earlier] : block.wordsRange)
    }
}

extension String {
    /// The text on one line, cut with `…` after a number of characters.
    func excerpt(_ limit: Int = 160) -> String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= limit ? line : line.prefix(limit) + "…"
    }

    /// The number of words; a lone punctuation mark is no word.
    var wordCount: Int {
        asciiWordCount
            ?? split(whereSeparator: \.isWhitespace).count { word in
                word.contains { $0.isLetter || $0.isNumber }
            }
    }

    /// The number of words of an ASCII text, counted by bytes; nil for any other text.
    private var asciiWordCount: Int? {
        var count = 0
        var isInWord = false
        for byte in utf8 {
            switch byte {
            case 0x80...: return nil
            case 0x09...0x0D, UInt8(ascii: " "): isInWord = false
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                if !isInWord { count += 1 }
                isInWord = true
            default: break
            }
        }
        return count
    }
}
