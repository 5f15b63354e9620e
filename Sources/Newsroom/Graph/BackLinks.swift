/// Who points at whom, as places in the tables. The links from each table are built in one pass over it alone, so that a
/// newsroom with other records in one table is linked anew from that table only.
struct BackLinks: Sendable {
    private(set) var articles: LinksFromArticles
    private(set) var claims: LinksFromClaims
    private(set) var sources: LinksFromSources
    private(set) var verdicts: LinksFromVerdicts

    /// The links between the records of a newsroom.
    /// - Parameters:
    ///   - tables: one a kind, in the order of the kinds.
    ///   - publications: what journals say of verdicts, by the verdicts' ids.
    init(_ tables: [any RecordTable], _ publications: [String: VerdictPublication]) {
        articles = LinksFromArticles(tables.typed())
        claims = LinksFromClaims(tables.typed())
        sources = LinksFromSources(tables.typed())
        verdicts = LinksFromVerdicts(tables.typed(), publications)
    }

    /// The links of other tables, made anew from the tables of the kinds that changed.
    func updated(
        from changed: Set<RecordKind>,
        _ tables: [any RecordTable],
        _ publications: [String: VerdictPublication]
    ) -> BackLinks {
        var links = self
        if changed.contains(.article) { links.articles = LinksFromArticles(tables.typed()) }
        if changed.contains(.claim) { links.claims = LinksFromClaims(tables.typed()) }
        if changed.contains(.source) { links.sources = LinksFromSources(tables.typed()) }
        if changed.contains(.verdict) { links.verdicts = LinksFromVerdicts(tables.typed(), publications) }
        return links
    }

    /// Whether two forms of a record are linked with the same others.
    static func areSame(_ old: any Record, _ new: any Record, _ publications: Publications) -> Bool {
        switch (old, new) {
        case (let old as Article, let new as Article):
            LinksFromArticles(Table([old])) == LinksFromArticles(Table([new]))
        case (let old as Claim, let new as Claim):
            LinksFromClaims(Table([old])) == LinksFromClaims(Table([new]))
        case (let old as Source, let new as Source):
            LinksFromSources(Table([old])) == LinksFromSources(Table([new]))
        case (let old as Verdict, let new as Verdict):
            LinksFromVerdicts(Table([old]), publications.old)
                == LinksFromVerdicts(Table([new]), publications.new)
        default: true
        }
    }

    /// What journals said of verdicts before and after a change, by the verdicts' ids.
    typealias Publications = (old: [String: VerdictPublication], new: [String: VerdictPublication])
}

/// Places in a table by the id of what the records there name.
typealias Places = [String: [Int]]

/// The links from articles.
struct LinksFromArticles: Equatable, Sendable {
    private(set) var byPublisher: Places = [:]

    init(_ articles: Table<Article>) {
        for (position, article) in articles.enumerated() { byPublisher.add(position, for: article.publisher) }
    }
}

/// The links from sources.
struct LinksFromSources: Equatable, Sendable {
    private(set) var byOriginal: Places = [:]

    init(_ sources: Table<Source>) {
        for (position, source) in sources.enumerated() {
            for case .source(let original) in source.derivedFrom { byOriginal.add(position, for: original) }
        }
    }
}

/// The links from claims.
struct LinksFromClaims: Equatable, Sendable {
    private(set) var byArticle: Places = [:]
    private(set) var byProfile: Places = [:]
    private(set) var byTopic: Places = [:]
    private(set) var bySource: Places = [:]

    init(_ claims: Table<Claim>) {
        for (position, claim) in claims.enumerated() {
            for appearance in claim.appearances { byArticle.add(position, for: appearance.article) }
            for claimant in claim.claimants { byProfile.add(position, for: claimant) }
            for topic in claim.topics { byTopic.add(position, for: topic) }
            for source in claim.timeline.lazy.flatMap(\.sources) { bySource.add(position, for: source) }
        }
    }
}

/// The links from verdicts.
struct LinksFromVerdicts: Equatable, Sendable {
    /// The first verdict on each claim.
    private(set) var byClaim: [String: Int] = [:]
    private(set) var bySource: Places = [:]
    private(set) var byArticle: Places = [:]
    private(set) var byRuling: Places = [:]
    private(set) var byProfile: Places = [:]

    init(_ verdicts: Table<Verdict>, _ publications: [String: VerdictPublication]) {
        byClaim.reserveCapacity(verdicts.count)
        for (position, verdict) in verdicts.enumerated() {
            if byClaim[verdict.claim.value] == nil { byClaim[verdict.claim.value] = position }
            for evidence in verdict.evidence {
                switch evidence.reference {
                case .source(let id): bySource.add(position, for: id)
                case .article(let id): byArticle.add(position, for: id)
                case .medium: break
                }
            }
            byRuling.add(position, for: verdict.ruling)
            for author in verdict.authors { byProfile.add(position, for: author) }
            for reviewer in (publications[verdict.id] ?? verdict.written).reviewers {
                byProfile.add(position, for: reviewer)
            }
        }
    }
}

extension Places {
    /// Adds a place to the list of a key, where it stands once.
    fileprivate mutating func add(_ position: Int, for key: Located<String>) {
        Self.add(position, to: &self[key.value, default: []])
    }

    private static func add(_ position: Int, to list: inout [Int]) {
        if list.last != position { list.append(position) }
    }
}
