import Newsroom

/// A claim with the verdict on it and the ruling that the verdict gives.
///
/// An object and no value: lists of them are sorted, cut and handed around all the time, and a record has many fields.
package final class RatedClaim: Sendable {
    /// The claim.
    package let claim: Claim
    /// The verdict on it.
    package let verdict: Verdict
    /// What readers are told of the verdict's publication.
    package let publication: VerdictPublication
    /// The step of the scale, or the label.
    package let ruling: Ruling
    /// The claim's place in the table of claims.
    let place: Int

    init(claim: Claim, at place: Int, verdict: Verdict, _ publication: VerdictPublication, ruling: Ruling) {
        self.claim = claim
        self.place = place
        self.verdict = verdict
        self.publication = publication
        self.ruling = ruling
    }

    /// The day of the last change that readers saw; nil for a draft.
    package var lastChanged: CalendarDate? { publication.lastChanged }
}
