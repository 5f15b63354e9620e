/// `robots.txt` (RFC 9309): everything may be read, but a site with drafts only by those who were given its address.
enum Robots {
    static func file(_ edition: Edition) -> RenderedFile {
        let text =
            edition.includesDrafts
            ? "User-agent: *\nDisallow: /\n"
            : "User-agent: *\nAllow: /\n\nSitemap: \(edition.address(.sitemap))\n"
        return RenderedFile(route: .robots, bytes: Array(text.utf8))
    }
}
