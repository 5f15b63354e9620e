import Mustache

/// Search: a form that `search.js` answers in the reader's browser.
struct SearchPage: PageContent, TemplateView {
    let title: String
    let description: String
    /// From the page to the site's folder, where the index is.
    let root: String
    let allClaims: String

    init(in scope: PageScope) {
        title = scope.words["search.title"]
        description = scope.words["search.introduction"]
        root = String(repeating: "../", count: Route.search.depth)
        allClaims = scope.links.to(.list(.claims))
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "introduction": { .text($0.description) },
        "root": { .text($0.root) },
        "all-claims": { .text($0.allClaims) },
    ]
}
