import Diagnostics
import Newsroom

extension Desk {
    /// The newsroom as readers see it: the journal decides each verdict's days, reviewers and replies.
    ///
    /// A verdict that is unpublished, retracted, or differs from its published text is a draft.
    package func newsroomForReaders(_ newsroom: Newsroom) -> Newsroom {
        newsroom.replacing(publications: publications(of: newsroom.verdicts, in: newsroom))
    }

    /// What readers are told of the publication of verdicts, by the verdicts' ids.
    package func publications(of verdicts: some Sequence<Verdict>, in newsroom: Newsroom)
        -> [String: VerdictPublication]
    {
        let zone = newsroom.settings.timeZone
        let publications = verdicts.map { verdict -> (String, VerdictPublication) in
            let claim = claims[verdict.claim.value].flatMap { $0.verdict?.id == verdict.id ? $0 : nil }
            return (verdict.id, claim?.publication(of: verdict, zone) ?? verdict.written.asDraft())
        }
        return Dictionary(publications) { first, _ in first }
    }

    /// The findings of the rules about journals, for `assay check` and `assay build`.
    /// - Parameter ids: the only claims that they are about; nil for all.
    package func findings(_ newsroom: Newsroom, of ids: Set<String>? = nil) -> [Diagnostic] {
        let policy = Policy(newsroom)
        let chosen = ids.map { $0.compactMap { claims[$0] } } ?? Array(claims.values)
        return chosen.flatMap { claim -> [Diagnostic] in
            guard claim.journal.isSound else { return [] }
            let zone = newsroom.settings.timeZone
            guard let verdict = claim.verdict else { return claim.lossFindings(zone) }
            return claim.adoptionFindings(verdict, zone) + claim.changeFindings(verdict, zone)
                + claim.staleFindings(verdict, zone) + claim.approvalFindings(verdict, policy)
                + claim.rightFindings(verdict, policy) + claim.formFindings(verdict)
                + claim.nameFindings(verdict, newsroom)
        }
        .sorted()
    }
}

extension DeskClaim {
    /// What the journal says of a verdict's publication.
    /// - Parameter isApproved: whether its words are those that were published; by default whether its file's are.
    func publication(
        of verdict: Verdict,
        _ zone: NewsroomTimeZone,
        isApproved: Bool? = nil
    ) -> VerdictPublication {
        let written = verdict.written
        let replies = written.replies + repliesInJournal(besides: verdict, zone)
        guard let first = history.publications.first, let publication = history.standing.publication,
            let words = wordsPublication, journal.isSound, isApproved ?? !hasChangedSincePublication
        else {
            return written.asDraft(with: replies, isRetracted: history.standing.retraction != nil)
        }
        let place = written.published?.range ?? verdict.ruling.range
        let reviewers = written.reviewers.first?.range ?? place
        return VerdictPublication(
            published: Located(first.day(in: zone), at: place),
            updated: words.digest == first.digest
                ? first.adoption?.updated.map { Located($0, at: place) }
                : Located(words.time.day(in: zone), at: written.updated?.range ?? place),
            reviewers: publication.reviewers.map { Located($0, at: reviewers) },
            replies: replies
        )
    }

    /// What readers would be told of a verdict's publication, were its text published on a day.
    /// - Parameter zone: the newsroom's, for what happened before.
    package func publication(
        of verdict: Verdict,
        asPublishedOn day: CalendarDate,
        _ zone: NewsroomTimeZone
    ) -> VerdictPublication {
        let written = verdict.written
        let place = written.published?.range ?? verdict.ruling.range
        let first = history.publications.first?.day(in: zone)
        let signOffs = digest.map { history.signOffs(of: $0) } ?? []
        return VerdictPublication(
            published: first.map { Located($0, at: place) } ?? written.published ?? Located(day, at: place),
            updated: first == nil ? written.updated : Located(day, at: written.updated?.range ?? place),
            reviewers: written.reviewers
                + signOffs.map { Located($0.reviewer, at: written.reviewers.first?.range ?? place) },
            replies: written.replies + repliesInJournal(besides: verdict, zone)
        )
    }

    private func repliesInJournal(besides verdict: Verdict, _ zone: NewsroomTimeZone) -> [Reply] {
        let known = Set(verdict.written.replies.map(\.from.value))
        let place = verdict.ruling.range
        return history.replies.filter { !known.contains($0.profile) }.map { reply in
            Reply(
                from: Located(reply.profile, at: place),
                asked: reply.asked.map { Located($0.day(in: zone), at: place) },
                answered: reply.received.map { Located($0.day(in: zone), at: place) },
                note: reply.note
            )
        }
    }

    fileprivate func changeFindings(_ verdict: Verdict, _ zone: NewsroomTimeZone) -> [Diagnostic] {
        guard let change = changeSinceLastShown(zone) else { return [] }
        let labels = changeLine.map { [Diagnostic.Label(journal.span(ofLine: $0.line), $0.words)] } ?? []
        return [
            RuleID.changedAfterPublication.diagnostic(
                change,
                at: verdict.file.span(verdict.ruling.range),
                claim: claim.id,
                labels: labels
            )
        ]
    }

