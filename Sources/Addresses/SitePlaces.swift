import Newsroom

/// The places of a site that its own pages and files take, or may take tomorrow.
package enum SitePlaces {
    /// What stands, or may come to stand, where a newsroom's own file would go; nil for a free place.
    ///
    /// A folder of the site is taken whole: a file in `claims/` that is in nobody's way today may be in the way of the next
    /// claim. Names are compared as file systems do that take no notice of capital letters.
    ///
    ///     SitePlaces.owner(of: "claims/x.pdf")  // "`claims/`, a folder of the site's own pages"
    /// - Parameter hosting: what the site writes for its host.
    package static func owner(of path: String, _ hosting: HostingSettings) -> String? {
        let parts = path.split(separator: "/").map { RecordID.folded(String($0)) }
        guard let first = parts.first else { return nil }
        if SiteFolder(rawValue: first) != nil {
            return parts.count > 1
                ? "`\(first)/`, a folder of the site's own files" : "`\(first)/`, a folder of the site"
        }
        guard parts.count == 1 else { return nil }
        if first == Route.robots.path, path != first { return "`\(first)`, a file of the site itself" }
        let isPart = first.hasPrefix("sitemap-") && first.hasSuffix(".xml")
        return isPart || files.contains(first) || hosting.paths.contains(first)
            ? "`\(first)`, a file of the site itself" : nil
    }

    /// The files at the site's root. What `static/robots.txt` says is added to the site's own.
    private static let files = Set(
        [Route.home, .notFound, .claimReviews, .sitemap, .newsSitemap].map(\.path)
    )
}
