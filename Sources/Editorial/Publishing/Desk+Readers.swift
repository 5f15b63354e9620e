import Diagnostics
import Newsroom

extension Desk {
    /// The newsroom as readers get it: a verdict's days, reviewers and replies are those of its journal.
    ///
    /// A verdict that was not published, was retracted, or is not the text that was published, is a draft.
    public func newsroomForReaders(_ newsroom: Newsroom) -> Newsroom {
        newsroom.replacing(
            newsroom.verdicts.map { verdict in
                guard let claim = claims[verdict.claim.value], claim.verdict?.id == verdict.id else {
                    return Verdict(
                        verdict,
                        published: nil,
                        updated: verdict.updated,
                        reviewers: verdict.reviewers,
                        replies: verdict.replies
                    )
                }
                return claim.verdictForReaders(verdict)
            }
        )
    }

    /// What the house rules about journals find: rules that `assay check` and `assay build` apply.
    public func findings(_ newsroom: Newsroom) -> [Diagnostic] {
        let policy = Policy(newsroom)
        return claims.values.flatMap { claim -> [Diagnostic] in
            guard let verdict = claim.verdict, claim.journal.isSound else { return [] }
            return claim.adoptionFindings(verdict) + claim.changeFindings(verdict)
                + claim.staleFindings(verdict)
                + claim.approvalFindings(verdict, policy)
        }
        .sorted()
    }
}

extension DeskClaim {
    fileprivate func verdictForReaders(_ verdict: Verdict) -> Verdict {
        let replies = verdict.replies + repliesInJournal(besides: verdict)
        guard let first = history.publications.first, let publication = history.standing.publication,
            journal.isSound, !hasChangedSincePublication
        else {
            return Verdict(
                verdict,
                published: nil,
                updated: verdict.updated,
                reviewers: verdict.reviewers,
                replies: replies
            )
        }
        let place = verdict.published?.range ?? verdict.ruling.range
        let reviewers = verdict.reviewers.first?.range ?? place
        return Verdict(
            verdict,
            published: Located(first.day, at: place),
            updated: publication.digest == first.digest
                ? publication.adoption?.updated.map { Located($0, at: place) }
                : Located(publication.time.day, at: verdict.updated?.range ?? place),
            reviewers: publication.reviewers.map { Located($0, at: reviewers) },
            replies: replies
        )
    }

    /// The verdict as readers would get it, were its text published on a day; nil without one.
    public func verdictAsPublished(on day: CalendarDate) -> Verdict? {
        guard let verdict else { return nil }
        let place = verdict.published?.range ?? verdict.ruling.range
        let first = history.publications.first?.day
        let signOffs = digest.map { history.signOffs(of: $0) } ?? []
        return Verdict(
            verdict,
            published: first.map { Located($0, at: place) } ?? verdict.published ?? Located(day, at: place),
            updated: first == nil ? verdict.updated : Located(day, at: verdict.updated?.range ?? place),
            reviewers: verdict.reviewers
                + signOffs.map { Located($0.reviewer, at: verdict.reviewers.first?.range ?? place) },
            replies: verdict.replies + repliesInJournal(besides: verdict)
        )
    }

    private func repliesInJournal(besides verdict: Verdict) -> [Reply] {
        let known = Set(verdict.replies.map(\.from.value))
        let place = verdict.ruling.range
        return history.replies.filter { !known.contains($0.profile) }.map { reply in
            Reply(
                from: Located(reply.profile, at: place),
                asked: reply.asked.map { Located($0.day, at: place) },
                answered: reply.received.map { Located($0.day, at: place) },
                note: reply.note
            )
        }
    }

    fileprivate func changeFindings(_ verdict: Verdict) -> [Diagnostic] {
        guard let publication = history.standing.publication, hasChangedSincePublication else { return [] }
        return [
            JournalRule.changedAfterPublication.diagnostic(
                "this is not the text that was published on \(publication.time.day), and nobody has published it since",
                at: verdict.file.span(verdict.ruling.range),
                claim: claim.id,
                labels: publicationLine.map { [Diagnostic.Label(journal.span(ofLine: $0), "published here")] }
                    ?? []
            )
        ]
    }

    fileprivate func staleFindings(_ verdict: Verdict) -> [Diagnostic] {
        guard let digest else { return [] }
        return history.signOffs.filter { $0.digest != digest }.map { signOff in
            JournalRule.staleSignOff.diagnostic(
                "`\(signOff.reviewer)` signed off another text on \(signOff.time.day); it changed since",
                at: verdict.file.span(verdict.ruling.range),
                claim: claim.id,
                severity: .warning
            )
        }
    }

    fileprivate func approvalFindings(_ verdict: Verdict, _ policy: Policy) -> [Diagnostic] {
        guard let publication = history.standing.publication, !hasChangedSincePublication,
            let line = publicationLine
        else { return [] }
        // What readers had before is not what the desk lets through: it is said once, and stops nothing.
        if let adoption = publication.adoption {
            return [
                JournalRule.adoptedWithoutReview.diagnostic(
                    "this was published on \(adoption.published), before its journal began, and nobody has signed it off",
                    at: journal.span(ofLine: line),
                    claim: claim.id,
                    severity: .note
                )
            ]
        }
        return policy.approvalObstacles(publication.signOffs, verdict).map { obstacle in
            JournalRule.publishedWithoutApproval.diagnostic(
                "this was published without what the policy asks for: \(obstacle)",
                at: journal.span(ofLine: line),
                claim: claim.id
            )
        }
    }

    /// The line that put before readers what they see.
    private var publicationLine: Int? {
        journal.lines.lastIndex { $0.event.kind.putsBeforeReaders }
    }
}
