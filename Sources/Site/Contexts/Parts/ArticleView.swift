import Mustache
import Newsroom

/// An article in a list or as evidence.
struct ArticleView: TemplateView {
    let title: Hyperlink
    let language: String?
    let publisher: Hyperlink
    /// The authors; empty if they are unknown.
    let authors: [Hyperlink]
    let published: DateView?
    let original: ExternalLink?
    let archived: [ExternalLink]
    let accessed: DateView?

    init(_ article: Article, in scope: PageScope) {
        title = Hyperlink(article.title.value, to: scope.links.to(.article(article.id)))
        language = article.language == scope.settings.language ? nil : article.language
        publisher = scope.profileLink(article.publisher.value)
        authors = scope.profileLinks(article.authors)
        published = scope.view(article.published)
        original = article.url.map { ExternalLink($0.value) }
        archived = article.archived.map { ExternalLink($0.value) }
        accessed = scope.view(article.accessed)
    }

    static let fields: TemplateFields<Self> = [
        "title": { .record($0.title) },
        "lang": { .text($0.language) },
        "publisher": { .record($0.publisher) },
        "authors": { .list($0.authors) },
        "authored": { .bool(!$0.authors.isEmpty) },
        "published": { .record($0.published) },
        "original": { .record($0.original) },
        "archived": { .list($0.archived) },
        "has-archive": { .bool(!$0.archived.isEmpty) },
        "accessed": { .record($0.accessed) },
    ]
}
