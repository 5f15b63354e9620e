extension Route {
    /// Search in the reader's browser.
    public static let search = Route(SiteFolder.search)
    /// All verdicts as a schema.org `DataFeed` of `ClaimReview`.
    public static let claimReviews = Route(file: ["claimreview.json"])
    /// All claims as JSON.
    public static let claimsJSON = Route(.data, file: ["claims.json"])
    /// All claims as CSV.
    public static let claimsCSV = Route(.data, file: ["claims.csv"])
    /// The JSON Schema of `claims.json`.
    public static let claimsSchema = Route(.data, file: ["claims.schema.json"])
    /// The addresses of all pages for search engines, or of the files that list them.
    public static let sitemap = Route(file: ["sitemap.xml"])
    /// What visiting programs may read.
    public static let robots = Route(file: ["robots.txt"])

    /// One of several files of addresses, counted from 1.
    public static func sitemap(part number: Int) -> Route { Route(file: ["sitemap-\(number).xml"]) }
    /// A claim as a card that other sites can frame.
    public static func embed(_ id: String) -> Route { Route(.embed, id) }
    /// What oEmbed tells of a claim.
    public static func oEmbed(_ id: String) -> Route { Route(.oEmbed, file: [id + jsonEnding]) }
    /// A file of the search index.
    public static func searchIndex(_ name: String) -> Route { Route(.search, file: [name]) }
    /// A feed in a format; the name of one in a folder has `/` between its parts.
    public static func feed(_ name: String, ending: String) -> Route {
        var parts = name.split(separator: "/").map(String.init)
        parts[parts.count - 1] += "." + ending
        return Route(.feeds, file: parts)
    }

    static let jsonEnding = ".json"

    /// The claim that a file tells oEmbed of, by the file's path; nil for other files.
    public static func claim(ofOEmbed path: String) -> String? {
        let folder = SiteFolder.oEmbed.rawValue + "/"
        guard path.hasPrefix(folder), path.hasSuffix(jsonEnding) else { return nil }
        return String(path.dropFirst(folder.count).dropLast(jsonEnding.count))
    }
}
