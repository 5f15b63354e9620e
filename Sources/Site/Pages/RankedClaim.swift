import Editorial
import Newsroom

/// A rated claim in a list, with only the values covered by the list's own input. `PageScope.read` gives its records.
struct RankedClaim {
    fileprivate let rated: RatedClaim

    /// Wraps a claim whose records are noted already.
    init(_ rated: RatedClaim) { self.rated = rated }

    var claimID: String { rated.claim.id }
    /// The claim's index in the table of claims.
    var place: Int { rated.place }
    var ruling: Ruling { rated.ruling }
    var published: CalendarDate? { rated.publication.published?.value }
    var lastChanged: CalendarDate? { rated.lastChanged }
    var evidenceCount: Int { rated.verdict.evidence.count }
}

extension PageScope {
    /// The claim's records, which a list alone does not depend on.
    func read(_ claim: RankedClaim) -> RatedClaim {
        note(.front, ofClaimAt: claim.place)
        note(.front, of: claim.rated.verdict)
        return claim.rated
    }
}
