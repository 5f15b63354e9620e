import Addresses
import Newsroom

/// The subject of a page: an entry of the site's plan, from which the page can be built.
package enum PageSubject: Hashable, Sendable {
    /// The front page.
    case home
    /// A claim and the verdict on it, by the claim's id.
    case claim(String)
    /// An article, by id.
    case article(String)
    /// A source, by id.
    case source(String)
    /// A person or organisation, by id, with one page of their claims.
    case profile(String, number: Int)
    /// A ruling, by id, with one page of its claims.
    case ruling(String, number: Int)
    /// A topic, by id, with one page of its claims.
    case topic(String, number: Int)
    /// A standing page, by id.
    case standing(String)
    /// One page of the list of all records of a kind.
    case list(RecordList, number: Int)
    /// The rating scale.
    case rulings
    /// All topics.
    case topics
    /// The years and months with published rulings.
    case archive
    /// One page of the rulings published in a year or a month.
    case period(CalendarDate, number: Int)
    /// The team: profiles with a `role` in the newsroom.
    case team
    /// The search page, whose search runs in the reader's browser.
    case search
    /// A card for other sites to frame, by the claim's id.
    case embed(String)
    /// The page for unknown addresses (HTTP status 404).
    case notFound

    /// The page's address and file.
    package var route: Route {
        switch self {
        case .home: .home
        case .claim(let id): .claim(id)
        case .article(let id): .article(id)
        case .source(let id): .source(id)
        case .profile(let id, let number): .profile(id, page: number)
        case .ruling(let id, let number): .ruling(id, page: number)
        case .topic(let id, let number): .topic(id, page: number)
        case .standing(let id): .page(id)
        case .list(let list, let number): .list(list, page: number)
        case .rulings: .rulings
        case .topics: .topics
        case .archive: .archive
        case .period(let period, let number): .archive(period, page: number)
        case .team: .team
        case .search: .search
        case .embed(let id): .embed(id)
        case .notFound: .notFound
        }
    }

    /// The name of the page's template.
    package var template: String {
        switch self {
        case .home: "home"
        case .claim: "claim"
        case .article: "article"
        case .source: "source"
        case .profile: "profile"
        case .ruling: "ruling"
        case .topic: "topic"
        case .standing: "page"
        case .list(let list, _): list.rawValue
        case .rulings: "rulings"
        case .topics: "topics"
        case .archive: "archive"
        case .period: "claims"
        case .team: "team"
        case .search: "search"
        case .embed: "embed"
        case .notFound: "not-found"
        }
    }
}
