import Newsroom

/// The choice of related claims for a claim's page.
enum RelatedClaims {
    /// The number of related claims, unless the claim's `related` field names more.
    private static let limit = 3
    /// The largest group that a shared document relates. A document shared by more claims says nothing about relatedness, and
    /// is slow to count.
    private static let largestGroup = 60

    /// The claims in the `related` field, then those with the highest scores. Each shared article or source adds to a score:
    /// the more, the fewer claims share it.
    static func of(_ claim: Claim, in scope: PageScope) -> [RankedClaim] {
        let given = claim.related.compactMap {
            scope.claim($0.value).flatMap(scope.rated).map(RankedClaim.init)
        }
        let missing = limit - given.count
        guard missing > 0 else { return given }
        let known = given.map(\.place) + [scope.rated(claim)?.place].compactMap(\.self)
        return given + neighbours(of: claim, missing, except: known, in: scope)
    }

    /// The claims that share a document, given by its number; nil for fewer than two claims or too many.
    static func group(sharing document: Int, in edition: Edition) -> RatedClaims? {
        let group = edition.claims(sharing: document)
        return (2...largestGroup).contains(group.count) ? group : nil
    }

    /// The claims with the highest scores, highest first.
    ///
    /// - Parameter known: indices, in the table of claims, of claims to leave out.
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
    /// The first elements in an order, found without sorting the rest.
    fileprivate func first(_ count: Int, by isBefore: (Element, Element) -> Bool) -> [Element] {
        reduce(into: []) { first, element in
            if first.count == count, let last = first.last, !isBefore(element, last) { return }
            first.insert(element, at: first.firstIndex { isBefore(element, $0) } ?? first.count)
            if first.count > count { first.removeLast() }
        }
    }
}
