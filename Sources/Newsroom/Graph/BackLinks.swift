/// Who points at whom, as places in the tables: built once, in one pass over each table.
struct BackLinks: Sendable {
    /// The kinds whose records point at others here.
    static let kinds: [RecordKind] = [.article, .claim, .source, .verdict]

    private(set) var verdictByClaim: [String: Int] = [:]
    private(set) var verdictsBySource: [String: [Int]] = [:]
    private(set) var verdictsByArticle: [String: [Int]] = [:]
    private(set) var verdictsByRuling: [String: [Int]] = [:]
    private(set) var verdictsByProfile: [String: [Int]] = [:]
    private(set) var claimsByArticle: [String: [Int]] = [:]
    private(set) var claimsByProfile: [String: [Int]] = [:]
    private(set) var claimsByTopic: [String: [Int]] = [:]
    private(set) var claimsBySource: [String: [Int]] = [:]
    private(set) var articlesByPublisher: [String: [Int]] = [:]
    private(set) var copiesBySource: [String: [Int]] = [:]

    init(
        articles: Table<Article>,
        claims: Table<Claim>,
        sources: Table<Source>,
        verdicts: Table<Verdict>,
        publications: [String: VerdictPublication]
    ) {
        for (position, article) in articles.enumerated() {
            Self.add(position, for: article.publisher, to: &articlesByPublisher)
        }
        for (position, source) in sources.enumerated() {
            for case .source(let original) in source.derivedFrom {
                Self.add(position, for: original, to: &copiesBySource)
            }
        }
        for (position, claim) in claims.enumerated() {
            for appearance in claim.appearances {
                Self.add(position, for: appearance.article, to: &claimsByArticle)
            }
            for claimant in claim.claimants { Self.add(position, for: claimant, to: &claimsByProfile) }
            for topic in claim.topics { Self.add(position, for: topic, to: &claimsByTopic) }
            for source in claim.timeline.lazy.flatMap(\.sources) {
                Self.add(position, for: source, to: &claimsBySource)
            }
        }
        verdictByClaim.reserveCapacity(verdicts.count)
        for (position, verdict) in verdicts.enumerated() {
            if verdictByClaim[verdict.claim.value] == nil { verdictByClaim[verdict.claim.value] = position }
            for evidence in verdict.evidence {
                switch evidence.reference {
                case .source(let id): Self.add(position, for: id, to: &verdictsBySource)
                case .article(let id): Self.add(position, for: id, to: &verdictsByArticle)
                }
            }
            Self.add(position, for: verdict.ruling, to: &verdictsByRuling)
            for author in verdict.authors { Self.add(position, for: author, to: &verdictsByProfile) }
            for reviewer in (publications[verdict.id] ?? verdict.written).reviewers {
                Self.add(position, for: reviewer, to: &verdictsByProfile)
            }
        }
    }

    /// Adds a place to the list of a key, where it stands once.
    private static func add(_ position: Int, for key: Located<String>, to lists: inout [String: [Int]]) {
        Self.add(position, to: &lists[key.value, default: []])
    }

    private static func add(_ position: Int, to list: inout [Int]) {
        if list.last != position { list.append(position) }
    }
}
