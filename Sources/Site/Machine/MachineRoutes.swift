extension Route {
    /// Search in the reader's browser.
    public static let search = Route(folder: ["search"])
    /// All verdicts as a schema.org `DataFeed` of `ClaimReview`.
    public static let claimReviews = Route(file: ["claimreview.json"])
    /// All claims as JSON.
    public static let claimsJSON = Route(file: ["data", "claims.json"])
    /// All claims as CSV.
    public static let claimsCSV = Route(file: ["data", "claims.csv"])
    /// The JSON Schema of `claims.json`.
    public static let claimsSchema = Route(file: ["data", "claims.schema.json"])
    /// The addresses of all pages for search engines, or of the files that list them.
    public static let sitemap = Route(file: ["sitemap.xml"])
    /// What visiting programs may read.
    public static let robots = Route(file: ["robots.txt"])

    /// One of several files of addresses, counted from 1.
    public static func sitemap(part number: Int) -> Route { Route(file: ["sitemap-\(number).xml"]) }
    /// A claim as a card that other sites can frame.
    public static func embed(_ id: String) -> Route { Route(folder: ["embed", id]) }
    /// What oEmbed tells of a claim.
    public static func oEmbed(_ id: String) -> Route { Route(file: ["oembed", id + ".json"]) }
    /// A file of the search index.
    public static func searchIndex(_ name: String) -> Route { Route(file: ["search", name]) }
}
