import Mustache

/// What one page shows, as typed values.
protocol PageContent: TemplateShowable {
    /// The page's own title, without the site's name.
    var title: String { get }
    /// One or two sentences for search engines and previews.
    var description: String { get }
    /// Whether the page is a draft, for the newsroom's own eyes.
    var isDraft: Bool { get }
}

extension PageContent {
    var isDraft: Bool { false }
}
