import Mustache
import Newsroom

/// The page of an article: its passages in order, with the claims marked in them.
struct ArticlePage: PageContent, TemplateView {
    let title: String
    let description: String
    let isDraft: Bool
    let article: ArticleView
    let source: Hyperlink?
    /// What stands before the first passage and the first heading: how the digest was made.
    let introduction: [PassageView]
    let passages: [PassageView]
    let claims: [ListedClaim]
    let copy: HeldCopyView?

    init(_ article: Article, in scope: PageScope) {
        title = article.title.value
        self.article = ArticleView(article, in: scope)
        description = scope.words.text(
            "article.description",
            ["title": article.title.value, "publisher": self.article.publisher.text]
        )
        isDraft = scope.isDraft(article)
        copy = scope.heldCopy(of: article)
        source = article.source.flatMap { scope.source($0.value) }.map { scope.sourceLink($0.id) }
        let claims = scope.claims(in: article)
        self.claims = scope.ranked(claims).map { scope.listed($0) }
        let all = PassageView.passages(of: article, claims: claims, in: scope)
        let begin = all.firstIndex { $0.isQuotation || $0.isHeading } ?? 0
        introduction = Array(all[..<begin])
        passages = Array(all[begin...])
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "article": { .record($0.article) },
        "source": { .record($0.source) },
        "introduction": { .section($0.introduction) },
        "passages": { .section($0.passages) },
        "claims": { .section($0.claims) },
        "copy": { .record($0.copy) },
    ]
}
