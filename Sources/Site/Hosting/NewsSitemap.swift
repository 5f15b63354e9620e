import Addresses
import Newsroom

/// The sitemap of the claims of the last two days, for search engines' news
/// (https://www.google.com/schemas/sitemap-news/0.9).
///
/// Records have days and no hours: "two days" are today and yesterday, so that no entry is older than 48 hours.
enum NewsSitemap {
    /// The largest number of entries.
    private static let limit = 1000

    /// The file; nil where the settings do not ask for it, and on days without news: the protocol has no empty sitemap.
    static func file(of edition: Edition) -> RenderedFile? {
        let settings = edition.records.settings
        let news = Self.news(of: edition)
        guard !news.isEmpty else { return nil }
        var entries: XMLText = ""
        for rated in news.prefix(limit) {
            guard let published = rated.publication.published?.value else { continue }
            entries += """
                <url><loc>\(edition.address(.claim(rated.claim.id)))</loc><news:news>\
                <news:publication><news:name>\(settings.name)</news:name>\
                <news:language>\(language(settings.language))</news:language></news:publication>\
                <news:publication_date>\(settings.timeZone.start(of: published))</news:publication_date>\
                <news:title>\(rated.verdict.title.value)</news:title></news:news></url>

                """
        }
        let document: XMLText = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            \(entries)</urlset>

            """
        return RenderedFile(route: .newsSitemap, bytes: document.bytes)
    }

    /// The claims of the two days; none where the settings do not ask for them.
    static func news(of edition: Edition) -> [RatedClaim] {
        guard edition.records.settings.hosting.writesNewsSitemap, !edition.includesDrafts else { return [] }
        let today = edition.today
        let yesterday = today.daysSinceEpoch.flatMap { CalendarDate(daysSinceEpoch: $0 - 1) }
        return edition.publishedClaims.filter { rated in
            rated.publication.published.map { $0.value == today || $0.value == yesterday } ?? false
        }
    }

    /// The language as the schema has it: two or three letters, and for Chinese the script by its region.
    private static func language(_ tag: String) -> String {
        let lowered = tag.lowercased()
        if lowered.hasPrefix("zh") {
            return lowered.contains("tw") || lowered.contains("hant") || lowered.contains("hk")
                ? "zh-tw" : "zh-cn"
        }
        return LanguageTag(tag).language
    }
}
