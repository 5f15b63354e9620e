import Addresses
import Newsroom

/// What a page is about: enough to build it from the edition, and small enough to plan a whole site.
package enum PageSubject: Hashable, Sendable {
    /// The front page.
    case home
    /// A record of a kind that has pages, by id, with a page of the list on it. A verdict stands on its claim's page.
    case record(RecordKind, String, number: Int)
    /// A ruling, by id, with a page of the claims that have it.
    case ruling(String, number: Int)
    /// A topic, by id, with a page of its claims.
    case topic(String, number: Int)
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
        case .record(let kind, let id, let number): .record(kind, id, page: number)
        case .ruling(let id, let number): .ruling(id, page: number)
        case .topic(let id, let number): .topic(id, page: number)
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
        case .record(let kind, _, _): kind.rawValue
        case .ruling: "ruling"
        case .topic: "topic"
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

extension PageSubject {
    /// A claim and the verdict on it, by the claim's id.
    package static func claim(_ id: String) -> PageSubject { .record(.claim, id, number: 1) }
    /// An article, by id.
    package static func article(_ id: String) -> PageSubject { .record(.article, id, number: 1) }
    /// A source, by id.
    package static func source(_ id: String) -> PageSubject { .record(.source, id, number: 1) }
    /// A person or organisation, by id, with a page of their claims.
    package static func profile(_ id: String, number: Int) -> PageSubject {
        .record(.profile, id, number: number)
    }
    /// A standing page, by id.
    package static func standing(_ id: String) -> PageSubject { .record(.page, id, number: 1) }
}
