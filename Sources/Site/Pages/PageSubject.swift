import Addresses
import Newsroom

/// The subject of a page: an entry of the site's plan, from which the page can be built.
package enum PageSubject: Hashable, Sendable {
    /// The front page.
    case home
    /// A person or organisation, by id, with one page of their claims.
    case record(RecordKind, String, number: Int)
    /// A ruling, by id, with one page of its claims.
    case ruling(String, number: Int)
    /// A topic, by id, with one page of its claims.
    case topic(String, number: Int)
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
    /// The texts that readers once had of a claim, by the claim's id.
    case texts(String)
    /// A card for other sites to frame, by the claim's id.
    case embed(String)
    /// The page at an address that something had before.
    case moved(IDSpace, from: String, to: String)
    /// The page at the address that a claim's texts had before, by the claim's ids.
    case movedTexts(from: String, to: String)
    /// The page for unknown addresses (HTTP status 404).
    case notFound

    /// The page's address and file.
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
        case .texts(let id): .texts(id)
        case .embed(let id): .embed(id)
        case .moved(let space, let old, _): space.route(of: old) ?? .notFound
        case .movedTexts(let old, _): .texts(old)
        case .notFound: .notFound
        }
    }

    /// The page's address for the world: of one that leads on, the address that it leads to.
    var canonicalRoute: Route {
        switch self {
        case .moved(let space, _, let new): space.route(of: new) ?? route
        case .movedTexts(_, let new): .texts(new)
        default: route
        }
    }

    /// Whether the page only leads on to another one.
    var isMoved: Bool { canonicalRoute != route }

    /// The name of the page's template.
    package var template: String {
        switch self {
        case .home: "home"
        // The template with a medium's own name is that of its figure.
        case .record(.medium, _, _): "medium-page"
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
        case .texts: "texts"
        case .embed: "embed"
        case .moved, .movedTexts: "moved"
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
