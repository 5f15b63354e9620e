import Diagnostics
import Files
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

    /// The quotes of claims' appearances, and of verdicts' evidence where that is an article: by record, of articles
    /// that are there, found on all cores.
    static func all(
        in newsroom: Newsroom,
        _ words: [String: ArticleWords]
    ) async -> [RecordKey: [Quotation]] {
        let inClaims = await newsroom.claims.concurrentMap { claim in
            (RecordKey(.claim, claim.id), Task.isCancelled ? [] : all(in: claim, newsroom, words))
        }
        let inVerdicts = await newsroom.verdicts.concurrentMap { verdict in
            (RecordKey(.verdict, verdict.id), Task.isCancelled ? [] : all(in: verdict, newsroom, words))
        }
        return Dictionary(uniqueKeysWithValues: (inClaims + inVerdicts).filter { !$0.1.isEmpty })
    }

    private static func all(
        in claim: Claim,
        _ newsroom: Newsroom,
        _ words: [String: ArticleWords]
    ) -> [Quotation] {
        claim.appearances.compactMap { appearance in
            guard let article = newsroom.articles[appearance.article.value], let words = words[article.id]
            else { return nil }
            return Quotation(
                record: claim,
                article: article,
                quote: appearance.quote,
                hasSelector: appearance.prefix != nil || appearance.suffix != nil,
                match: words.locate(appearance)
            )
        }
    }

    private static func all(
        in verdict: Verdict,
        _ newsroom: Newsroom,
        _ words: [String: ArticleWords]
    ) -> [Quotation] {
        verdict.evidence.compactMap { evidence in
            guard case .article(let id) = evidence.reference, let quote = evidence.quote,
                let article = newsroom.articles[id.value], let words = words[article.id]
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

    /// The most bytes of a block in which words are looked for.
    private static let blockLimit = 64 * 1024

    /// The place of words of the article; that of their whole block where markup or a line end parts them.
    func articleSpan(of piece: QuotePiece, _ context: CheckContext) -> SourceSpan {
        let blocks = context.words[article.id]?.document.blocks ?? []
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
