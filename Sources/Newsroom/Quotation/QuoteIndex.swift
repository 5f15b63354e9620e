import Synchronization

/// A quote from an article, with what tells it from the same words elsewhere.
package struct ArticleQuote: Hashable, Sendable {
    /// The words.
    package let quote: String
    /// The words before.
    package let prefix: String?
    /// The words after.
    package let suffix: String?

    /// Makes a quote.
    package init(_ quote: String, prefix: String? = nil, suffix: String? = nil) {
        self.quote = quote
        self.prefix = prefix
        self.suffix = suffix
    }

    /// An appearance's quote.
    package init(_ appearance: Appearance) {
        self.init(
            appearance.quote.value,
            prefix: appearance.prefix?.value,
            suffix: appearance.suffix?.value
        )
    }
}

/// A block of an article's words.
package struct ArticlePassage: Hashable, Sendable {
    /// Its place among the blocks of the article's body.
    package let block: Int
    /// Its words.
    package let text: String
}

/// Where quotes stand in articles: looked up once for each article, and kept for whoever asks next.
///
/// The canonical form and the checks look up every quote. Newsrooms with the same articles share one index, so it is a class.
package final class QuoteIndex: Sendable {
    /// The quotes of an article that stand in it once, each with the passages that it stands in.
    private typealias Found = [ArticleQuote: [ArticlePassage]]

    private let articles = Mutex<[ObjectIdentifier: (article: Article, found: Found)]>([:])

    /// An index that knows nothing yet.
    package init() {}

    /// The passages in which a quote stands, if it stands there once.
    package func passages(of quote: ArticleQuote, in article: Article, _ newsroom: Newsroom)
        -> [ArticlePassage]
    {
        let known = found(in: article) ?? find(in: article, newsroom)
        if let passages = known[quote] { return passages }
        guard !newsroom.quotes(from: article).contains(quote) else { return [] }
        // One that no record has now: of a text that was stored.
        return ArticleWords(of: article).passages(of: quote) ?? []
    }

    /// Whether it is known that a quote stands in an article, and once.
    package func isFound(_ quote: ArticleQuote, in article: Article) -> Bool {
        found(in: article)?[quote] != nil
    }

    private func found(in article: Article) -> Found? {
        articles.withLock { $0[ObjectIdentifier(article)]?.found }
    }

    /// Looks for all quotes that records take from an article.
    @discardableResult
    private func find(in article: Article, _ newsroom: Newsroom) -> Found {
        // Words that are ready to be searched take many times the memory of the text: they go when this returns.
        let words = ArticleWords(of: article)
        let quotes = newsroom.quotes(from: article)
        let found = quotes.reduce(into: Found()) { $0[$1] = words.passages(of: $1) }
        articles.withLock { $0[ObjectIdentifier(article)] = (article, found) }
        return found
    }

    /// Looks for all quotes that records take from articles, on all cores.
    package func find(in newsroom: Newsroom) async {
        _ = await newsroom.articles.concurrentMap { article in
            if !newsroom.claims(in: article).isEmpty, self.found(in: article) == nil {
                self.find(in: article, newsroom)
            }
        }
    }
}

extension ArticleWords {
    /// The passages in which a quote stands; nil when it does not, or not once.
    fileprivate func passages(of quote: ArticleQuote) -> [ArticlePassage]? {
        guard case .found(let pieces) = locate(quote: quote.quote, prefix: quote.prefix, suffix: quote.suffix)
        else { return nil }
        return Set(pieces.map(\.passage)).sorted().filter(document.blocks.indices.contains).map { block in
            ArticlePassage(block: block, text: document.blocks[block].plainText)
        }
    }
}

extension Newsroom {
    /// The quotes that claims and verdicts take from an article.
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
