import Addresses
import Mustache
import Newsroom

/// The search page: a form that `search.js` answers in the reader's browser.
struct SearchPage: PageContent, TemplateView {
    let title: String
    let description: String
    /// The relative path from the page to the site's folder, where the index is.
    let root: String
    let allClaims: String
    /// The topics with claims, as suggestions when nothing is found.
    let topics: [Hyperlink]
    /// All rulings, whose badges the results show.
    let rulings: [Shared<RulingView>]
    /// The page to suggest a claim, or else the contact page.
    let suggest: Hyperlink?

    init(in scope: PageScope) {
        title = scope.words["search.title"]
        description = scope.words["search.introduction"]
        root = String(repeating: "../", count: Route.search.depth)
        allClaims = scope.links.to(.list(.claims))
        topics = scope.settings.topics.compactMap { topic in
            guard !scope.claims(about: topic).isEmpty else { return nil }
            return Hyperlink(topic.name, to: scope.links.to(.topic(topic.id)))
        }
        rulings = scope.settings.scale.all.map { scope.view($0) }
        suggest = (scope.page(.submit) ?? scope.page(.contact)).map { page in
            Hyperlink(page.title.value, to: scope.links.to(.page(page.id)))
        }
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "introduction": { .text($0.description) },
        "root": { .text($0.root) },
        "all-claims": { .text($0.allClaims) },
        "has-topics": { .bool(!$0.topics.isEmpty) },
        "topics": { .list($0.topics) },
        "rulings": { .list($0.rulings) },
        "suggest": { .record($0.suggest) },
    ]
}
