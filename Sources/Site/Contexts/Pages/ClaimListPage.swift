import Addresses
import Mustache
import Newsroom

/// A page with a list of rated claims: all claims, or those of a ruling, a topic or a period.
struct ClaimListPage: PageContent, TemplateView {
    let title: String
    let description: String
    let introduction: String?
    /// The scale, with the list's ruling pointed at; nil for other lists.
    let scale: DrawnScale?
    /// Links to the neighbours of a year or month; nil for other lists.
    let nearby: ArchiveNavigation?
    let count: String
    /// The feeds of a topic; empty for other lists.
    let feeds: [Hyperlink]
    let claims: [ListedClaim]
    let pagination: PaginationView

    /// The list of all rated claims.
    init(all number: Int, in scope: PageScope) {
        self.init(
            title: scope.words["claims.title"],
            introduction: scope.words["claims.introduction"],
            scale: nil,
            rated: scope.rankedClaims,
            number: number,
            in: scope
        ) { .list(.claims, page: $0) }
    }

    /// The list of a ruling's claims.
    init(_ ruling: Ruling, number: Int, in scope: PageScope) {
        self.init(
            title: ruling.label,
            introduction: ruling.meaning,
            scale: scope.scale(pointingAt: ruling),
            rated: scope.claims(ruled: ruling),
            number: number,
            in: scope
        ) { .ruling(ruling.id, page: $0) }
    }

    /// The list of a topic's claims.
    init(_ topic: Topic, number: Int, in scope: PageScope) {
        self.init(
            title: topic.name,
            introduction: topic.description,
            scale: nil,
            rated: scope.claims(about: topic),
            number: number,
            in: scope,
            feeds: scope.hasPublishedClaims(about: topic)
                ? scope.feedLinks(Feed.name(topic), words: "site.feed") : []
        ) { .topic(topic.id, page: $0) }
    }

    /// The list of claims rated in a year or a month; nil if there is none.
    init?(publishedIn period: CalendarDate, number: Int, in scope: PageScope) {
        let rated = scope.claims(publishedIn: period)
        if rated.isEmpty { return nil }
        self.init(
            title: scope.words.text("archive.period", ["period": scope.words.date(period)]),
            introduction: nil,
            scale: nil,
            rated: rated,
            number: number,
            in: scope,
            nearby: ArchiveNavigation(period, in: scope)
        ) { .archive(period, page: $0) }
    }

    private init(
        title: String,
        introduction: String?,
        scale: DrawnScale?,
        rated: RankedClaims,
        number: Int,
        in scope: PageScope,
        nearby: ArchiveNavigation? = nil,
        feeds: [Hyperlink] = [],
        route: (Int) -> Route
    ) {
        self.title = title
        self.introduction = introduction
        self.scale = scale
        self.nearby = nearby
        self.feeds = feeds
        count = scope.words.count(rated.count, "claim-count")
        description = [title, introduction ?? count].joined(separator: ": ")
        claims = Pagination.entries(rated, page: number).map { scope.listed($0) }
        pagination = PaginationView(number: number, entryCount: rated.count, in: scope, route: route)
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "introduction": { .text($0.introduction) },
        "scale": { .record($0.scale) },
        "count": { .text($0.count) },
        "claims": { .list($0.claims) },
        "pagination": { .record($0.pagination) },
        "feeds": { .section($0.feeds) },
        "nearby": { .record($0.nearby) },
    ]
}
