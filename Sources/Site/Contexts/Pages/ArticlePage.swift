import Mustache
import Newsroom

/// The page of an article: its passages in order, with the claims marked in them.
struct ArticlePage: PageContent, TemplateView {
    let title: String
    let description: String
    let isDraft: Bool
    let article: ArticleView
    let source: Hyperlink?
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
        passages = PassageView.passages(of: article, claims: claims, in: scope)
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "article": { .record($0.article) },
        "source": { .record($0.source) },
        "passages": { .section($0.passages) },
        "claims": { .section($0.claims) },
        "copy": { .record($0.copy) },
    ]
}
