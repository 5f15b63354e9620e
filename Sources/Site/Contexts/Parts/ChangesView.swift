import Addresses
import Mustache
import Newsroom

/// The rulings changed after publication, latest change first.
struct ChangesView: TemplateView {
    /// A ruling with the day of its last change.
    struct Change: TemplateView {
        let claim: ClaimCard
        let changed: DateView

        static let fields: TemplateFields<Self> = [
            "claim": { .record($0.claim) },
            "changed": { .record($0.changed) },
        ]
    }

    /// The number of changes shown, newest first.
    private static let limit = 100

    let feeds: [Hyperlink]
    let updated: [Change]

    init(in scope: PageScope) {
        feeds = scope.feedLinks("corrections", words: "site.corrections-feed")
        let changed = scope.rankedClaims.compactMap { rated -> (RankedClaim, CalendarDate)? in
            guard let published = rated.published, let changed = rated.lastChanged,
                changed > published
            else { return nil }
            return (rated, changed)
        }
        updated = changed.sorted { $0.1 > $1.1 }.prefix(Self.limit).map { rated, day in
            Change(claim: ClaimCard(scope.read(rated), in: scope), changed: DateView(day, scope.words))
        }
    }

    static let fields: TemplateFields<Self> = [
        "feeds": { .list($0.feeds) },
        "updated": { .section($0.updated) },
    ]
}

extension PageScope {
    /// Links to a feed, one for each format.
    ///
    /// - Parameter words: the key of the feed's name in the catalogue, an entry with the placeholder `{format}`.
    func feedLinks(_ name: String, words key: String) -> [Hyperlink] {
        Feed.Format.allCases.map { format in
            let formatName = format == .atom ? "Atom" : "JSON"
            return Hyperlink(
                words.text(key, ["format": formatName]),
                to: links.to(Feed.route(name, format))
            )
        }
    }
}
