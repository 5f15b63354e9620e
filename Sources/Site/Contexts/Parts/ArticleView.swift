import Mustache
import Newsroom

/// An article as lists and evidence show it.
struct ArticleView: TemplateShowable {
    let title: Hyperlink
    let language: String?
    let publisher: Hyperlink
    /// Empty when not established.
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

    var templateRecord: TemplateRecord {
        [
            "title": .record(title), "lang": .text(language), "publisher": .record(publisher),
            "authors": .list(authors), "authored": .bool(!authors.isEmpty), "published": .record(published),
            "original": .record(original),
            "archived": .list(archived), "has-archive": .bool(!archived.isEmpty),
            "accessed": .record(accessed),
        ]
    }
}
