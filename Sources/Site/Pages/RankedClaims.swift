import Editorial
import Newsroom

/// A selection of an edition's rated claims for a page, newest verdict first.
struct RankedClaims: RandomAccessCollection {
    private let claims: RatedClaims

    init(_ claims: RatedClaims) { self.claims = claims }
    init(_ all: [RatedClaim]) { claims = RatedClaims(all, ranks: Array(all.indices)) }

    /// The claims' ranks in the whole edition, ascending.
    var ranks: [Int] { claims.ranks }
    var startIndex: Int { 0 }
    var endIndex: Int { claims.count }
    subscript(position: Int) -> RankedClaim { RankedClaim(claims[position]) }

    /// The claim of a rank in the whole edition, selected or not.
    func claim(ranked rank: Int) -> RankedClaim { RankedClaim(claims.claim(ranked: rank)) }
}
