import Newsroom

/// All that the desk knows of one claim: what is written now, and what happened so far.
public struct DeskClaim: Sendable {
    /// The claim.
    public let claim: Claim
    /// The verdict as it is in the files.
    public let verdict: Verdict?
    /// What a reviewer would judge now; nil without a verdict, or when nothing was ever written into the journal.
    public let text: JudgedText?
    /// The journal.
    public let journal: Journal
    /// What the journal comes to.
    public let history: ClaimHistory
    /// Where the claim stands.
    public let state: ClaimState

    /// Puts together what there is on a claim.
    /// - Parameter alwaysReadsText: whether the text's digest is made although no journal names one.
    public init(_ claim: Claim, _ journal: Journal, in newsroom: Newsroom, alwaysReadsText: Bool = true) {
        self.claim = claim
        self.journal = journal
        verdict = newsroom.verdict(on: claim)
        history = ClaimHistory(journal.lines)
        guard let verdict else {
            text = nil
            state = history.state(now: nil) { _ in false }
            return
        }
        guard alwaysReadsText || !journal.lines.isEmpty else {
            text = nil
            state = .draft
            return
        }
        let text = JudgedText(verdict, in: newsroom)
        self.text = text
        state = history.state(now: text?.digest) { Policy(newsroom).isEnough($0, for: verdict) }
    }

    /// Where the claim stands on a day, as far as its newsroom goes by journals.
    ///
    /// In simple mode a verdict is published by its day, whatever its journal says; before that day the journal tells
    /// how far it is.
    public func state(on today: CalendarDate, in mode: PolicySettings.Mode) -> ClaimState {
        guard mode == .simple else { return state }
        if let day = verdict?.published?.value, day <= today { return .published }
        switch state {
        case .published, .needsAnotherLook, .retracted: return .draft
        default: return state
        }
    }

    /// Whether what readers were given is not what the files say now.
    public var hasChangedSincePublication: Bool {
        guard let publication = history.standing.publication else { return false }
        return text?.digest != publication.digest
    }
}
