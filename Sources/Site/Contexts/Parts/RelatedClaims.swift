import Newsroom

/// Claims that a reader of one claim may want to see next.
enum RelatedClaims {
    /// The most claims that are shown, unless the newsroom names more.
    private static let limit = 3
    /// What more claims than this have in common relates none of them; and to count them for each would be slow.
    private static let largestGroup = 60

    /// Those that the newsroom names, then those that share articles or sources with the claim: first those that share
    /// the most, where what few claims have in common counts for more.
    static func of(_ claim: Claim, in scope: PageScope) -> [RatedClaim] {
        let given = claim.related.compactMap { scope.claim($0.value).flatMap(scope.rated) }
        let missing = limit - given.count
        guard missing > 0 else { return given }
        let known = Set(given.map(\.claim.id)).union([claim.id])
        let found = neighbours(of: claim, in: scope).filter { !known.contains($0.claim.id) }
        return given + found.prefix(missing)
    }

    private static func neighbours(of claim: Claim, in scope: PageScope) -> [RatedClaim] {
        var documents = Set(claim.appearances.map { RecordKey(.article, $0.article.value) })
        documents.formUnion((scope.rated(claim)?.verdict.evidence ?? []).map { RecordKey($0.reference) })
        var found: [String: (rated: RatedClaim, score: Double)] = [:]
        // Sorted, because sums of fractions depend on their order.
        for document in documents.sorted() {
            scope.note(.mentions(of: document))
            let group = scope.edition.claims(sharing: document)
            guard (2...largestGroup).contains(group.count) else { continue }
            for rated in group {
                let score = found[rated.claim.id]?.score ?? 0
                found[rated.claim.id] = (rated, score + 1 / Double(group.count - 1))
            }
        }
        return found.values.sorted { ($1.score, $0.rated.claim.id) < ($0.score, $1.rated.claim.id) }
            .map(\.rated)
    }
}
