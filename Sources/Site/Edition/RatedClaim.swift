import Newsroom

/// A claim with the verdict on it and the ruling that the verdict gives.
///
/// An object and no value: lists of them are sorted, cut and handed around all the time, and a record has many fields.
package final class RatedClaim: Sendable {
    /// The claim.
    package let claim: Claim
    /// The verdict on it.
    package let verdict: Verdict
    /// The step of the scale, or the label.
    package let ruling: Ruling
    /// The claim's place in the table of claims.
    let place: Int

    init(claim: Claim, at place: Int, verdict: Verdict, ruling: Ruling) {
        self.claim = claim
        self.place = place
        self.verdict = verdict
        self.ruling = ruling
    }

    /// The day of the last change that readers saw; nil for a draft.
    package var lastChanged: CalendarDate? {
        guard let published = verdict.published?.value else { return nil }
        return max(published, verdict.updated?.value ?? published)
    }
}
