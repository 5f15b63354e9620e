import Markdown

/// The words of an article, prepared for finding quotes: the block quotes of its body, or all blocks with
/// `text: full`.
///
///     let words = ArticleWords(of: article)
///     if case .found(let pieces) = words.locate(appearance) {
///         print(words.gaps(in: appearance.quote.value, at: pieces))
///     }
///
/// Preparing takes one pass over the text; after that, quotes are cheap to find. A class, because many hold one.
package final class ArticleWords: Sendable {
    /// The article's body.
    package let document: MarkdownDocument
    /// The indices of the blocks in `document` that are the article's own words.
    package let blocks: [Int]

    private let finder: QuoteFinder

    /// Parses and prepares an article's body.
    package convenience init(of article: Article) {
        self.init(of: article, in: MarkdownDocument(article.file, range: article.body))
    }

    /// Prepares a body that was parsed before.
    package init(of article: Article, in document: MarkdownDocument) {
        self.document = document
        let blocks = document.blocks.indices.filter { index in
            if article.isFullText { return true }
            if case .quotation = document.blocks[index].kind { return true }
            return false
        }
        self.blocks = blocks
        finder = QuoteFinder(passages: blocks.map { document.blocks[$0].plainText })
    }

    /// The place of an appearance's quote. Passages are indices of `document.blocks`, ranges are bytes of a block's
    /// `plainText`.
    package func locate(_ appearance: Appearance) -> QuoteMatch {
        locate(
            quote: appearance.quote.value,
            prefix: appearance.prefix?.value,
            suffix: appearance.suffix?.value
        )
    }

    /// One part of a quote, with its surroundings in the article.
    package struct Words: Sendable {
        /// The words before the part, in the same passage.
        package let before: String
        /// The part in the article's own wording.
        package let text: String
        /// The words after the part, in the same passage.
        package let after: String
    }

    /// The parts of an appearance's quote in the article; empty unless the quote has exactly one place.
    package static func quoted(by appearance: Appearance, in article: Article) -> [Words] {
        let words = ArticleWords(of: article)
        guard case .found(let pieces) = words.locate(appearance) else { return [] }
        return pieces.map { piece in
            let bytes = Array(words.document.blocks[piece.passage].plainText.utf8)
            func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
            return Words(
                before: text(0..<piece.range.lowerBound),
                text: text(piece.range),
                after: text(piece.range.upperBound..<bytes.count)
            )
        }
    }

    /// The place of a quote. Passages are indices of `document.blocks`, ranges are bytes of a block's `plainText`.
    package func locate(quote: String, prefix: String? = nil, suffix: String? = nil) -> QuoteMatch {
        switch finder.find(quote: quote, prefix: prefix, suffix: suffix) {
        case .found(let pieces): .found(pieces.map(inDocument))
        case .ambiguous(let pieces): .ambiguous(pieces.map(inDocument))
        case .absent(let near):
            .absent(
                nearest: near.map {
                    NearPassage(text: $0.text, differences: $0.differences, piece: inDocument($0.piece))
                }
            )
        }
    }

    private func inDocument(_ piece: QuotePiece) -> QuotePiece {
        QuotePiece(passage: blocks[piece.passage], range: piece.range)
    }
}
