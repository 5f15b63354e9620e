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
        return given + neighbours(of: claim, missing, except: known, in: scope)
    }

    /// The claims that a document relates to each other; nil where there are none, or too many.
    static func group(sharing document: RecordKey, in edition: Edition) -> RatedClaims? {
        let group = edition.claims(sharing: document)
        return (2...largestGroup).contains(group.count) ? group : nil
    }

    /// The claims that share the most with a claim, those that share more first.
    private static func neighbours(
        of claim: Claim,
        _ count: Int,
        except known: Set<String>,
        in scope: PageScope
    ) -> [RatedClaim] {
        var documents = Set(claim.appearances.map { RecordKey(.article, $0.article.value) })
        documents.formUnion((scope.rated(claim)?.verdict.evidence ?? []).map { RecordKey($0.reference) })
        var scores: [Int: Double] = [:]
        // Sorted, because sums of fractions depend on their order.
        for document in documents.sorted() {
            scope.note(.claimsSharing(document))
            guard let group = group(sharing: document, in: scope.edition) else { continue }
            for rank in group.ranks { scores[rank, default: 0] += 1 / Double(group.count - 1) }
        }
        let all = scope.edition.ratedClaims
        let scored = scores.map { (score: $0.value, rated: all[$0.key]) }
        return scored.filter { !known.contains($0.rated.claim.id) }
            .first(count) { ($1.score, $0.rated.claim.id) < ($0.score, $1.rated.claim.id) }
            .map(\.rated)
    }
}

extension Sequence {
    /// The first elements in an order, without sorting those that come after them.
    fileprivate func first(_ count: Int, by isBefore: (Element, Element) -> Bool) -> [Element] {
        reduce(into: []) { first, element in
            if first.count == count, let last = first.last, !isBefore(element, last) { return }
            first.insert(element, at: first.firstIndex { isBefore(element, $0) } ?? first.count)
            if first.count > count { first.removeLast() }
        }
    }
}
