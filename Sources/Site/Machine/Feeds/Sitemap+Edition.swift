import Newsroom

extension Sitemap {
    /// The pages of an edition. What is for the newsroom alone, and what is no page to find, is left out.
    static func entries(of edition: Edition) -> [Entry] {
        let published = edition.includesDrafts ? edition.withoutDrafts : edition
        // A long list has many pages, which show it as it last changed: that is found out once.
        var days: [PageSubject: CalendarDate?] = [:]
        return SitePlan.pages(of: published).filter(isForSearchEngines).map { subject in
            let day = days[subject.firstPage] ?? lastChanged(subject, of: published)
            days[subject.firstPage] = .some(day)
            return Entry(address: published.address(subject.route), lastChanged: day)
        }
    }

    private static func isForSearchEngines(_ subject: PageSubject) -> Bool {
        switch subject {
        case .search, .embed, .notFound: false
        default: true
        }
    }

    /// The day on which a page last changed for readers: that of the last verdict that it shows.
    ///
    /// A file's date says nothing: a checkout renews it. What has no date of its own, such as a standing page, gets none.
    private static func lastChanged(_ subject: PageSubject, of edition: Edition) -> CalendarDate? {
        let records = edition.records
        switch subject {
        case .claim(let id): return records.claims[id].flatMap { edition.rated($0)?.lastChanged }
        case .article(let id): return last(edition.rated(records.articles[id].map(records.claims(in:)) ?? []))
        case .source(let id):
            return last(edition.rated(records.sources[id].map(records.verdicts(using:)) ?? []))
        case .profile(let id, _):
            return last(edition.rated(records.profiles[id].map(records.claims(by:)) ?? []))
        case .ruling(let id, _):
            return last(edition.rated(records.settings.scale.ruling(id).map(records.verdicts(ruled:)) ?? []))
        case .topic(let id, _):
            return last(edition.rated(records.settings.topic(id).map(records.claims(about:)) ?? []))
        case .period(let period, _): return last(edition.claims(publishedIn: period))
        case .home, .list, .archive: return last(edition.ratedClaims)
        default: return nil
        }
    }

    private static func last(_ claims: some Sequence<RatedClaim>) -> CalendarDate? {
        claims.compactMap(\.lastChanged).max()
    }
}

extension PageSubject {
    /// The first page of the list that a page belongs to; the page itself when it is no list.
    fileprivate var firstPage: PageSubject {
        switch self {
        case .profile(let id, _): .profile(id, number: 1)
        case .ruling(let id, _): .ruling(id, number: 1)
        case .topic(let id, _): .topic(id, number: 1)
        case .period(let period, _): .period(period, number: 1)
        case .list(let list, _): .list(list, number: 1)
        default: self
        }
    }
}

extension Edition {
    /// What the world may read of this edition.
    var withoutDrafts: Edition { Edition(of: records, today: today) }
}
