import Addresses

/// The file `robots.txt` (RFC 9309). It allows everything, and nothing on a site with drafts.
/// What the newsroom's own `static/robots.txt` says follows.
enum Robots {
    static func file(_ edition: Edition) -> RenderedFile {
        let news =
            NewsSitemap.news(of: edition).isEmpty ? "" : "Sitemap: \(edition.address(.newsSitemap))\n"
        let text =
            edition.includesDrafts
            ? "User-agent: *\nDisallow: /\n"
            : "User-agent: *\nAllow: /\n\nSitemap: \(edition.address(.sitemap))\n" + news
        let own = edition.includesDrafts ? nil : edition.statics.bytes(of: Route.robots.path)
        return RenderedFile(
            route: .robots,
            bytes: Array(text.utf8) + (own.map { Array("\n".utf8) + $0 } ?? [])
        )
    }
}
