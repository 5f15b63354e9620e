import Diagnostics
import Newsroom

/// A quote that a record takes from an article.
struct Quotation: Sendable {
    let record: any Record
    let article: Article
    let quote: Located<String>
    /// Whether a prefix or suffix was given to choose among several places.
    let hasSelector: Bool
    let match: QuoteMatch

    /// The place of the quote in the record's file.
    var span: SourceSpan { record.file.span(quote.range) }

    /// The quotes that claims' appearances, and verdicts' evidence, take from an article.
    static func all(from article: Article, _ words: ArticleWords, _ quoting: Quoting) -> [Quotation] {
        let inClaims = quoting.claims.flatMap { claim in
            claim.appearances.lazy.filter { $0.article.value == article.id }.map { appearance in
                Quotation(
                    record: claim,
                    article: article,
                    quote: appearance.quote,
                    hasSelector: appearance.prefix != nil || appearance.suffix != nil,
                    match: words.locate(appearance)
                )
            }
        }
        let inVerdicts = quoting.verdicts.flatMap { verdict in
            verdict.evidence.compactMap { evidence -> Quotation? in
                guard case .article(let id) = evidence.reference, id.value == article.id,
                    let quote = evidence.quote
                else { return nil }
                return Quotation(
                    record: verdict,
                    article: article,
                    quote: quote,
                    hasSelector: false,
                    match: words.locate(quote: quote.value)
                )
            }
        }
        return inClaims + inVerdicts
    }

    /// The records that take quotes from one article.
    struct Quoting: Sendable {
        fileprivate(set) var claims: [Claim] = []
        fileprivate(set) var verdicts: [Verdict] = []

        /// Those of all articles, by article id.
        static func all(in newsroom: Newsroom) -> [String: Quoting] {
            var all: [String: Quoting] = [:]
            for claim in newsroom.claims {
                for article in Set(claim.appearances.map(\.article.value)) {
                    all[article, default: Quoting()].claims.append(claim)
                }
            }
            for verdict in newsroom.verdicts {
                let articles = verdict.evidence.lazy.compactMap { evidence in
                    if case .article(let id) = evidence.reference { id.value } else { nil }
                }
                for article in Set(articles) { all[article, default: Quoting()].verdicts.append(verdict) }
            }
            return all
        }
    }

    /// The most bytes of a block in which words are looked for.
    private static let blockLimit = 64 * 1024

    /// The place of words of the article; that of their whole block where markup or a line end parts them.
    func articleSpan(of piece: QuotePiece, _ context: CheckContext) -> SourceSpan {
        let blocks = context.texts[article.id]?.document.blocks ?? []
        guard blocks.indices.contains(piece.passage) else { return article.file.startSpan }
        let block = blocks[piece.passage]
        guard block.wordsRange.count <= Self.blockLimit else { return article.file.span(block.wordsRange) }
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
