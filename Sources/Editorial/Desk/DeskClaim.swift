import Digests
import Newsroom

/// All that the desk knows of one claim: what is written now, and what happened so far.
///
/// An object that never changes, as records are: a desk holds thousands.
package final class DeskClaim: Sendable {
    /// The claim.
    package let claim: Claim
    /// The verdict as it is in the files.
    package let verdict: Verdict?
    /// The digest of what a reviewer would judge now, in the form in which the journal names it, and else in the current
    /// one; nil without a verdict, or when nothing was ever written into the journal. (`JudgedText` makes the text itself.)
    package let digest: Digest?
    /// The form in which the files still say what readers were last given, taken back or not; nil when they do not.
    package let shownForm: JudgedText.Format?
    /// What put the words before readers that they see: an earlier publication than the last, when that one only gave the
    /// same words another form. Nil when nothing was published.
    let wordsPublication: Publication?
    /// The journal.
    package let journal: Journal
    /// The signatures of its lines.
    package let signatures: JournalSignatures
    /// What the journal comes to.
    package let history: ClaimHistory
    /// Where the claim stands.
    package let state: ClaimState
    /// Who may review the verdict and has not signed off the text as it is; nil until as many have as the policy asks for.
    private let undecided: Set<String>?

    /// Puts together what there is on a claim.
    /// - Parameters:
    ///   - alwaysReadsText: whether the text is read although no journal names one.
    ///   - signatures: those of the journal's lines; where they are not given, none counts as verified.
    package init(
        _ claim: Claim,
        _ journal: Journal,
        in newsroom: Newsroom,
        _ signatures: JournalSignatures? = nil,
        alwaysReadsText: Bool = true
    ) {
        self.claim = claim
        self.journal = journal
        let signatures =
            signatures ?? JournalSignatures(unverified: journal, newsroom.settings.policy.signatures)
        self.signatures = signatures
        verdict = newsroom.verdict(on: claim)
        let history = ClaimHistory(journal.lines, signatures)
        self.history = history
        guard let verdict else {
            digest = nil
            shownForm = nil
            wordsPublication = history.publications.last
            undecided = nil
            state = history.state(now: nil) { _ in false }
            return
        }
        guard alwaysReadsText || !journal.lines.isEmpty else {
            digest = nil
            shownForm = nil
            wordsPublication = nil
            undecided = nil
            state = .draft
            return
        }
        let texts = TextForms(claim, verdict, newsroom)
        let digest = texts.digest(asNamedIn: history)
        self.digest = digest
        shownForm = history.lastShown.flatMap { texts.form(of: $0.digest) }
        wordsPublication =
            shownForm == nil ? history.publications.last : texts.firstOfSameWords(history.publications)
        state = history.state(now: digest) { Policy(newsroom).isEnough($0, for: verdict) }
        undecided = Policy(newsroom).undecided(digest, history, verdict)
    }

    /// Whether a sign-off's ruling, and what was said with it, is kept from someone.
    ///
    /// Reviewers come to their rulings by themselves: before all votes have come in, each sees the others' when their own is in.
    /// Afterwards everybody does who does not have a vote left to give, because they have to settle what comes next. What has
    /// been published is no secret.
    package func hidesRuling(ofSignOffBy reviewer: String, from viewer: String?) -> Bool {
        guard reviewer != viewer, let digest, history.signOffs.contains(where: { $0.reviewer == reviewer })
        else {
            return false
        }
        if let undecided { return viewer.map(undecided.contains) ?? false }
        return !history.signOffs(of: digest).contains { $0.reviewer == viewer }
    }

    /// Who signed a text off in lines that do not count.
    func uncountedSignOffs(of digest: Digest) -> [String] {
        journal.lines.enumerated().compactMap { index, line in
            line.event.kind == .signedOff && line.event.digest == digest && !signatures.counts(index)
                ? line.author : nil
        }
    }

    /// The same claim with its text, which is read for the desk only where a journal names one.
    package func withText(in newsroom: Newsroom) -> DeskClaim {
        DeskClaim(claim, journal, in: newsroom, signatures)
    }

    /// The claim after a line that was written just now, and verified if it was signed.
    package func appending(_ line: JournalLine, in newsroom: Newsroom) -> DeskClaim {
        let signatures = signatures.appending(line.signature == nil ? .none : .verified)
        return DeskClaim(claim, journal.appending(line), in: newsroom, signatures)
    }

    /// Where the claim stands on a day, as far as its newsroom goes by journals.
    ///
    /// In simple mode a verdict is published by its day, whatever its journal says; before that day the journal tells
    /// how far it is.
    package func state(on today: CalendarDate, in mode: PolicySettings.Mode) -> ClaimState {
        guard mode == .simple else { return state }
        if let day = verdict?.written.published?.value, day <= today { return .published }
        switch state {
        case .published, .needsAnotherLook, .retracted: return .draft
        default: return state
        }
    }

    /// The text in the files, in the form in which it has a digest; nil when it has it in none.
    func text(of digest: Digest, in newsroom: Newsroom) -> JudgedText? {
        JudgedText.Format.allCases.reversed().lazy
            .compactMap { JudgedText(on: self.claim, in: newsroom, as: $0) }
            .first { $0.digest == digest }
    }

    /// Whether what readers were given is not what the files say now.
    package var hasChangedSincePublication: Bool {
        history.standing.publication != nil && shownForm == nil
    }
}

/// What the files say on a claim, in each form of judged text that somebody asks about.
private struct TextForms {
    private let claim: Claim
    private let verdict: Verdict
    private let newsroom: Newsroom
    private let current: Digest

    init(_ claim: Claim, _ verdict: Verdict, _ newsroom: Newsroom) {
        self.claim = claim
        self.verdict = verdict
        self.newsroom = newsroom
        current = JudgedText(on: claim, verdict, in: newsroom).digest
    }

    /// The form in which the files have a digest; nil when they have it in none.
    ///
    /// Nearly all texts are of the current form, and the others are not made for them.
    func form(of digest: Digest) -> JudgedText.Format? {
        if digest == current { return .current }
        return JudgedText.Format.allCases.first { format in
            format != .current
                && JudgedText(on: claim, verdict, in: newsroom, as: format).digest == digest
        }
    }

    /// The first of the last publications that are of the words in the files, in whatever form.
    func firstOfSameWords(_ publications: [Publication]) -> Publication? {
        var first = publications.last
        for earlier in publications.dropLast().reversed() {
            guard first?.correction == nil, form(of: earlier.digest) != nil else { break }
            first = earlier
        }
        return first
    }

    /// The digest in the form in which a journal names it last; in the current one when it names none of them.
    func digest(asNamedIn history: ClaimHistory) -> Digest {
        let named = [history.submission?.digest, history.lastShown?.digest].compactMap(\.self)
        return named.contains(current) ? current : named.first { form(of: $0) != nil } ?? current
    }
}

extension ClaimHistory {
    /// What readers were last given, taken back or not.
    var lastShown: Publication? { standing.publication ?? standing.retraction?.earlier }
}
