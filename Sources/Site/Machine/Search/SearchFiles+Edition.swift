import Newsroom

extension SearchFiles {
    /// The index of the published claims, with dates as the site's pages write them.
    init(_ edition: Edition, words: Catalogue) {
        // Oldest first: the claims that are there keep their places when a new one comes.
        self.init(edition.publishedClaims.reversed().map { SearchDocument($0, in: edition, words: words) })
    }
}

extension SearchDocument {
    init(_ rated: RatedClaim, in edition: Edition, words: Catalogue) {
        self.init(
            address: Route.claim(rated.claim.id).linkPath,
            statement: rated.claim.statement.value,
            title: rated.verdict.title.value,
            summary: rated.verdict.summary.value,
            claimants: edition.profiles(rated.claim.claimants).map { Choice(id: $0.id, name: $0.name.value) },
            ruling: Choice(id: rated.ruling.id, name: rated.ruling.label),
            tone: RulingView.tone(of: rated.ruling, on: edition.records.settings.scale),
            topics: rated.claim.topics.compactMap { edition.records.settings.topic($0.value) }
                .map { Choice(id: $0.id, name: $0.name) },
            published: rated.verdict.published.map { "\($0.value)" } ?? "",
            publishedText: rated.verdict.published.map { words.date($0.value) } ?? ""
        )
    }
}
