import Newsroom

/// The list of a site's pages, made without building any.
package enum SitePlan {
    /// The subjects of all pages of an edition, in an order that depends on the records alone.
    package static func pages(of edition: Edition) -> [PageSubject] {
        let records = edition.records
        var pages: [PageSubject] = [.home]
        pages += records.claims.map { .claim($0.id) }
        pages += records.articles.map { .article($0.id) }
        pages += records.sources.map { .source($0.id) }
        for profile in records.profiles {
            let verdicts = edition.rated(records.verdicts(signedBy: profile))
            pages += numbered(max(edition.claims(by: profile).count, verdicts.count)) {
                .profile(profile.id, number: $0)
            }
        }
        for ruling in records.settings.scale.all {
            pages += numbered(edition.claims(ruled: ruling).count) { .ruling(ruling.id, number: $0) }
        }
        for topic in edition.topics {
            pages += numbered(edition.claims(about: topic).count) { .topic(topic.id, number: $0) }
        }
        for year in edition.publicationYears {
            for period in [year.period] + year.months {
                pages += numbered(edition.claims(publishedIn: period).count) { .period(period, number: $0) }
            }
        }
        pages += records.pages.map { .standing($0.id) }
        pages += numbered(edition.ratedClaims.count) { .list(.claims, number: $0) }
        pages += numbered(records.articles.count) { .list(.articles, number: $0) }
        pages += numbered(records.sources.count) { .list(.sources, number: $0) }
        pages += numbered(records.profiles.count) { .list(.profiles, number: $0) }
        // Retracted claims keep their cards, which other sites may frame: they tell of the retraction.
        pages += (edition.publishedClaims.map(\.claim) + edition.retractedClaims).map { .embed($0.id) }
        return pages + [.rulings, .topics, .archive, .team, .search, .notFound]
    }

    private static func numbered(
        _ entryCount: Int,
        _ subject: (Int) -> PageSubject
    ) -> [PageSubject] {
        (1...Pagination.pageCount(of: entryCount)).map(subject)
    }
}
