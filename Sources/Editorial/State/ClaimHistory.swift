import Digests

/// What a journal's events come to: a fold over its lines, which looks at nothing else.
package struct ClaimHistory: Hashable, Sendable {
    /// Who has the claim.
    package internal(set) var assignee: String?
    /// When they got it.
    package internal(set) var assigned: JournalTime?
    /// The text that reviewers were last asked to look at.
    package internal(set) var submission: Submission?
    /// The latest sign-off of each reviewer, in the order in which they were given.
    package internal(set) var signOffs: [SignOff] = []
    /// The wishes for changes that stand, in the order in which they were made.
    package internal(set) var changeRequests: [ChangeRequest] = []
    /// All texts that were put before readers, oldest first.
    package internal(set) var publications: [Publication] = []
    /// What readers have now.
    package internal(set) var standing = Standing.unpublished
    /// Whether it was reopened since readers last got something.
    package internal(set) var isReopened = false
    /// Why it was reopened; nil when it was not since readers last got something.
    package internal(set) var reopening: Reopening?
    /// Who was asked for a reply, in the order of asking.
    package internal(set) var replies: [ReplyRecord] = []
    /// When something last happened to it that is more than a remark or a reply.
    package internal(set) var lastChange: JournalTime?
    /// The lines whose events were not possible when they came, with the reason; they have no effect.
    package internal(set) var refusals: [Int: Refusal] = [:]

    /// Folds the lines of a journal that count.
    /// - Parameter signatures: those of the lines; every line counts, and none as signed, where they are not given.
    package init(_ lines: some Sequence<JournalLine>, _ signatures: JournalSignatures? = nil) {
        for (index, line) in lines.enumerated() where signatures?.counts(index) ?? true {
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

    /// The state of the claim.
    /// - Parameters:
    ///   - now: the digest of the text in the files; nil when there is no verdict.
    ///   - isEnough: whether these sign-offs of the text suffice.
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

    /// The text that a reviewer last signed off or wanted changed.
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

    /// Sign-offs are of one round of review: the next one begins without any.
    mutating func startOver() {
        for signOff in signOffs { formerReviews[signOff.reviewer] = signOff.digest }
        forgetChangeRequests { _ in true }
        signOffs = []
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
