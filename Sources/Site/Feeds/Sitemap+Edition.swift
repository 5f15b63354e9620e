import Newsroom

extension Sitemap {
    /// The entries of an edition's pages, without drafts, search, earlier texts, cards, marked pictures and the page for unknown addresses.
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
        case .search, .texts, .embed, .moved, .movedTexts, .notFound, .record(.medium, _, _): false
        default: true
        }
    }

    /// The day of a page's last change: the latest day of its verdicts; nil for a page without verdicts.
    ///
    /// Dates of files are not used, because a checkout renews them.
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
    /// The edition of the same day without drafts.
    var withoutDrafts: Edition { Edition(of: records, today: today) }
}
