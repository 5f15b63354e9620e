extension Route {
    /// Search in the reader's browser.
    package static let search = Route(SiteFolder.search)
    /// All verdicts as a schema.org `DataFeed` of `ClaimReview`.
    package static let claimReviews = Route(file: ["claimreview.json"])
    /// All claims as JSON.
    package static let claimsJSON = Route(.data, file: ["claims.json"])
    /// All claims as CSV.
    package static let claimsCSV = Route(.data, file: ["claims.csv"])
    /// The JSON Schema of `claims.json`.
    package static let claimsSchema = Route(.data, file: ["claims.schema.json"])
    /// All claims as a database of SQLite.
    package static let claimsDatabase = Route(.data, file: ["claims.sqlite"])
    /// What datasette is told of the database.
    package static let claimsDatabaseNotes = Route(.data, file: ["claims.datasette.json"])
    /// What is held of sources and articles, as JSON.
    package static let capturesJSON = Route(.data, file: ["captures.json"])
    /// The JSON Schema of `captures.json`.
    package static let capturesSchema = Route(.data, file: ["captures.schema.json"])
    /// The addresses of all pages for search engines, or of the files that list them.
    package static let sitemap = Route(file: ["sitemap.xml"])
    /// The addresses of the claims of the last two days, for search engines' news.
    package static let newsSitemap = Route(file: ["news-sitemap.xml"])
    /// What visiting programs may read.
    package static let robots = Route(file: ["robots.txt"])

    /// One of several files of addresses, counted from 1.
    package static func sitemap(part number: Int) -> Route { Route(file: ["sitemap-\(number).xml"]) }
    /// A medium's file.
    package static func medium(_ id: String, ending: String) -> Route {
        Route(.media, file: [id + "." + ending])
    }
    /// A copy of a medium's picture in a smaller width.
    package static func medium(_ id: String, ending: String, width: Int) -> Route {
        Route(.media, file: ["\(width)", id + "." + ending])
    }
    /// A claim as a card that other sites can frame.
    package static func embed(_ id: String) -> Route { Route(.embed, id) }
    /// What oEmbed tells of a claim.
    package static func oEmbed(_ id: String) -> Route { Route(.oEmbed, file: [id + jsonEnding]) }
    /// A share image, by the digest of what it shows.
    package static func card(_ name: String) -> Route { Route(.cards, file: [name + ".png"]) }
    /// The folder of stampings.
    package static let stampFolder = SiteFolder.data.rawValue + "/stamps"
    /// The folder of the certificates of authorities.
    package static let stampRootFolder = stampFolder + "/roots"
    /// A file of a stamping, by its name.
    package static func stamp(_ name: String) -> Route { Route(asNamed: stampFolder + "/" + name) }
    /// The certificate of an authority, by the name of its file.
    package static func stampRoot(_ name: String) -> Route { Route(asNamed: stampRootFolder + "/" + name) }
    /// A file of the search index.
    package static func searchIndex(_ name: String) -> Route { Route(.search, file: [name]) }
    /// A feed in a format; the name of one in a folder has `/` between its parts.
    package static func feed(_ name: String, ending: String) -> Route {
        var parts = name.split(separator: "/").map(String.init)
        parts[parts.count - 1] += "." + ending
        return Route(.feeds, file: parts)
    }

    static let jsonEnding = ".json"

    /// The claim that a file tells oEmbed of, by the file's path; nil for other files.
    package static func claim(ofOEmbed path: String) -> String? {
        let folder = SiteFolder.oEmbed.rawValue + "/"
        guard path.hasPrefix(folder), path.hasSuffix(jsonEnding) else { return nil }
        return String(path.dropFirst(folder.count).dropLast(jsonEnding.count))
    }
}
