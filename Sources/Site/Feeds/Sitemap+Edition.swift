import Newsroom

extension Sitemap {
    /// The entries of an edition's pages, without drafts, search, cards and the page for unknown addresses.
    static func entries(of edition: Edition) -> [Entry] {
        let published = edition.includesDrafts ? edition.withoutDrafts : edition
        // The pages of one list stand next to each other and share the day of the list's last change.
        var day: CalendarDate?
        return SitePlan.pages(of: published).filter(isForSearchEngines).map { subject in
            if !subject.continuesList { day = lastChanged(subject, of: published) }
            return Entry(address: published.address(subject.route), lastChanged: day)
        }
    }

    private static func isForSearchEngines(_ subject: PageSubject) -> Bool {
        switch subject {
        case .search, .embed, .notFound: false
        default: true
        }
    }

    /// The day of a page's last change: the latest day of its verdicts; nil for a page without verdicts.
    ///
    /// Dates of files are not used, because a checkout renews them.
    private static func lastChanged(_ subject: PageSubject, of edition: Edition) -> CalendarDate? {
        let records = edition.records
        func last(_ claims: some Sequence<RatedClaim>) -> CalendarDate? {
            claims.lazy.compactMap(\.lastChanged).max()
        }
        switch subject {
        case .claim(let id): return records.claims[id].flatMap { edition.rated($0)?.lastChanged }
        case .article(let id):
            return last(records.articles[id].map(records.claims(in:))?.compactMap(edition.rated) ?? [])
        case .source(let id):
            return last(records.sources[id].map(records.verdicts(using:))?.compactMap(edition.rated) ?? [])
        case .profile(let id, _): return records.profiles[id].flatMap { last(edition.claims(by: $0)) }
        case .ruling(let id, _):
            return records.settings.scale.ruling(id).flatMap { last(edition.claims(ruled: $0)) }
        case .topic(let id, _): return records.settings.topic(id).flatMap { last(edition.claims(about: $0)) }
        case .period(let period, _): return last(edition.claims(publishedIn: period))
        case .home, .list, .archive: return last(edition.ratedClaims)
        default: return nil
        }
    }
}

extension PageSubject {
    /// Whether the page is the second or a later one of a list.
    fileprivate var continuesList: Bool {
        switch self {
        case .profile(_, let number), .ruling(_, let number), .topic(_, let number), .period(_, let number),
            .list(_, let number):
            number > 1
        default: false
        }
    }
}

extension Edition {
    /// The edition of the same day without drafts.
    var withoutDrafts: Edition { Edition(of: records, today: today) }
}
