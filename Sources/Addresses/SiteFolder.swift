import Newsroom

/// A folder at the top of a site, by its name.
package struct SiteFolder: Hashable, Sendable {
    /// The name.
    package let rawValue: String

    /// The kind of record whose pages are in the folder; nil for one of other pages or files.
    package let kind: RecordKind?
    /// Whether the folder itself has a page.
    package let isList: Bool
    /// Whether files in it are made for programs, or come with the theme.
    package let isForPrograms: Bool

    private init(_ name: String, isList: Bool = false, isForPrograms: Bool = false) {
        rawValue = name
        kind = nil
        self.isList = isList
        self.isForPrograms = isForPrograms
    }

    private init(of kind: RecordKind) {
        rawValue = kind.siteFolder
        self.kind = kind
        isList = RecordList.allCases.contains { $0.kind == kind }
        isForPrograms = false
    }

    package static let claims = SiteFolder(of: .claim)
    package static let articles = SiteFolder(of: .article)
    package static let sources = SiteFolder(of: .source)
    package static let profiles = SiteFolder(of: .profile)
    package static let pages = SiteFolder(of: .page)
    package static let media = SiteFolder(of: .medium)
    package static let rulings = SiteFolder("rulings", isList: true)
    package static let topics = SiteFolder("topics", isList: true)
    package static let team = SiteFolder("team", isList: true)
    package static let archive = SiteFolder("archive", isList: true)
    package static let embed = SiteFolder("embed")
    package static let search = SiteFolder("search", isList: true, isForPrograms: true)
    package static let oEmbed = SiteFolder("oembed", isForPrograms: true)
    package static let feeds = SiteFolder("feeds", isForPrograms: true)
    package static let data = SiteFolder("data", isForPrograms: true)
    package static let cards = SiteFolder("cards", isForPrograms: true)
    package static let assets = SiteFolder("assets", isForPrograms: true)

    /// The folders of the kinds, in their order. A verdict stands on its claim's page, and its folder is the claim's.
    private static let ofKinds = RecordKind.allCases.map { kind in
        RecordKind.allCases.first { $0.siteFolder == kind.siteFolder }.map(SiteFolder.init(of:))
            ?? SiteFolder(of: kind)
    }
    private static let others = [
        rulings, topics, team, archive, embed, search, oEmbed, feeds, data, cards, assets,
    ]
    private static let byName = Dictionary(
        (ofKinds.filter { $0.kind?.visibility != .never } + others).map { ($0.rawValue, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// The folder that the pages of a kind of record are in.
    package init(_ kind: RecordKind) { self = Self.ofKinds[kind.place] }

    /// The folder of a name; nil where a site has none of it.
    package init?(rawValue name: String) {
        guard let folder = Self.byName[name] else { return nil }
        self = folder
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
