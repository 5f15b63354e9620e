/// The file `robots.txt` (RFC 9309). It allows everything, and nothing on a site with drafts.
enum Robots {
    static func file(_ edition: Edition) -> RenderedFile {
        let text =
            edition.includesDrafts
            ? "User-agent: *\nDisallow: /\n"
            : "User-agent: *\nAllow: /\n\nSitemap: \(edition.address(.sitemap))\n"
        return RenderedFile(route: .robots, bytes: Array(text.utf8))
    }
}
