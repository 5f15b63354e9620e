import Markdown

/// The words of an article, ready to be searched for quotes.
///
/// They are the block quotes of its body, or all blocks with `text: full`. Preparing them costs a pass over
/// the text; searching can then be repeated. An object, because many hold it.
package final class ArticleWords: Sendable {
    /// The article's body.
    package let document: MarkdownDocument
    /// The indices of the document's blocks that are the article's own words.
    package let blocks: [Int]

    private let finder: QuoteFinder

    /// Reads an article's body.
    package convenience init(of article: Article) {
        self.init(of: article, in: MarkdownDocument(article.file, range: article.body))
    }

    /// Takes a body that was read before.
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

    /// Where an appearance's quote stands: pieces count blocks of `document`, and bytes of a block's `plainText`.
    package func locate(_ appearance: Appearance) -> QuoteMatch {
        locate(
            quote: appearance.quote.value,
            prefix: appearance.prefix?.value,
            suffix: appearance.suffix?.value
        )
    }

    /// A part of a quote in an article.
    package struct Words: Sendable {
        /// The article's words before it, in the same passage.
        package let before: String
        /// The part as the article has it.
        package let text: String
        /// The article's words after it, in the same passage.
        package let after: String
    }

    /// The words of an article that an appearance quotes, part by part; nothing where they do not stand there once.
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

    /// Where a quote stands: pieces count blocks of `document`, and bytes of a block's `plainText`.
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
