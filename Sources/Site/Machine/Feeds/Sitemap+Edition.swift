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
        switch subject {
        case .record(let kind, let id, _):
            return (records.record(RecordKey(kind, id)) as? any SiteRecord)?.lastChanged(in: edition)
        case .ruling(let id, _):
            return records.settings.scale.ruling(id).flatMap { edition.claims(ruled: $0).lastChanged }
        case .topic(let id, _):
            return records.settings.topic(id).flatMap { edition.claims(about: $0).lastChanged }
        case .period(let period, _): return edition.claims(publishedIn: period).lastChanged
        case .home, .list, .archive: return edition.ratedClaims.lastChanged
        default: return nil
        }
    }
}

extension PageSubject {
    /// Whether the page is the second or a later one of a list.
    fileprivate var continuesList: Bool {
        switch self {
        case .record(_, _, let number), .ruling(_, let number), .topic(_, let number), .period(_, let number),
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
