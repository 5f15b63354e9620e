import Newsroom

/// Claims that a reader of one claim may want to see next.
enum RelatedClaims {
    /// The most claims that are shown, unless the newsroom names more.
    private static let limit = 3
    /// What more claims than this have in common relates none of them; and to count them for each would be slow.
    private static let largestGroup = 60

    /// Those that the newsroom names, then those that share articles or sources with the claim: first those that share
    /// the most, where what few claims have in common counts for more.
    static func of(_ claim: Claim, in scope: PageScope) -> [RankedClaim] {
        let given = claim.related.compactMap {
            scope.claim($0.value).flatMap(scope.rated).map(RankedClaim.init)
        }
        let missing = limit - given.count
        guard missing > 0 else { return given }
        let known = given.map(\.place) + [scope.rated(claim)?.place].compactMap(\.self)
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
    ) -> [RankedClaim] {
        let groups = scope.groups(around: claim)
        guard let all = groups.first else { return [] }
        var scores: [Int: Double] = [:]
        for group in groups {
            let share = 1 / Double(group.count - 1)
            for rank in group.ranks { scores[rank, default: 0] += share }
        }
        return scores.lazy.map {
            (score: $0.value, rank: $0.key, place: all.claim(ranked: $0.key).place)
        }
        .filter { !known.contains($0.place) }
        .first(count) { ($1.score, $0.place) < ($0.score, $1.place) }
        .map { all.claim(ranked: $0.rank) }
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
