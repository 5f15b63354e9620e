import Addresses
import Databases
import Editorial
import Newsroom

/// The records of an edition as a database of SQLite: the tables, their views and the full-text search.
///
/// `docs/data.md` describes the tables. The same records give the same bytes with the same version of SQLite.
package struct ClaimsDatabase {
    let edition: Edition

    /// The database of an edition's records.
    package init(_ edition: Edition) { self.edition = edition }

    /// The version of the tables. It rises when a column changes its meaning or is removed.
    static let version = 1

    /// Makes the database.
    package func make() throws(DatabaseProblem) -> Database {
        let database = try Database()
        try database.execute(DatabaseTables.definitions)
        try addFrame(to: database)
        try addDocuments(to: database)
        try addClaims(to: database)
        try addHistory(to: database)
        try database.execute("INSERT INTO claims_search (claims_search) VALUES ('rebuild')")
        try database.execute("PRAGMA user_version = 1")
        return database
    }

    var settings: SiteSettings { edition.records.settings }

    private func addFrame(to database: Database) throws(DatabaseProblem) {
        let scale = settings.scale
        try database.insert(
            "INSERT INTO rulings VALUES (?, ?, ?, ?)",
            (scale.steps + scale.labels).map {
                [.text($0.id), .text($0.label), DatabaseValue($0.number), .text($0.meaning)]
            }
        )
        let topics = edition.includesDrafts ? settings.topics : edition.publishedTopics
        try database.insert(
            "INSERT INTO topics VALUES (?, ?)",
            topics.map { [.text($0.id), .text($0.name)] }
        )
        try database.insert(
            "INSERT INTO profiles VALUES (?, ?, ?, ?)",
            edition.records.profiles.map {
                [
                    .text($0.id), .text($0.name.value), .text($0.profileKind.rawValue),
                    DatabaseValue($0.role?.rawValue),
                ]
            }
        )
    }

    private func addDocuments(to database: Database) throws(DatabaseProblem) {
        try database.insert(
            "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            edition.records.sources.map { source in
                [
                    .text(source.id), .text(source.title.value), .text(source.publisher.value),
                    DatabaseValue(source.published?.value.description), DatabaseValue(source.url?.value),
                    .text(source.sourceKind.rawValue), .text(source.checked.rawValue),
                    DatabaseValue(source.interest?.value), DatabaseValue(source.status?.value.rawValue),
                ]
            }
        )
        try database.insert(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?)",
            edition.records.articles.map { article in
                [
                    .text(article.id), .text(article.title.value), .text(article.publisher.value),
                    DatabaseValue(article.published?.value.description), DatabaseValue(article.url?.value),
                ]
            }
        )
    }

    private func addClaims(to database: Database) throws(DatabaseProblem) {
        let claims = Array(edition.records.claims)
        try database.insert("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", claims.map(row))
        try database.insert(
            "INSERT INTO claimants VALUES (?, ?, ?)",
            claims.flatMap { claim in
                claim.claimants.enumerated().map {
                    [.text(claim.id), .integer($0.offset + 1), .text($0.element.value)]
                }
            }
        )
        try database.insert(
            "INSERT INTO claim_topics VALUES (?, ?)",
            claims.flatMap { claim in claim.topics.map { [.text(claim.id), .text($0.value)] } }
        )
        try database.insert(
            "INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            claims.flatMap(appearances)
        )
        try database.insert("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?)", claims.flatMap(evidence))
    }

    private func row(_ claim: Claim) -> [DatabaseValue] {
        let rated = edition.rated(claim)
        let verdict = rated?.verdict
        return [
            .text(claim.id), .text(edition.address(.claim(claim.id))), .text(claim.statement.value),
            DatabaseValue(claim.stated?.value.description), DatabaseValue(claim.chosen?.value),
            DatabaseValue(rated?.ruling.id), DatabaseValue(verdict?.title.value),
            DatabaseValue(verdict?.summary.value),
            DatabaseValue(rated?.publication.published?.value.description),
            DatabaseValue(rated?.publication.updated?.value.description),
            DatabaseValue(verdict?.wouldChange?.value),
            .text(state(of: claim, rated)),
        ]
    }

    private func state(of claim: Claim, _ rated: RatedClaim?) -> String {
        if edition.history(of: claim)?.standing.retraction != nil { return "retracted" }
        guard let rated else { return "unrated" }
        return edition.isDraft(rated.verdict) ? "draft" : "published"
    }

    private func appearances(_ claim: Claim) -> [[DatabaseValue]] {
        claim.appearances.filter { edition.records.articles.contains(id: $0.article.value) }.enumerated().map
        {
            let (place, appearance) = ($0.offset, $0.element)
            return [
                .text(claim.id), .integer(place + 1), .text(appearance.article.value),
                .text(appearance.kind.rawValue), DatabaseValue(appearance.by?.value),
                DatabaseValue(appearance.date?.value.description), .text(appearance.quote.value),
                DatabaseValue(appearance.locator),
            ]
        }
    }

    private func evidence(_ claim: Claim) -> [[DatabaseValue]] {
        guard let verdict = edition.rated(claim)?.verdict else { return [] }
        return verdict.evidence.enumerated().compactMap { place, evidence in
            guard let document = edition.document(evidence.reference) else { return nil }
            return [
                .text(claim.id), .integer(place + 1), .text(document.kind.rawValue), .text(document.id),
                .text(evidence.stance.rawValue), .text(evidence.shows.value), DatabaseValue(evidence.locator),
                DatabaseValue(evidence.quote?.value),
            ]
        }
    }

    private func addHistory(to database: Database) throws(DatabaseProblem) {
        let histories = edition.records.claims.compactMap { edition.history(of: $0) }
        let zone = settings.timeZone
        try database.insert(
            "INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?)",
            histories.flatMap { history in
                history.notices.reversed().map { notice in
                    [
                        .text(history.claim), .integer(notice.number), .text(notice.kind),
                        .text(notice.time.day(in: zone).description), .text(notice.text),
                        DatabaseValue(notice.earlier?.ruling),
                    ]
                }
            }
        )
        try database.insert(
            "INSERT INTO history VALUES (?, ?, ?, ?, ?)",
            histories.flatMap { history in
                history.countedLines.enumerated().map { place, line in
                    [
                        .text(history.claim), .integer(place + 1), .text("\(line.time)"),
                        .text(line.event.kind.rawValue), .text(line.author),
                    ]
                }
            }
        )
    }
}
