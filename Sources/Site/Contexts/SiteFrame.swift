import Addresses
import Mustache
import Newsroom

/// The part of the frame that pages at the same depth share.
struct SiteFrame: Sendable {
    /// A link in the navigation.
    struct Item: TemplateView {
        let link: Hyperlink
        let isCurrent: Bool

        static let fields: TemplateFields<Self> = [
            "text": { .text($0.link.text) }, "address": { .text($0.link.address) },
            "current": { .bool($0.isCurrent) },
        ]
    }

    /// The names below `frame` in templates, without those of the page itself.
    ///
    /// `navigation` and `footer` are rendered once, because pages at the same depth share them.
    let templateRecord: TemplateRecord
    let words: TemplateRecord

    /// Renders the navigation and the footer.
    /// - Parameter current: the page to mark as current, if the navigation can lead to it.
    init(current: PageSubject?, in scope: PageScope) {
        let settings = scope.settings
        words = scope.words.templateRecord
        let pages = settings.navigation.compactMap { id in
            scope.page(id.value).map { page in
                Item(
                    link: Hyperlink(page.title.value, to: scope.links.to(.page(page.id))),
                    isCurrent: current == .standing(page.id)
                )
            }
        }
        let feeds =
            scope.feedLinks("rulings", words: "site.feed")
            + scope.feedLinks("corrections", words: "site.corrections-feed")
        let data = [
            Hyperlink(scope.words["site.claims-csv"], to: scope.links.to(.claimsCSV)),
            Hyperlink(scope.words["site.claims-json"], to: scope.links.to(.claimsJSON)),
            Hyperlink(scope.words["site.claim-reviews"], to: scope.links.to(.claimReviews)),
        ]
        let frame: TemplateRecord = [
            "language": .text(settings.language), "direction": .text(scope.direction.rawValue),
            "style-sheet": .text(scope.links.to(.asset("assay.css"))),
            "site": .record(Hyperlink(settings.name, to: scope.links.to(.home))),
            "site-description": .text(settings.description),
            "publisher": .record(scope.profileLink(settings.publisher.value)),
            "sections": .list(
                settings.menu.isEmpty
                    ? Self.items(Self.sections, current: current, in: scope)
                    : Self.menu(current: current, in: scope)
            ),
            "pages": .section(pages),
            "about": .list(Self.items([(.team, "team.title")], current: current, in: scope)),
            "report": .record(scope.reportLink),
            "search": .text(scope.links.to(.search)),
            "find": .list(Self.items(Self.ways, current: current, in: scope)), "feeds": .list(feeds),
            "data": .list(data), "license": .record(settings.license.map { ExternalLink($0) }),
            "social": .list(Self.profilesElsewhere(settings)), "fediverse": .text(settings.fediverse),
            "look": .record(scope.look),
            "own-font": .bool(settings.look.fontFile != nil),
            "notice": .html(unlessEmpty: scope.html(of: settings.notice)),
            "own-footer": .html(unlessEmpty: scope.html(of: settings.footer)),
        ]
        let around: TemplateRecord = ["words": .record(words), "frame": .record(frame)]
        templateRecord = frame.merging([
            "navigation": .html(scope.html("navigation", around)),
            "footer": .html(scope.html("footer", around)),
        ])
    }

    /// The pages in the masthead, with the catalogue keys of their names.
    private static let sections: [(PageSubject, String)] = [
        (.list(.claims, number: 1), "claims.title"), (.topics, "topics.title"),
        (.list(.articles, number: 1), "articles.title"), (.list(.sources, number: 1), "sources.title"),
        (.list(.profiles, number: 1), "profiles.title"), (.rulings, "rulings.title"),
        (.search, "search.title"),
    ]
    /// The footer's links for finding a claim, with the catalogue keys of their names.
    private static let ways: [(PageSubject, String)] = [
        (.search, "search.title"), (.list(.claims, number: 1), "claims.title"), (.archive, "archive.title"),
    ]

    private static let destinations = Set((sections + ways).map(\.0))

    /// Whether the navigation can lead to a page.
    static func leads(to subject: PageSubject) -> Bool {
        switch subject {
        case .record(.page, _, _), .team: true
        default: destinations.contains(subject)
        }
    }

    /// Links to pages, with their names from the catalogue.
    private static func items(
        _ pages: [(subject: PageSubject, key: String)],
        current: PageSubject?,
        in scope: PageScope
    ) -> [Item] {
        pages.map { page in
            Item(
                link: Hyperlink(scope.words[page.key], to: scope.links.to(page.subject.route)),
                isCurrent: page.subject == current
            )
        }
    }
}

extension PageScope {
    /// The writing direction of the site's language.
    var direction: WritingDirection { WritingDirection(ofLanguage: settings.language) }

    /// The frame around a page, from the cache if one at the same depth exists.
    func frame(around subject: PageSubject) -> SiteFrame {
        let current = SiteFrame.leads(to: subject) || menuLeads(to: subject) ? subject : nil
        return parts.frames.part(current, in: self) { SiteFrame(current: current, in: $0) }
    }
}
