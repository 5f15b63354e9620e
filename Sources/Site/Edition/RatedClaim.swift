import Newsroom

/// A claim with the verdict on it and the ruling that the verdict gives.
public struct RatedClaim: Sendable {
    /// The claim.
    public let claim: Claim
    /// The verdict on it.
    public let verdict: Verdict
    /// The step of the scale, or the label.
    public let ruling: Ruling

    /// The day of the last change that readers saw; nil for a draft.
    public var lastChanged: CalendarDate? {
        guard let published = verdict.published?.value else { return nil }
        return max(published, verdict.updated?.value ?? published)
    }
}
