import Newsroom

/// The folders at the top of a site, by their names.
package enum SiteFolder: String, CaseIterable, Sendable {
    case claims, articles, sources, profiles, pages
    case rulings, topics, team, archive, search, embed
    case oEmbed = "oembed"
    case feeds, data, assets

    /// The folder that the pages of a kind of record are in. A verdict stands on its claim's page.
    package init(_ kind: RecordKind) {
        switch kind {
        case .claim, .verdict: self = .claims
        case .article: self = .articles
        case .source: self = .sources
        case .profile: self = .profiles
        case .page: self = .pages
        }
    }

    /// The kind of record whose pages are in the folder; nil for one of other pages or files.
    package var kind: RecordKind? {
        switch self {
        case .claims: .claim
        case .articles: .article
        case .sources: .source
        case .profiles: .profile
        case .pages: .page
        case .rulings, .topics, .team, .archive, .search, .embed, .oEmbed, .feeds, .data, .assets: nil
        }
    }

    /// Whether the folder itself has a page.
    package var isList: Bool {
        switch self {
        case .claims, .articles, .sources, .profiles, .rulings, .topics, .team, .archive, .search: true
        case .pages, .embed, .oEmbed, .feeds, .data, .assets: false
        }
    }

    /// Whether files in it are made for programs, or come with the theme.
    package var isForPrograms: Bool {
        switch self {
        case .data, .feeds, .oEmbed, .search, .assets: true
        case .claims, .articles, .sources, .profiles, .pages, .rulings, .topics, .team, .archive, .embed:
            false
        }
    }
}

extension SiteFolder {
    /// The folder and the id of what a page is about, by the page's path; nil where it is no page of one thing.
    package static func subject(ofPage path: String) -> (folder: SiteFolder, id: String)? {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count == 3, parts[2] == Route.index, let folder = SiteFolder(rawValue: parts[0]) else {
            return nil
        }
        return (folder, parts[1])
    }
}
