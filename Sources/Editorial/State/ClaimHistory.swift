import Digests
import Newsroom

/// A claim's history: a fold over the lines of its journal, and a function of nothing else.
///
///     let history = ClaimHistory(journal.lines, signatures)
///     if let publication = history.standing.publication { print(publication.ruling) }
package struct ClaimHistory: Hashable, Sendable {
    /// The profile id of the person who has the claim.
    package internal(set) var assignee: String?
    /// The time of the last assignment.
    package internal(set) var assigned: JournalTime?
    /// The last submission for review; nil after publication, retraction or reopening.
    package internal(set) var submission: Submission?
    /// The sign-offs of this round of review: each reviewer's latest, in order of time.
    package internal(set) var signOffs: [SignOff] = []
    /// The open requests for changes, in order of time.
    package internal(set) var changeRequests: [ChangeRequest] = []
    /// All publications, oldest first.
    package internal(set) var publications: [Publication] = []
    /// The page that readers have now: none, a verdict or a tombstone.
    package internal(set) var standing = Standing.unpublished
    /// Whether the claim was reopened since the last publication or retraction.
    package internal(set) var isReopened = false
    /// The last reopening; nil unless `isReopened`.
    package internal(set) var reopening: Reopening?
    /// The reviewers who were asked in this round of review, each with the last request, in order of time.
    package internal(set) var reviewRequests: [ReviewRequest] = []
    /// The requests for a reply and their answers, in order of asking.
    package internal(set) var replies: [ReplyRecord] = []
    /// The time of the last event other than remarks and replies.
    package internal(set) var lastChange: JournalTime?
    /// The events that were impossible in their state, by index of their line; they have no effect.
    package internal(set) var refusals: [Int: Refusal] = [:]

    /// Folds the lines of a journal.
    /// - Parameter signatures: the signatures of the lines, which decide which lines count; nil counts all lines,
    ///   none as signed.
    /// - Parameter names: what was renamed since; people and rulings have their present ids in the history.
    package init(
        _ lines: some Sequence<JournalLine>,
        _ signatures: JournalSignatures? = nil,
        _ names: FormerIDs = .none
    ) {
        for (index, written) in lines.enumerated() where signatures?.counts(index) ?? true {
            let line = names.isEmpty ? written : written.named(names.current)
            let now = line.event.digest ?? submission?.digest ?? standing.publication?.digest
            let state = state(now: now) { _ in true }
            if let refusal = EventTable.refusal(of: line.event.kind, in: state, standing)
                ?? line.event.content.mismatch(with: self)
            {
                refusals[index] = refusal
            } else {
                line.event.content.apply(
                    to: &self,
                    line,
                    isSigned: signatures?.isVerified(index) ?? false
                )
                if line.event.kind.changesClaim { lastChange = line.time }
            }
        }
    }

    /// The claim's state, for a text.
    /// - Parameters:
    ///   - now: the digest of the text in the files; nil without a verdict.
    ///   - isEnough: whether these sign-offs approve the text.
    package func state(now: Digest?, isEnough: ([SignOff]) -> Bool) -> ClaimState {
        if !isReopened {
            if case .retracted = standing { return .retracted }
            if let publication = standing.publication, publication.digest == now { return .published }
        }
        let wasPublished = standing != .unpublished
        guard let now else {
            return wasPublished ? .needsAnotherLook : assignee == nil ? .unassigned : .assigned
        }
        guard submission?.digest == now else { return wasPublished ? .needsAnotherLook : .draft }
        if !changeRequests.isEmpty { return .changesRequested }
        return isEnough(signOffs(of: now)) ? .approved : .inReview
    }

    /// The sign-offs of one text.
    package func signOffs(of digest: Digest) -> [SignOff] { signOffs.filter { $0.digest == digest } }

    /// The digest of the text that a reviewer last signed off or wanted changed, in any round.
    package func lastSeen(by reviewer: String) -> Digest? {
        let seen =
            signOffs.filter { $0.reviewer == reviewer }.map { ($0.time, $0.digest) }
            + changeRequests.filter { $0.reviewer == reviewer }.map { ($0.time, $0.digest) }
        return seen.max { $0.0 < $1.0 }?.1 ?? formerReviews[reviewer]
    }

    private var formerReviews: [String: Digest] = [:]
}

// What events do to a history.
extension ClaimHistory {
    /// Puts a text before readers.
    mutating func publish(
        _ digest: Digest,
        _ ruling: String,
        _ line: JournalLine,
        correction: Correction? = nil,
        adoption: Adoption? = nil
    ) {
        let publication = Publication(
            digest: digest,
            ruling: ruling,
            time: line.time,
            author: line.author,
            signOffs: signOffs(of: digest),
            correction: correction,
            adoption: adoption
        )
        publications.append(publication)
        standing = .published(publication)
        startOver()
    }

    /// Ends a round of review: the next one begins without sign-offs.
    mutating func startOver() {
        for signOff in signOffs { formerReviews[signOff.reviewer] = signOff.digest }
        forgetChangeRequests { _ in true }
        signOffs = []
        reviewRequests = []
        submission = nil
        isReopened = false
        reopening = nil
    }

    /// Forgets what a reviewer said of earlier texts, before they say something else.
    mutating func forgetReviews(by reviewer: String) {
        forgetChangeRequests { $0.reviewer == reviewer }
        signOffs.removeAll { $0.reviewer == reviewer }
    }

    mutating func forgetChangeRequests(where isForgotten: (ChangeRequest) -> Bool) {
        for request in changeRequests where isForgotten(request) {
            formerReviews[request.reviewer] = request.digest
        }
        changeRequests.removeAll(where: isForgotten)
    }
}
