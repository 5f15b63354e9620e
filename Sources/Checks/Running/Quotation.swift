import Diagnostics
import Newsroom

/// A quote that a record takes from an article, in which it does not stand, not once, or with words left out.
struct Quotation: Sendable {
    let record: any Record
    let article: Article
    let quote: Located<String>
    /// Whether a prefix or suffix was given to choose among several places.
    let hasSelector: Bool
    let match: QuoteMatch
    /// The first places of the article where it could stand.
    let places: [SourceSpan]
    /// Whether the article's file has words of the article at all.
    let articleHasWords: Bool
    /// The words of the article that the quote leaves out.
    let gaps: [Gap]

    /// Words that a quote leaves out, and their place in the article's file.
    struct Gap: Sendable {
        let gap: QuoteGap
        let span: SourceSpan
    }

    /// The place of the quote in the record's file.
    var span: SourceSpan { record.file.span(quote.range) }

    /// How many places are pointed out.
    private static let placeLimit = 3

    /// Looks for a quote; nil when it stands in the article once and in full, as nearly all do.
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

    /// Whether a quote can leave words out: nearly none does, and to find that out must cost little.
    private static func hasGapMark(_ quote: String) -> Bool {
        let (dots, ellipsis): (UInt32, UInt32) = (0x2E_2E2E, 0xE2_80A6)
        var last = UInt32(0)
        for byte in quote.utf8 {
            last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
            if byte == UInt8(ascii: "[") || last == dots || last == ellipsis { return true }
        }
        return false
    }

    /// Those among the quotes that claims' appearances, and verdicts' evidence, take from an article.
    ///
    /// - Parameter verdicts: those with evidence from the article.
    /// - Parameter known: where quotes were found already.
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
        // Words that are ready to be searched take many times the memory of the text: they go when this returns.
        let words = ArticleWords(of: article)
        return open.compactMap { Quotation($0.record, article, words, $0.quote, $0.typed) }
    }

    /// The most bytes of a block in which words are looked for.
    private static let blockLimit = 64 * 1024

    /// The place of words of an article; that of their whole block where markup or a line end parts them.
    private static func span(of piece: QuotePiece, in article: Article, _ words: ArticleWords) -> SourceSpan {
        let blocks = words.document.blocks
        guard blocks.indices.contains(piece.passage) else { return article.file.startSpan }
        let block = blocks[piece.passage]
        guard block.wordsRange.count <= blockLimit else { return article.file.span(block.wordsRange) }
        let plain = Array(block.plainText.utf8)
        let words = plain[piece.range.clamped(to: plain.indices)]
        // Words that stand there more than once: as many come before these in the file as in the plain text.
        let earlier = plain[..<words.startIndex].ranges(of: words).count
        let places = article.file.bytes[block.wordsRange].ranges(of: words)
        return article.file.span(earlier < places.count ? places[earlier] : block.wordsRange)
    }
}

extension String {
    /// The text on one line, cut after a number of characters.
    func excerpt(_ limit: Int = 160) -> String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= limit ? line : line.prefix(limit) + "…"
    }

    /// How many words the text has; a mark that stands alone is none.
    var wordCount: Int {
        asciiWordCount
            ?? split(whereSeparator: \.isWhitespace).count { word in
                word.contains { $0.isLetter || $0.isNumber }
            }
    }

    /// How many words a text in ASCII has, without the cost of telling characters apart; nil for any other text.
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
