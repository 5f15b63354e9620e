import Addresses
import Diagnostics
import Mustache
import Newsroom

/// The metadata in a page's `head`: structured data, Open Graph properties, feeds and scripts.
struct PageMetadata: TemplateView {
    /// A `link rel="alternate"`: the page in another format, or a feed.
    struct Alternate: TemplateView, Hashable {
        let type: String
        let title: String
        let address: String

        static let fields: TemplateFields<Self> = [
            "type": { .text($0.type) },
            "title": { .text($0.title) },
            "address": { .text($0.address) },
        ]
    }

    /// A feed with its title.
    struct Subscription: Hashable, Sendable {
        let feed: String
        let title: String
    }

    /// A property of the Open Graph protocol (https://ogp.me).
    struct Property: TemplateView, Hashable {
        let name: String
        let content: String

        static let fields: TemplateFields<Self> = [
            "name": { .text($0.name) },
            "content": { .text($0.content) },
        ]
    }

    /// The content of a `script` element with JSON-LD.
    private struct DataBlock: TemplateView {
        let json: [UInt8]

        static let fields: TemplateFields<Self> = ["json": { .html($0.json) }]
    }

    /// A script of the page.
    private struct Script: TemplateView {
        let address: String

        static let fields: TemplateFields<Self> = ["address": { .text($0.address) }]
    }

    /// The contents of the `script` elements with JSON-LD.
    let structuredData: [[UInt8]]
    let properties: [Property]
    let alternates: [Alternate]
    /// The scripts' relative addresses.
    let scripts: [String]

    init(_ subject: PageSubject, _ content: some PageContent, in scope: PageScope) {
        structuredData = Self.structuredData(subject, in: scope)
        properties = Self.properties(subject, content, in: scope)
        alternates = Self.alternates(subject, in: scope)
        scripts = Self.scripts(subject).map { scope.links.to(.asset($0)) }
    }

    static let fields: TemplateFields<Self> = [
        "structured-data": { .list($0.structuredData.map(DataBlock.init)) },
        "properties": { .list($0.properties) },
        "alternates": { .list($0.alternates) },
        "scripts": { .list($0.scripts.map(Script.init)) },
    ]

    private static func structuredData(_ subject: PageSubject, in scope: PageScope) -> [[UInt8]] {
        guard subject == .home || subject.claimID != nil else { return [] }
        return SchemaMarkup(scope, scope.policies).blocks(for: subject, words: scope.words)
    }

    private static func scripts(_ subject: PageSubject) -> [String] {
        switch subject {
        case .record(.claim, _, _): ["previews.js"]
        case .search: ["search.js"]
        default: []
        }
    }

    private static func properties(
        _ subject: PageSubject,
        _ content: some PageContent,
        in scope: PageScope
    ) -> [Property] {
        guard !content.isDraft, subject != .notFound, !subject.isMoved else { return [] }
        let settings = scope.settings
        var properties = [
            Property(name: "og:type", content: subject.claimID == nil ? "website" : "article"),
            Property(name: "og:title", content: content.title),
            Property(name: "og:description", content: content.description),
            Property(name: "og:url", content: subject.route.canonicalAddress(site: settings.url.value)),
            Property(name: "og:site_name", content: settings.name),
        ]
        if let locale = locale(settings.language) {
            properties.append(Property(name: "og:locale", content: locale))
        }
        if let id = subject.claimID, let claim = scope.claim(id), let rated = scope.rated(claim),
            let published = rated.publication.published?.value, let changed = rated.lastChanged
        {
            properties.append(Property(name: "article:published_time", content: "\(published)"))
            properties.append(Property(name: "article:modified_time", content: "\(changed)"))
            if let address = scope.cardAddress(ofClaim: rated.claim.id) {
                let description = ShareCards.description(of: rated, scope.words)
                return properties + image(at: address, description)
            }
        }
        if let image = settings.look.shareImage {
            return properties + [
                Property(name: "og:image", content: scope.address(Route(asNamed: image.value))),
                Property(name: "og:image:alt", content: settings.name),
                Property(name: "twitter:card", content: "summary_large_image"),
            ]
        }
        guard let address = scope.siteCardAddress else { return properties }
        return properties + image(at: address, settings.name)
    }

    /// The properties of a share image.
    private static func image(at address: String, _ description: String) -> [Property] {
        [
            Property(name: "og:image", content: address),
            Property(name: "og:image:width", content: "\(ShareCards.size.width)"),
            Property(name: "og:image:height", content: "\(ShareCards.size.height)"),
            Property(name: "og:image:alt", content: description),
            Property(name: "twitter:card", content: "summary_large_image"),
        ]
    }

    /// The Open Graph locale of a language: `en_GB` for `en-GB`; nil without a territory, which Open Graph requires.
    private static func locale(_ language: String) -> String? {
        let tag = LanguageTag(language)
        return tag.region.map { "\(tag.language)_\($0)" }
    }

    private static func alternates(_ subject: PageSubject, in scope: PageScope) -> [Alternate] {
        var feeds = [Subscription(feed: "rulings", title: scope.settings.name)]
        switch subject {
        case .record(.claim, let id, _):
            guard let claim = scope.claim(id), let title = cardTitle(claim, in: scope) else { return [] }
            let card = Alternate(
                type: "application/json+oembed",
                title: title,
                address: scope.address(.oEmbed(id))
            )
            return [card] + alternates(feeds, in: scope)
        case .topic(let id, _):
            guard let topic = scope.settings.topic(id), scope.hasPublishedClaims(about: topic) else {
                break
            }
            feeds.append(
                Subscription(feed: Feed.name(topic), title: "\(scope.settings.name): \(topic.name)")
            )
        case .record(.page, let id, _):
            guard let page = scope.page(id), page.role == .corrections else { break }
            feeds.append(
                Subscription(feed: "corrections", title: "\(scope.settings.name): \(page.title.value)")
            )
        case .embed, .moved, .movedTexts, .notFound: return []
        default: break
        }
        return alternates(feeds, in: scope)
    }

    /// The title of a claim's card; nil for a claim without one.
    private static func cardTitle(_ claim: Claim, in scope: PageScope) -> String? {
        if let verdict = scope.rated(claim)?.verdict, !scope.isDraft(verdict) {
            return verdict.title.value
        }
        let isRetracted = scope.history(of: claim)?.standing.retraction != nil
        return isRetracted ? scope.retractedTitle(of: claim) : nil
    }

    private static func alternates(_ feeds: [Subscription], in scope: PageScope)
        -> [Alternate]
    {
        feeds.flatMap { subscription in
            scope.parts.feeds.part(subscription, in: scope) { scope in
                Feed.Format.allCases.map { format in
                    Alternate(
                        type: format.mediaType,
                        title: subscription.title,
                        address: scope.links.to(Feed.route(subscription.feed, format))
                    )
                }
            }
        }
    }
}

extension PageScope {
    /// The publisher's policies, for structured data.
    fileprivate var policies: PublisherPolicies {
        parts.policies.part(settings.publisher.value, in: self) { PublisherPolicies($0) }
    }
}

extension PageSubject {
    /// The id of the page's claim; nil for pages of other kinds.
    var claimID: String? {
        if case .record(.claim, let id, _) = self { id } else { nil }
    }
}
