import Addresses
import Newsroom

/// What a page is about: enough to build it from the edition, and small enough to plan a whole site.
package enum PageSubject: Hashable, Sendable {
    /// The front page.
    case home
    /// A claim and the verdict on it, by the claim's id.
    case claim(String)
    /// An article, by id.
    case article(String)
    /// A source, by id.
    case source(String)
    /// A person or organisation, by id, with a page of their claims.
    case profile(String, number: Int)
    /// A ruling, by id, with a page of the claims that have it.
    case ruling(String, number: Int)
    /// A topic, by id, with a page of its claims.
    case topic(String, number: Int)
    /// A standing page, by id.
    case standing(String)
    /// A page of the list of all records of a kind.
    case list(RecordList, number: Int)
    /// The rating scale.
    case rulings
    /// All topics.
    case topics
    /// The years and months in which rulings were published.
    case archive
    /// The rulings that were published in a year or a month, with a page of them.
    case period(CalendarDate, number: Int)
    /// Those who work here.
    case team
    /// Search in the reader's browser.
    case search
    /// A claim as a card that other sites can frame, by the claim's id.
    case embed(String)
    /// What a host serves for an address that leads nowhere.
    case notFound

    /// Where the page goes.
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

    /// The name of the template that shows it.
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
