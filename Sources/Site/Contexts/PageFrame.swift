import Mustache
import Newsroom

/// The frame of a page: head, masthead, navigation and footer.
struct PageFrame: TemplateView {
    /// The text of HTML's `title`: the page's title and the site's name.
    let windowTitle: String
    let description: String
    let canonical: String
    /// Whether the page asks search engines to leave it out (`noindex`).
    let isHidden: Bool
    let isDraft: Bool
    /// The length of the title, where that asks for a smaller headline.
    let length: HeadlineLength?
    let metadata: PageMetadata
    let site: SiteFrame

    init(_ subject: PageSubject, _ content: some PageContent, in scope: PageScope) {
        let settings = scope.settings
        windowTitle =
            subject == .home
            ? settings.name
            : scope.words.text("site.window-title", ["title": content.title, "site": settings.name])
        description = content.description
        length = HeadlineLength(of: content.title)
        canonical = subject.canonicalRoute.canonicalAddress(site: settings.url.value)
        isDraft = content.isDraft
        isHidden = content.isDraft || subject.isHidden || subject.isMoved
        metadata = PageMetadata(subject, content, in: scope)
        site = scope.frame(around: subject)
    }

    static let fields: TemplateFields<Self> = [
        "window-title": { .text($0.windowTitle) },
        "description": { .text($0.description) },
        "canonical": { .text($0.canonical) },
        "hidden": { .bool($0.isHidden) },
        "length": { .text($0.length?.rawValue) },
        "draft": { .bool($0.isDraft) },
        "metadata": { .record($0.metadata) },
    ]

    /// All names that the page's template can use: `words`, `frame`, and those of the content.
    func templateRecord(around content: some PageContent) -> TemplateRecord {
        let around: TemplateRecord = [
            "words": .record(site.words), "frame": .record(templateRecord.merging(site.templateRecord)),
        ]
        return around.merging(content.templateRecord)
    }
}

extension PageSubject {
    /// Whether search engines should leave the page out: it has no words of its own, or those of the past.
    fileprivate var isHidden: Bool {
        switch self {
        // A false picture is found by the ruling on it, and not by itself.
        case .notFound, .texts, .record(.medium, _, _): true
        default: false
        }
    }
}
