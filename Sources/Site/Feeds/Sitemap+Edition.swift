import Newsroom

extension Sitemap {
    /// The pages of an edition. What is for the newsroom alone, and what is no page to find, is left out.
    static func entries(of edition: Edition) -> [Entry] {
        let published = edition.includesDrafts ? edition.withoutDrafts : edition
        // The pages of a long list follow each other, and show it as it last changed: that is found out once.
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

    /// The day on which a page last changed for readers: that of the last verdict that it shows.
    ///
    /// A file's date says nothing: a checkout renews it. What has no date of its own, such as a standing page, gets none.
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
    /// What the world may read of this edition.
    var withoutDrafts: Edition { Edition(of: records, today: today) }
}
