import Newsroom

/// The list of a site's pages, made without building any.
package enum SitePlan {
    /// The subjects of all pages of an edition, in an order that depends on the records alone.
    package static func pages(of edition: Edition) -> [PageSubject] {
        let records = edition.records
        var pages: [PageSubject] = [.home]
        for kind in mainKinds { pages += self.pages(of: kind, in: edition) }
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
        for kind in RecordKind.allCases where !mainKinds.contains(kind) {
            pages += self.pages(of: kind, in: edition)
        }
        pages += numbered(edition.ratedClaims.count) { .list(.claims, number: $0) }
        pages += numbered(records.articles.count) { .list(.articles, number: $0) }
        pages += numbered(records.sources.count) { .list(.sources, number: $0) }
        pages += numbered(records.profiles.count) { .list(.profiles, number: $0) }
        pages += claimsWithEarlierTexts(in: edition).map { .texts($0) }
        // Retracted claims keep their cards, which other sites may frame: they tell of the retraction.
        pages += (edition.publishedClaims.map(\.claim) + edition.retractedClaims).map { .embed($0.id) }
        pages += moved(in: edition)
        return pages + [.rulings, .topics, .archive, .team, .search, .notFound]
    }

    /// The kinds whose pages come first; those of the others come after the lists of claims.
    private static let mainKinds: [RecordKind] = [.claim, .article, .source, .profile]

    /// The pages of the records of a kind.
    private static func pages(of kind: RecordKind, in edition: Edition) -> [PageSubject] {
        guard kind.siteType?.hasPages == true else { return [] }
        let table = edition.records.table(of: kind)
        return (0..<table.count).flatMap { place -> [PageSubject] in
            let record = table.record(at: place)
            let count = (record as? any SiteRecord)?.pageCount(in: edition) ?? 0
            return (0..<count).map { .record(kind, record.id, number: $0 + 1) }
        }
    }

    private static func claimsWithEarlierTexts(in edition: Edition) -> [String] {
        edition.records.claims.filter { edition.history(of: $0)?.hasEarlierTexts ?? false }.map(\.id)
    }

    /// The pages at former addresses, and the cards and texts at those of claims.
    private static func moved(in edition: Edition) -> [PageSubject] {
        let cards = Set((edition.publishedClaims.map(\.claim) + edition.retractedClaims).map(\.id))
        let texts = Set(claimsWithEarlierTexts(in: edition))
        return edition.records.formerIDs.moves.flatMap { move -> [PageSubject] in
            guard hasPage(move.to, in: move.space, of: edition), move.space.route(of: move.from) != nil else {
                return []
            }
            let page = PageSubject.moved(move.space, from: move.from, to: move.to)
            guard move.space == .record(.claim) else { return [page] }
            return [page] + (cards.contains(move.to) ? [.embed(move.from)] : [])
                + (texts.contains(move.to) ? [.movedTexts(from: move.from, to: move.to)] : [])
        }
    }

    /// Whether the site has a page of what an id names.
    static func hasPage(_ id: String, in space: IDSpace, of edition: Edition) -> Bool {
        let records = edition.records
        return switch space {
        case .topic: edition.topics.contains { $0.id == id }
        case .ruling: records.settings.scale.ruling(id) != nil
        case .record(.medium): records.media[id]?.ruling(on: records.settings.scale) != nil
        case .record(let kind): records.contains(RecordKey(kind, id))
        }
    }

    private static func numbered(
        _ entryCount: Int,
        _ subject: (Int) -> PageSubject
    ) -> [PageSubject] {
        (1...Pagination.pageCount(of: entryCount)).map(subject)
    }
}
