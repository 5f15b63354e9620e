import Synchronization

/// A quote from an article; prefix and suffix tell it from the same words elsewhere.
package struct ArticleQuote: Hashable, Sendable {
    /// The quoted words.
    package let quote: String
    /// The words before the quote; nil if it needs none.
    package let prefix: String?
    /// The words after the quote; nil if it needs none.
    package let suffix: String?

    /// Makes a quote.
    package init(_ quote: String, prefix: String? = nil, suffix: String? = nil) {
        self.quote = quote
        self.prefix = prefix
        self.suffix = suffix
    }

    /// Makes the quote of an appearance.
    package init(_ appearance: Appearance) {
        self.init(
            appearance.quote.value,
            prefix: appearance.prefix?.value,
            suffix: appearance.suffix?.value
        )
    }
}

/// One block of an article's words.
package struct ArticlePassage: Hashable, Sendable {
    /// The block's index in the article's body.
    package let block: Int
    /// The block's plain text.
    package let text: String
}

/// A cache of the places of quotes, filled once for each article.
///
/// The canonical form and the checks look up every quote. A class, because newsrooms with the same articles share
/// one.
package final class QuoteIndex: Sendable {
    /// The quotes with exactly one place in an article, each with its passages.
    private typealias Found = [ArticleQuote: [ArticlePassage]]

    private let articles = Mutex<[ObjectIdentifier: (article: Article, found: Found)]>([:])

    /// Makes an empty index.
    package init() {}

    /// The passages of a quote; empty unless it has exactly one place.
    package func passages(of quote: ArticleQuote, in article: Article, _ newsroom: Newsroom)
        -> [ArticlePassage]
    {
        let known = found(in: article) ?? find(in: article, newsroom)
        if let passages = known[quote] { return passages }
        guard !newsroom.quotes(from: article).contains(quote) else { return [] }
        // A quote of no current record: it comes from a stored text.
        return ArticleWords(of: article).passages(of: quote) ?? []
    }

    /// Whether the cache has a quote, with exactly one place in an article.
    package func isFound(_ quote: ArticleQuote, in article: Article) -> Bool {
        found(in: article)?[quote] != nil
    }

    private func found(in article: Article) -> Found? {
        articles.withLock { $0[ObjectIdentifier(article)]?.found }
    }

    /// Finds all quotes that records take from an article, and caches them.
    @discardableResult
    private func find(in article: Article, _ newsroom: Newsroom) -> Found {
        // Prepared words take many times the memory of the text, so they are not kept.
        let words = ArticleWords(of: article)
        let quotes = newsroom.quotes(from: article)
        let found = quotes.reduce(into: Found()) { $0[$1] = words.passages(of: $1) }
        articles.withLock { $0[ObjectIdentifier(article)] = (article, found) }
        return found
    }

    /// Finds all quotes that records take from articles, in parallel.
    package func find(in newsroom: Newsroom) async {
        _ = await newsroom.articles.concurrentMap { article in
            if !newsroom.claims(in: article).isEmpty, self.found(in: article) == nil {
                self.find(in: article, newsroom)
            }
        }
    }
}

extension ArticleWords {
    /// The passages of a quote; nil unless it has exactly one place.
    fileprivate func passages(of quote: ArticleQuote) -> [ArticlePassage]? {
        guard case .found(let pieces) = locate(quote: quote.quote, prefix: quote.prefix, suffix: quote.suffix)
        else { return nil }
        return Set(pieces.map(\.passage)).sorted().filter(document.blocks.indices.contains).map { block in
            ArticlePassage(block: block, text: document.blocks[block].plainText)
        }
    }
}

extension Newsroom {
    /// All quotes that claims and verdicts take from an article.
    fileprivate func quotes(from article: Article) -> Set<ArticleQuote> {
        let claims = claims(in: article)
        let inClaims = claims.flatMap { claim in
            claim.appearances.filter { $0.article.value == article.id }.map { ArticleQuote($0) }
        }
        let inVerdicts = verdicts(citing: article).flatMap { verdict in
            verdict.evidence.compactMap { evidence -> ArticleQuote? in
                guard case .article(let id) = evidence.reference, id.value == article.id else { return nil }
                return evidence.quote.map { ArticleQuote($0.value) }
            }
        }
        return Set(inClaims + inVerdicts)
    }
}
