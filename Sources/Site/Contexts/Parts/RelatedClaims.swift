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
        let known = given.map(\.place) + [scope.edition.records.claims.index(id: claim.id)].compactMap(\.self)
        return given + neighbours(of: claim, missing, except: known, in: scope)
    }

    /// The claims that a document relates to each other, by its number; nil where there are none, or too many.
    static func group(sharing document: Int, in edition: Edition) -> RatedClaims? {
        let group = edition.claims(sharing: document)
        return (2...largestGroup).contains(group.count) ? group : nil
    }

    /// The claims that share the most with a claim, those that share more first.
    ///
    /// - Parameter known: the places of claims that are not meant.
    private static func neighbours(
        of claim: Claim,
        _ count: Int,
        except known: [Int],
        in scope: PageScope
    ) -> [RatedClaim] {
        let numbers = scope.edition.numbers
        var documents = claim.appearances.compactMap { numbers.number(.article, $0.article.value) }
        documents += (scope.rated(claim)?.verdict.evidence ?? []).compactMap { numbers.number($0.reference) }
        // Sorted, because sums of fractions depend on their order.
        documents.sort()
        documents.removeRepeats()
        var scores: [Int: Double] = [:]
        for document in documents {
            scope.note(.sharing, ofRecord: document)
            guard let group = group(sharing: document, in: scope.edition) else { continue }
            let share = 1 / Double(group.count - 1)
            for rank in group.ranks { scores[rank, default: 0] += share }
        }
        let all = scope.edition.ratedClaims
        return scores.lazy.map { (score: $0.value, rank: $0.key, place: all[$0.key].place) }
            .filter { !known.contains($0.place) }
            .first(count) { ($1.score, $0.place) < ($0.score, $1.place) }
            .map { all[$0.rank] }
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
