import Mustache
import Newsroom

/// What a page has around its content: head, masthead, navigation, footer.
struct PageFrame: TemplateShowable {
    /// For the title bar: the page's title and the site's name.
    let windowTitle: String
    let description: String
    let canonical: String
    /// Whether search engines shall leave the page out.
    let isHidden: Bool
    let isDraft: Bool
    let metadata: PageMetadata
    let site: SiteFrame

    init(_ subject: PageSubject, _ content: some PageContent, in scope: PageScope) {
        let settings = scope.settings
        windowTitle =
            subject == .home
            ? settings.name
            : scope.words.text("site.window-title", ["title": content.title, "site": settings.name])
        description = content.description
        canonical = subject.route.canonicalAddress(site: settings.url.value)
        isDraft = content.isDraft
        isHidden = content.isDraft || subject == .notFound
        metadata = PageMetadata(subject, content, in: scope)
        site = scope.frame(around: subject)
    }

    var templateRecord: TemplateRecord {
        let own: TemplateRecord = [
            "window-title": .text(windowTitle), "description": .text(description),
            "canonical": .text(canonical), "hidden": .bool(isHidden), "draft": .bool(isDraft),
            "metadata": .record(metadata),
        ]
        return ["words": .record(site.words), "frame": .record(own.merging(site.templateRecord))]
    }
}
