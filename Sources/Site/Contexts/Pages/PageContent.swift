import Mustache

/// The typed content of a page, which its template shows.
protocol PageContent: TemplateShowable {
    /// The page's title, without the site's name.
    var title: String { get }
    /// The page's description in one or two sentences (HTML's `meta description`, `og:description`).
    var description: String { get }
    /// Whether the page is a draft, for the newsroom's eyes only.
    var isDraft: Bool { get }
}

extension PageContent {
    var isDraft: Bool { false }
}
