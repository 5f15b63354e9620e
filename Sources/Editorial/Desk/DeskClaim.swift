import Digests
import Newsroom

/// All that the desk knows of one claim: what is written now, and what happened so far.
///
/// An object that never changes, as records are: a desk holds thousands.
public final class DeskClaim: Sendable {
    /// The claim.
    public let claim: Claim
    /// The verdict as it is in the files.
    public let verdict: Verdict?
    /// The digest of what a reviewer would judge now; nil without a verdict, or when nothing was ever written into
    /// the journal. (`JudgedText` makes the text itself.)
    public let digest: Digest?
    /// The journal.
    public let journal: Journal
    /// What the journal comes to.
    public let history: ClaimHistory
    /// Where the claim stands.
    public let state: ClaimState
    /// Who may review the verdict and has not signed off the text as it is; nil until as many have as the policy asks for.
    private let undecided: Set<String>?

    /// Puts together what there is on a claim.
    /// - Parameter alwaysReadsText: whether the text is read although no journal names one.
    public init(_ claim: Claim, _ journal: Journal, in newsroom: Newsroom, alwaysReadsText: Bool = true) {
        self.claim = claim
        self.journal = journal
        verdict = newsroom.verdict(on: claim)
        let history = ClaimHistory(journal.lines)
        self.history = history
        guard let verdict else {
            digest = nil
            undecided = nil
            state = history.state(now: nil) { _ in false }
            return
        }
        guard alwaysReadsText || !journal.lines.isEmpty else {
            digest = nil
            undecided = nil
            state = .draft
            return
        }
        let digest = JudgedText(on: claim, in: newsroom)?.digest
        self.digest = digest
        state = history.state(now: digest) { Policy(newsroom).isEnough($0, for: verdict) }
        undecided = digest.flatMap { Policy(newsroom).undecided($0, history, verdict) }
    }

    /// Whether a sign-off's ruling, and what was said with it, is kept from someone.
    ///
    /// Reviewers come to their rulings by themselves: before all votes have come in, each sees the others' when their own is in.
    /// Afterwards everybody does who does not have a vote left to give, because they have to settle what comes next. What has
    /// been published is no secret.
    public func hidesRuling(ofSignOffBy reviewer: String, from viewer: String?) -> Bool {
        guard reviewer != viewer, let digest, history.signOffs.contains(where: { $0.reviewer == reviewer })
        else {
            return false
        }
        if let undecided { return viewer.map(undecided.contains) ?? false }
        return !history.signOffs(of: digest).contains { $0.reviewer == viewer }
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
        return digest != publication.digest
    }
}