    /// Findings if a claim's verdict was published and is gone from the files.
    fileprivate func lossFindings(_ zone: NewsroomTimeZone) -> [Diagnostic] {
        guard let publication = history.standing.publication else { return [] }
        return [
            RuleID.changedAfterPublication.diagnostic(
                "the verdict that was published on \(publication.day(in: zone)) is not in the files, or cannot be read",
                at: claim.file.span(claim.statement.range),
                claim: claim.id,
                labels: publicationLine.map { [Diagnostic.Label(journal.span(ofLine: $0), "published here")] }
                    ?? []
            )
        ]
    }

    /// A sentence on how the files differ from the last published text; nil if they do not.
    private func changeSinceLastShown(_ zone: NewsroomTimeZone) -> String? {
        switch history.standing {
        case .unpublished: nil
        case .published(let publication):
            hasChangedSincePublication
                ? "this is not the text that was published on \(publication.day(in: zone)), and nobody has published it since"
                : nil
        case .retracted(let retraction):
            // A reopened claim is work in progress, and readers keep seeing the approved text.
            shownForm != nil || history.isReopened
                ? nil
                : "this is not the text that was taken back on \(retraction.time.day(in: zone)); put it back, or `assay reopen` the claim to write another"
        }
    }

    fileprivate func staleFindings(_ verdict: Verdict, _ zone: NewsroomTimeZone) -> [Diagnostic] {
        guard let digest else { return [] }
        return history.signOffs.filter { $0.digest != digest }.map { signOff in
            RuleID.staleSignOff.diagnostic(
                "`\(signOff.reviewer)` signed off another text on \(signOff.time.day(in: zone)); it changed since",
                at: verdict.file.span(verdict.ruling.range),
                claim: claim.id
            )
        }
    }

    /// Findings if the published text has an earlier form, which leaves out much that readers see.
    fileprivate func formFindings(_ verdict: Verdict) -> [Diagnostic] {
        guard let shownForm, shownForm != .current, history.standing.publication != nil, !history.isReopened
        else { return [] }
        return [
            RuleID.earlierForm.diagnostic(
                "this was approved as `\(shownForm.rawValue)`, in which what a source is, who people are and the words around quotes can change without anyone noticing",
                at: verdict.file.span(verdict.ruling.range),
                claim: claim.id
            )
        ]
    }

    /// Findings if a reviewer's name differs from the one at sign-off.
    fileprivate func nameFindings(_ verdict: Verdict, _ newsroom: Newsroom) -> [Diagnostic] {
        guard let publication = history.standing.publication, !history.isReopened else { return [] }
        return publication.signOffs.compactMap { signOff in
            guard let then = signOff.name, let profile = newsroom.profiles[signOff.reviewer],
                profile.name.value != then
            else { return nil }
            return RuleID.renamedReviewer.diagnostic(
                "`\(signOff.reviewer)` signed `\(claim.id)` off as \(then), and its page names \(profile.name.value)",
                at: profile.file.span(profile.name.range),
                claim: claim.id
            )
        }
    }

    fileprivate func approvalFindings(_ verdict: Verdict, _ policy: Policy) -> [Diagnostic] {
        guard let publication = history.standing.publication, !hasChangedSincePublication,
            let line = publicationLine
        else { return [] }
        // An adopted publication passed no review here: one finding says so, and it stops nothing.
        if let adoption = publication.adoption {
            return [
                RuleID.adoptedWithoutReview.diagnostic(
                    "this was published on \(adoption.published), before its journal began, and nobody has signed it off",
                    at: journal.span(ofLine: line),
                    claim: claim.id
                )
            ]
        }
        return policy.approvalObstacles(publication.signOffs, verdict).map { obstacle in
            RuleID.publishedWithoutApproval.diagnostic(
                "this was published without what the policy asks for: \(obstacle)",
                at: journal.span(ofLine: line),
                claim: claim.id
            )
        }
    }

    /// The line that last changed what readers see, with words for it.
    private var changeLine: (line: Int, words: String)? {
        guard history.standing.retraction != nil else {
            return publicationLine.map { ($0, "published here") }
        }
        return journal.lines.indices.last { index in
            signatures.counts(index) && journal.lines[index].event.kind == .retracted
        }
        .map { ($0, "taken back here") }
    }

    /// The index of the line that published what readers see.
    private var publicationLine: Int? {
        journal.lines.indices.last { index in
            signatures.counts(index) && journal.lines[index].event.kind.putsBeforeReaders
        }
    }
}

extension VerdictPublication {
    /// The same of a verdict that readers do not see.
    fileprivate func asDraft(with replies: [Reply]? = nil, isRetracted: Bool = false) -> VerdictPublication {
        VerdictPublication(
            published: nil,
            updated: updated,
            reviewers: reviewers,
            replies: replies ?? self.replies,
            isRetracted: isRetracted
        )
    }
}
