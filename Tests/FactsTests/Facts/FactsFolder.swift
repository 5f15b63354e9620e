import TestSupport

/// The facts files behind the reference newsroom's content.
///
/// They are outside the repository, in `facts/` of the shared material. Without them, the tests that need them are
/// skipped.
struct FactsFolder: Sendable {
    let articles: String
    let claims: String
    let sources: String
    let review: String

    init(articles: String, claims: String, sources: String, review: String = "") {
        self.articles = articles
        self.claims = claims
        self.sources = sources
        self.review = review
    }

    /// Whether the facts files exist.
    static var isPresent: Bool {
        ["articles.md", "claims.md", "sources.md", "review.md"].allSatisfy {
            SharedMaterial.has("facts/" + $0)
        }
    }

    /// Reads the four files.
    static func load() throws -> FactsFolder {
        func read(_ name: String) throws -> String {
            String(decoding: try SharedMaterial.bytes("facts/" + name), as: UTF8.self)
        }
        return FactsFolder(
            articles: try read("articles.md"),
            claims: try read("claims.md"),
            sources: try read("sources.md"),
            review: try read("review.md")
        )
    }
}
