import Mustache
import Newsroom

/// What all pages have around their content: head, masthead, navigation, footer.
struct PageFrame: TemplateShowable {
    /// A link of the navigation.
    struct Item: TemplateShowable {
        let link: Hyperlink
        let isCurrent: Bool

        var templateRecord: TemplateRecord {
            link.templateRecord.merging(["current": .bool(isCurrent)])
        }
    }

    let language: String
    let direction: String
    /// For the title bar: the page's title and the site's name.
    let windowTitle: String
    let description: String
    let canonical: String
    let styleSheet: String
    /// Whether search engines shall leave the page out.
    let isHidden: Bool
    let isDraft: Bool
    let site: Hyperlink
    let siteDescription: String
    let publisher: Hyperlink
    let sections: [Item]
    let pages: [Item]
    /// What every newsroom has beside its own pages.
    let about: [Item]
    let report: Hyperlink?
    let find: [Item]
    let feeds: [Hyperlink]
    let data: [Hyperlink]
    let license: ExternalLink?
    let metadata: PageMetadata
    let words: TemplateRecord

    init(_ subject: PageSubject, _ content: some PageContent, in scope: PageScope) {
        let settings = scope.settings
        language = settings.language
        direction = scope.words.direction
        windowTitle =
            subject == .home
            ? settings.name
            : scope.words.text("site.window-title", ["title": content.title, "site": settings.name])
        description = content.description
        canonical = subject.route.canonicalAddress(site: settings.url.value)
        styleSheet = scope.links.to(.asset("assay.css"))
        isDraft = content.isDraft
        isHidden = content.isDraft || subject == .notFound
        site = Hyperlink(settings.name, to: scope.links.to(.home))
        siteDescription = settings.description
        publisher = scope.profileLink(settings.publisher.value)
        sections = Self.sections(subject, in: scope)
        pages = settings.navigation.compactMap { id in
            scope.page(id.value).map { page in
                Item(
                    link: Hyperlink(page.title.value, to: scope.links.to(.page(page.id))),
                    isCurrent: subject == .standing(page.id)
                )
            }
        }
        about = Self.items([(.team, "team.title")], current: subject, in: scope)
        report = scope.reportLink
        find = Self.items(
            [
                (.search, "search.title"), (.list(.claims, number: 1), "claims.title"),
                (.archive, "archive.title"),
            ],
            current: subject,
            in: scope
        )
        feeds =
            scope.feedLinks("rulings", words: "site.feed")
            + scope.feedLinks("corrections", words: "site.corrections-feed")
        data = [
            Hyperlink(scope.words["site.claims-csv"], to: scope.links.to(.claimsCSV)),
            Hyperlink(scope.words["site.claims-json"], to: scope.links.to(.claimsJSON)),
            Hyperlink(scope.words["site.claim-reviews"], to: scope.links.to(.claimReviews)),
        ]
        license = settings.license.map { ExternalLink($0) }
        metadata = PageMetadata(subject, content, in: scope)
        words = scope.words.templateRecord
    }

    private static func sections(_ subject: PageSubject, in scope: PageScope) -> [Item] {
        items(
            [
                (.list(.claims, number: 1), "claims.title"), (.topics, "topics.title"),
                (.list(.articles, number: 1), "articles.title"),
                (.list(.sources, number: 1), "sources.title"),
                (.list(.profiles, number: 1), "profiles.title"), (.rulings, "rulings.title"),
                (.search, "search.title"),
            ],
            current: subject,
            in: scope
        )
    }

    /// Links to pages, named by entries of the catalogue.
    private static func items(
        _ pages: [(subject: PageSubject, key: String)],
        current: PageSubject,
        in scope: PageScope
    ) -> [Item] {
        pages.map { page in
            Item(
                link: Hyperlink(scope.words[page.key], to: scope.links.to(page.subject.route)),
                isCurrent: page.subject == current
            )
        }
    }

    var templateRecord: TemplateRecord {
        [
            "words": .record(words),
            "frame": .record([
                "language": .text(language), "direction": .text(direction),
                "window-title": .text(windowTitle), "description": .text(description),
                "canonical": .text(canonical), "style-sheet": .text(styleSheet), "hidden": .bool(isHidden),
                "draft": .bool(isDraft), "site": .record(site), "site-description": .text(siteDescription),
                "publisher": .record(publisher), "sections": .list(sections), "pages": .section(pages),
                "about": .list(about),
                "report": .record(report), "find": .list(find), "feeds": .list(feeds), "data": .list(data),
                "license": .record(license), "metadata": .record(metadata),
            ]),
        ]
    }
}
