import Digests
import Newsroom

/// One claim at the desk: its current text and its history.
///
/// A class, as records are, because a desk holds thousands.
package final class DeskClaim: Sendable {
    /// The claim.
    package let claim: Claim
    /// The verdict in the files; nil if there is none.
    package let verdict: Verdict?
    /// The digest of the current text, in the canonical form that the journal names, or else the current form. Nil
    /// without a verdict, and for an empty journal unless `alwaysReadsText`.
    package let digest: Digest?
    /// The canonical form in which the files match the last published text, retracted or not; nil if they differ.
    package let shownForm: JudgedText.Format?
    /// The publication that first had the current words; later ones may repeat them in another form. Nil if nothing
    /// was published.
    let wordsPublication: Publication?
    /// The claim's journal.
    package let journal: Journal
    /// The signatures of the journal's lines.
    package let signatures: JournalSignatures
    /// What was renamed in the newsroom.
    let names: FormerIDs
    /// The history that the journal folds to, with the present ids of people and rulings.
    package let history: ClaimHistory
    /// The claim's state.
    package let state: ClaimState
    /// The suitable reviewers who have not signed off the current text; nil until it has all required sign-offs.
    private let undecided: Set<String>?

    /// Combines a claim, its verdict and its journal.
    /// - Parameters:
    ///   - signatures: the results for the journal's lines; nil counts all as unverified.
    ///   - alwaysReadsText: whether to make the text even for an empty journal.
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
        names = newsroom.formerIDs
        let history = ClaimHistory(journal.lines, signatures, newsroom.formerIDs)
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

    /// Whether to hide a sign-off's ruling and note from someone.
    ///
    /// Reviewers vote independently: until all votes are in, each sees the others' only after their own. Then all
    /// see them who have no vote left, because they settle what comes next. Published rulings are never hidden.
    package func hidesRuling(ofSignOffBy reviewer: String, from viewer: String?) -> Bool {
        guard reviewer != viewer, let digest, history.signOffs.contains(where: { $0.reviewer == reviewer })
        else {
            return false
        }
        if let undecided { return viewer.map(undecided.contains) ?? false }
        return !history.signOffs(of: digest).contains { $0.reviewer == viewer }
    }

    /// The reviewers whose sign-offs of a text do not count.
    func uncountedSignOffs(of digest: Digest) -> [String] {
        journal.lines.enumerated().compactMap { index, line in
            line.event.kind == .signedOff && line.event.digest == digest && !signatures.counts(index)
                ? names.current(.record(.profile), line.author) : nil
        }
    }

    /// The claim with its digest, which the desk leaves out for claims with an empty journal.
    package func withText(in newsroom: Newsroom) -> DeskClaim {
        DeskClaim(claim, journal, in: newsroom, signatures)
    }

    /// The claim after a line that was just written, and verified if signed.
    package func appending(_ line: JournalLine, in newsroom: Newsroom) -> DeskClaim {
        let signatures = signatures.appending(line.signature == nil ? .none : .verified)
        return DeskClaim(claim, journal.appending(line), in: newsroom, signatures)
    }

    /// The claim's state on a day, under a policy's mode.
    ///
    /// In simple mode, a verdict is published on its day whatever its journal says; before that, the journal
    /// decides.
    package func state(on today: CalendarDate, in mode: PolicySettings.Mode) -> ClaimState {
        guard mode == .simple else { return state }
        if let day = verdict?.written.published?.value, day <= today { return .published }
        switch state {
        case .published, .needsAnotherLook, .retracted: return .draft
        default: return state
        }
    }

    /// The current text in the form that has this digest; nil if no form has.
    func text(of digest: Digest, in newsroom: Newsroom) -> JudgedText? {
        JudgedText.Format.allCases.reversed().lazy
            .compactMap { JudgedText(on: self.claim, in: newsroom, as: $0) }
            .first { $0.digest == digest }
    }

    /// Whether the files differ from the published text.
    package var hasChangedSincePublication: Bool {
        history.standing.publication != nil && shownForm == nil
    }
}

/// The current text in each canonical form, made when asked for.
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

    /// The form in which the files have a digest; nil if none.
    ///
    /// Tries the current form first, which nearly always fits.
    func form(of digest: Digest) -> JudgedText.Format? {
        if digest == current { return .current }
        return JudgedText.Format.allCases.first { format in
            format != .current
                && JudgedText(on: claim, verdict, in: newsroom, as: format).digest == digest
        }
    }

    /// The earliest in the last run of publications with the current words, in any form.
    func firstOfSameWords(_ publications: [Publication]) -> Publication? {
        var first = publications.last
        for earlier in publications.dropLast().reversed() {
            guard first?.correction == nil, form(of: earlier.digest) != nil else { break }
            first = earlier
        }
        return first
    }

    /// The digest in the form that the journal named last, or in the current form if it names none.
    func digest(asNamedIn history: ClaimHistory) -> Digest {
        let named = [history.submission?.digest, history.lastShown?.digest].compactMap(\.self)
        return named.contains(current) ? current : named.first { form(of: $0) != nil } ?? current
    }
}

extension ClaimHistory {
    /// The last publication, retracted or not.
    var lastShown: Publication? { standing.publication ?? standing.retraction?.earlier }
}
