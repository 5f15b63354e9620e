import Newsroom

/// A claim with its verdict and the verdict's ruling.
///
/// A class, because lists of rated claims are sorted and sliced often, and copies of three records would be large.
package final class RatedClaim: Sendable {
    /// The claim.
    package let claim: Claim
    /// The verdict on the claim.
    package let verdict: Verdict
    /// What readers are told of the verdict's publication.
    package let publication: VerdictPublication
    /// The verdict's ruling: a step of the scale, or a label.
    package let ruling: Ruling
    /// The claim's index in the table of claims.
    let place: Int

    init(claim: Claim, at place: Int, verdict: Verdict, _ publication: VerdictPublication, ruling: Ruling) {
        self.claim = claim
        self.place = place
        self.verdict = verdict
        self.publication = publication
        self.ruling = ruling
    }

    /// The day of the verdict's last published change (schema.org `dateModified`); nil for a draft.
    package var lastChanged: CalendarDate? { publication.lastChanged }
}
