import Newsroom

extension Route {
    /// The front page.
    package static let home = Route(folder: [])
    /// What a host serves for an address that leads nowhere.
    package static let notFound = Route(file: ["404.html"])
    /// The rating scale: all rulings with their meaning.
    package static let rulings = Route(SiteFolder.rulings)
    /// All topics.
    package static let topics = Route(SiteFolder.topics)
    /// Those who work here.
    package static let team = Route(SiteFolder.team)
    /// The years and months in which rulings were published.
    package static let archive = Route(SiteFolder.archive)

    /// The page of a record of any kind that has pages.
    package static func record(_ kind: RecordKind, _ id: String, page number: Int = 1) -> Route {
        listing(SiteFolder(kind), id, number)
    }
    /// The page of a claim. A verdict stands on its claim's page, so it is asked for by the claim.
    package static func claim(_ id: String) -> Route { Route(.claims, id) }
    /// The page of the texts that readers once had of a claim.
    package static func texts(_ claim: String) -> Route { Route(.claims, folder: [claim, texts]) }
    /// The name of the folder of that page.
    package static let texts = "texts"
    /// The page of an article.
    package static func article(_ id: String) -> Route { Route(.articles, id) }
    /// The page of a source.
    package static func source(_ id: String) -> Route { Route(.sources, id) }
    /// A standing page.
    package static func page(_ id: String) -> Route { Route(.pages, id) }

    /// The page of a person or organisation, with their claims.
    package static func profile(_ id: String, page number: Int = 1) -> Route {
        listing(.profiles, id, number)
    }
    /// All claims with a ruling.
    package static func ruling(_ id: String, page number: Int = 1) -> Route {
        listing(.rulings, id, number)
    }
    /// All claims of a topic.
    package static func topic(_ id: String, page number: Int = 1) -> Route {
        listing(.topics, id, number)
    }
    /// The rulings that were published in a year or a month: `archive/2026`, `archive/2026/11`.
    package static func archive(_ period: CalendarDate, page number: Int = 1) -> Route {
        listing(
            [SiteFolder.archive.rawValue] + period.description.split(separator: "-").map(String.init),
            number
        )
    }
    /// All records of a kind.
    package static func list(_ list: RecordList, page number: Int = 1) -> Route {
        listing([list.folder.rawValue], number)
    }

    private static func listing(_ folder: SiteFolder, _ id: String, _ number: Int) -> Route {
        number == 1 ? Route(folder, id) : listing([folder.rawValue, id], number)
    }

    /// The folder of the pages of a list after the first.
    package static let furtherPages = "page"

    /// Page 1 of a list is the list's own address.
    private static func listing(_ folder: [String], _ number: Int) -> Route {
        Route(folder: number == 1 ? folder : folder + [furtherPages, String(number)])
    }

    /// A style sheet, script or picture of the theme.
    package static func asset(_ name: String) -> Route {
        Route(.assets, file: name.split(separator: "/").map(String.init))
    }
}

/// The lists of all records of a kind.
package enum RecordList: String, Hashable, Sendable, CaseIterable {
    /// All rated claims, newest ruling first.
    case claims
    /// All articles.
    case articles
    /// All sources.
    case sources
    /// All people and organisations.
    case profiles

    /// The kind of the records in the list.
    package var kind: RecordKind {
        switch self {
        case .claims: .claim
        case .articles: .article
        case .sources: .source
        case .profiles: .profile
        }
    }

    /// The folder of the list's pages.
    var folder: SiteFolder { SiteFolder(kind) }
}
