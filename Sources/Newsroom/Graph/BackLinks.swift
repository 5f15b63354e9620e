/// Who points at whom, as places in the tables: built once, in one pass over each table.
struct BackLinks: Sendable {
    private(set) var verdictByClaim: [String: Int] = [:]
    private(set) var verdictsBySource: [String: [Int]] = [:]
    private(set) var verdictsByRuling: [String: [Int]] = [:]
    private(set) var verdictsByProfile: [String: [Int]] = [:]
    private(set) var claimsByArticle: [String: [Int]] = [:]
    private(set) var claimsByProfile: [String: [Int]] = [:]
    private(set) var claimsByTopic: [String: [Int]] = [:]
    private(set) var claimsBySource: [String: [Int]] = [:]
    private(set) var articlesByPublisher: [String: [Int]] = [:]
    private(set) var copiesBySource: [String: [Int]] = [:]

    init(articles: Table<Article>, claims: Table<Claim>, sources: Table<Source>, verdicts: Table<Verdict>) {
        for (position, article) in articles.enumerated() {
            Self.add(position, for: [article.publisher.value], to: &articlesByPublisher)
        }
        for (position, source) in sources.enumerated() {
            let originals = source.derivedFrom.compactMap { reference in
                if case .source(let id) = reference { id.value } else { nil }
            }
            Self.add(position, for: originals, to: &copiesBySource)
        }
        for (position, claim) in claims.enumerated() {
            Self.add(position, for: claim.appearances.map(\.article.value), to: &claimsByArticle)
            Self.add(position, for: claim.claimants.map(\.value), to: &claimsByProfile)
            Self.add(position, for: claim.topics.map(\.value), to: &claimsByTopic)
            Self.add(
                position,
                for: claim.timeline.flatMap { $0.sources.map(\.value) },
                to: &claimsBySource
            )
        }
        for (position, verdict) in verdicts.enumerated() {
            if verdictByClaim[verdict.claim.value] == nil { verdictByClaim[verdict.claim.value] = position }
            let used = verdict.evidence.compactMap { evidence in
                if case .source(let id) = evidence.reference { id.value } else { nil }
            }
            Self.add(position, for: used, to: &verdictsBySource)
            Self.add(position, for: [verdict.ruling.value], to: &verdictsByRuling)
            let people = (verdict.authors + verdict.reviewers).map(\.value)
            Self.add(position, for: people, to: &verdictsByProfile)
        }
    }

    /// Adds a place once for each distinct key.
    private static func add(_ position: Int, for keys: [String], to lists: inout [String: [Int]]) {
        for key in keys where lists[key]?.last != position {
            lists[key, default: []].append(position)
        }
    }
}
