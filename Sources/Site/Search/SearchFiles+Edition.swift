import Addresses
import Newsroom

extension SearchFiles {
    /// The search files of an edition's published claims.
    /// - Parameter words: the catalogue for the dates in results.
    init(_ edition: Edition, words: Catalogue) {
        // Oldest first, so that a new claim does not move the others.
        let claims = edition.publishedClaims.reversed().map { SearchDocument($0, in: edition, words: words) }
        self.init(claims, names: SearchName.all(of: edition))
    }
}

extension SearchDocument {
    /// The document of a rated claim.
    init(_ rated: RatedClaim, in edition: Edition, words: Catalogue) {
        self.init(
            address: Route.claim(rated.claim.id).path(in: edition.records.settings.links),
            statement: rated.claim.statement.value,
            title: rated.verdict.title.value,
            summary: rated.verdict.summary.value,
            claimants: edition.profiles(rated.claim.claimants).map { Choice(id: $0.id, name: $0.name.value) },
            ruling: Choice(id: rated.ruling.id, name: rated.ruling.label),
            tone: RulingView.tone(of: rated.ruling, on: edition.records.settings.scale),
            topics: rated.claim.topics.compactMap { edition.records.settings.topic($0.value) }
                .map { Choice(id: $0.id, name: $0.name) },
            documents: Self.documents(of: rated, in: edition),
            passages: Self.passages(of: rated),
            published: rated.publication.published.map { "\($0.value)" } ?? "",
            publishedText: rated.publication.published.map { words.date($0.value) } ?? ""
        )
    }

    /// The titles and publishers of the evidence and of the claim's articles, without repetitions.
    private static func documents(of rated: RatedClaim, in edition: Edition) -> [String] {
        var names: [String] = []
        func add(_ name: String?) {
            if let name, !names.contains(name) { names.append(name) }
        }
        for evidence in rated.verdict.evidence {
            guard let document = edition.document(evidence.reference) else { continue }
            add(document.title)
            add(document.publisher(in: edition))
        }
        for appearance in rated.claim.appearances {
            guard let article = edition.records.articles[appearance.article.value] else { continue }
            add(article.title.value)
            add(edition.records.profiles[article.publisher.value]?.name.value)
        }
        return names
    }

    /// The quotes from articles and evidence, and the headings of the verdict's text.
    private static func passages(of rated: RatedClaim) -> [String] {
        rated.claim.appearances.map(\.quote.value) + rated.verdict.evidence.compactMap(\.quote?.value)
            + headings(of: rated.verdict)
    }

    /// The lines of a text that begin with `#`: its headings, approximated without a second parse of the Markdown.
    private static func headings(of verdict: Verdict) -> [String] {
        let text = verdict.file.bytes[verdict.body]
        guard text.contains(UInt8(ascii: "#")) else { return [] }
        return text.split(separator: UInt8(ascii: "\n")).filter { $0.first == UInt8(ascii: "#") }
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
