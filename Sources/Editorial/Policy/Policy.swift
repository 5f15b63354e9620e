import Digests
import Newsroom

/// A newsroom's policy, applied: who may review a verdict, and what keeps a text from its readers.
///
///     let obstacles = Policy(newsroom).obstacles(to: claim, at: now)
///     guard obstacles.isEmpty else { throw DeskRefusal.obstacles(obstacles) }
package struct Policy: Sendable {
    let newsroom: Newsroom
    private var settings: PolicySettings { newsroom.settings.policy }
    /// The way rulings are published: by journal, or by day.
    var mode: PolicySettings.Mode { settings.mode }

    /// The people who publish and correct.
    var publishers: PolicySettings.Right { settings.publish }

    /// Applies the policy in a newsroom's settings.
    package init(_ newsroom: Newsroom) { self.newsroom = newsroom }

    /// The reason why someone may not review a verdict; nil if they may.
    package func unsuitability(of reviewer: String, for verdict: Verdict) -> Unsuitability? {
        if verdict.authors.contains(where: { $0.value == reviewer }) { return .isAuthor }
        guard newsroom.profiles[reviewer]?.role != nil else { return .isNoReviewer }
        let claimants = newsroom.claim(of: verdict)?.claimants ?? []
        let organisations = newsroom.organisations(of: reviewer)
        return claimants.first { claimant in
            newsroom.relation(of: reviewer, to: claimant.value) != nil
                || !organisations.isDisjoint(with: newsroom.organisations(of: claimant.value))
        }
        .map { .isAffiliated(with: $0.value) }
    }

    /// The reason why someone is no judge of a claim, whatever they do: they made it, or belong to who did. Nil if they may.
    package func conflict(of person: String, on claim: Claim) -> Unsuitability? {
        claim.claimants.first { newsroom.relation(of: person, to: $0.value) != nil }
            .map { .isAffiliated(with: $0.value) }
    }

    /// Whether these sign-offs approve a verdict's text.
    func isEnough(_ signOffs: [SignOff], for verdict: Verdict) -> Bool {
        approvalObstacles(signOffs, verdict).isEmpty
    }

    /// The suitable reviewers who have not signed off a text; nil until it has the number of sign-offs that the
    /// policy asks for.
    func undecided(_ digest: Digest, _ history: ClaimHistory, _ verdict: Verdict) -> Set<String>? {
        let signed = Set(history.signOffs(of: digest).map(\.reviewer)).filter {
            unsuitability(of: $0, for: verdict) == nil
        }
        guard !signed.isEmpty, signed.count >= settings.signOffs else { return nil }
        let others = newsroom.profiles.lazy.filter { $0.role != nil && !signed.contains($0.id) }.map(\.id)
        return Set(others.filter { unsuitability(of: $0, for: verdict) == nil })
    }

    /// All obstacles between a claim's current text and its readers; empty if it may be published.
    /// - Parameter time: the time of publication; nil if no claimant's time to answer has run out yet.
    package func obstacles(to claim: DeskClaim, at time: JournalTime? = nil) -> [Obstacle] {
        guard let verdict = claim.verdict else { return [.noVerdict] }
        // The digest is nil if no journal names a text, so nothing was submitted.
        guard let digest = claim.digest else { return [.notSubmitted] }
        let history = claim.history
        var obstacles: [Obstacle] = claim.journal.isSound ? [] : [.brokenJournal]
        if newsroom.ruling(of: verdict) == nil { obstacles.append(.unknownRuling(verdict.ruling.value)) }
        if history.submission?.digest != digest { obstacles.append(.notSubmitted) }
        obstacles += history.changeRequests.map { .changesRequested(by: $0.reviewer, note: $0.note) }
        let signOffs = history.signOffs(of: digest)
        obstacles += history.signOffs.filter { $0.digest != digest }.map {
            .staleSignOff(by: $0.reviewer)
        }
        obstacles += approvalObstacles(signOffs, verdict)
        obstacles += claim.uncountedSignOffs(of: digest).map { .unsigned(by: $0) }
        obstacles += replyObstacles(verdict, history, time)
        return obstacles + lineageObstacles(verdict)
    }

    /// The organisation that someone reviews for: an organisation's own id, or a person's first affiliation, if any.
    func organisation(of reviewer: String) -> String {
        guard let profile = newsroom.profiles[reviewer], profile.profileKind == .person else {
            return reviewer
        }
        return profile.affiliations.first?.value ?? reviewer
    }

    func approvalObstacles(_ signOffs: [SignOff], _ verdict: Verdict) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        var suitable: [SignOff] = []
        for signOff in signOffs {
            if let why = unsuitability(of: signOff.reviewer, for: verdict) {
                obstacles.append(.reviewer(signOff.reviewer, why))
            } else {
                suitable.append(signOff)
            }
        }
        if suitable.count < settings.signOffs {
            obstacles.append(.signOffs(found: suitable.count, needed: settings.signOffs))
        }
        let organisations = Set(suitable.map { organisation(of: $0.reviewer) }).sorted()
        if settings.organisations > 1, organisations.count < settings.organisations {
            obstacles.append(.organisations(found: organisations, needed: settings.organisations))
        }
        // Votes are counted once all are in: an earlier count would tell a reviewer what the others think.
        let isComplete = !suitable.isEmpty && suitable.count >= settings.signOffs
        let agreeing = suitable.count { $0.ruling == verdict.ruling.value }
        let isCarried =
            settings.votes == .majority ? agreeing * 2 > suitable.count : agreeing == suitable.count
        if isComplete, !isCarried {
            obstacles.append(
                .votes(agreeing: agreeing, all: suitable.count, ruling: verdict.ruling.value)
            )
        }
        return obstacles
    }

    /// Claimants without an answer, who were not asked or still have time.
    ///
    /// A request counts in the journal and in the verdict alike. Only requests to claimants count, because asking
    /// somebody else about them is no right of reply.
    private func replyObstacles(_ verdict: Verdict, _ history: ClaimHistory, _ now: JournalTime?)
        -> [Obstacle]
    {
        guard settings.rightOfReply, let claim = newsroom.claim(of: verdict) else { return [] }
        let answered = Set(
            history.replies.filter { $0.received != nil }.map(\.profile)
                + verdict.written.replies.filter { $0.answered != nil }.map(\.from.value)
        )
        var unasked: [String] = []
        var waiting: [Obstacle] = []
        for claimant in claim.claimants.map(\.value) where !answered.contains(claimant) {
            let times = history.replies.filter { $0.profile == claimant }.compactMap {
                $0.asked?.secondsSinceEpoch
            }
            // The verdict gives a day without an hour, so the time to answer starts at the day's end.
            let days = verdict.written.replies.filter { $0.from.value == claimant }.compactMap { reply in
                reply.asked?.value.daysSinceEpoch.map { ($0 + 1) * 86_400 }
            }
            guard let asked = (times + days).min() else {
                unasked.append(claimant)
                continue
            }
            guard settings.replyHours > 0,
                let end = JournalTime(secondsSinceEpoch: asked + settings.replyHours * 3600)
            else { continue }
            if now.map({ $0 < end }) ?? true { waiting.append(.replyTime(of: claimant, until: end)) }
        }
        return (unasked.isEmpty ? [] : [.rightOfReply(of: unasked)]) + waiting
    }

    /// The obstacle of the rule `single-lineage`: too few independent documents, evidence given as context aside.
    /// Exempt are rulings that are labels, and verdicts with a stated reason.
    private func lineageObstacles(_ verdict: Verdict) -> [Obstacle] {
        guard settings.minimumLineages > 1, newsroom.ruling(of: verdict)?.number != nil,
            verdict.singleLineageReason == nil
        else { return [] }
        let pieces = verdict.evidence.filter { $0.stance != .context }.map(\.reference)
        let found = Lineage(newsroom).independentCount(of: pieces)
        return found < settings.minimumLineages
            ? [.lineages(found: found, needed: settings.minimumLineages)] : []
    }
}
