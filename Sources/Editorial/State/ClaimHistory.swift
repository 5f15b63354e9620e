import Digests

/// A claim's history: a fold over the lines of its journal, and a function of nothing else.
///
///     let history = ClaimHistory(journal.lines, signatures)
///     if let publication = history.standing.publication { print(publication.ruling) }
package struct ClaimHistory: Hashable, Sendable {
    /// The profile id of the person who has the claim.
    package private(set) var assignee: String?
    /// The time of the last assignment.
    package private(set) var assigned: JournalTime?
    /// The last submission for review; nil after publication, retraction or reopening.
    package private(set) var submission: Submission?
    /// The sign-offs of this round of review: each reviewer's latest, in order of time.
    package private(set) var signOffs: [SignOff] = []
    /// The open requests for changes, in order of time.
    package private(set) var changeRequests: [ChangeRequest] = []
    /// All publications, oldest first.
    package private(set) var publications: [Publication] = []
    /// The page that readers have now: none, a verdict or a tombstone.
    package private(set) var standing = Standing.unpublished
    /// Whether the claim was reopened since the last publication or retraction.
    package private(set) var isReopened = false
    /// The last reopening; nil unless `isReopened`.
    package private(set) var reopening: Reopening?
    /// The requests for a reply and their answers, in order of asking.
    package private(set) var replies: [ReplyRecord] = []
    /// The time of the last event other than remarks and replies.
    package private(set) var lastChange: JournalTime?
    /// The events that were impossible in their state, by index of their line; they have no effect.
    package private(set) var refusals: [Int: Refusal] = [:]

    /// Folds the lines of a journal.
    /// - Parameter signatures: the signatures of the lines, which decide which lines count; nil counts all lines,
    ///   none as signed.
    package init(_ lines: some Sequence<JournalLine>, _ signatures: JournalSignatures? = nil) {
        for (index, line) in lines.enumerated() where signatures?.counts(index) ?? true {
            let now = line.event.digest ?? submission?.digest ?? standing.publication?.digest
            let state = state(now: now) { _ in true }
            if let refusal = EventTable.refusal(of: line.event.kind, in: state, standing)
                ?? mismatch(line.event)
            {
                refusals[index] = refusal
            } else {
                apply(line, isSigned: signatures?.isVerified(index) ?? false)
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

    private mutating func apply(_ line: JournalLine, isSigned: Bool) {
        switch line.event {
        case .assigned(let profile, _):
            assignee = profile
            assigned = line.time
        case .submitted(let digest, _):
            forgetChangeRequests { _ in true }
            submission = Submission(digest: digest, author: line.author, time: line.time)
        case .signedOff(let digest, let ruling, let note):
            forgetChangeRequests { $0.reviewer == line.author }
            signOffs.removeAll { $0.reviewer == line.author }
            signOffs.append(
                SignOff(
                    reviewer: line.author,
                    name: line.name,
                    digest: digest,
                    ruling: ruling,
                    time: line.time,
                    isSigned: isSigned,
                    note: note
                )
            )
        case .changesRequested(let digest, let note):
            forgetChangeRequests { $0.reviewer == line.author }
            signOffs.removeAll { $0.reviewer == line.author }
            changeRequests.append(
                ChangeRequest(reviewer: line.author, digest: digest, time: line.time, note: note)
            )
        case .commented: break
        case .adopted(let adoption):
            publish(adoption.digest, adoption.ruling, line, correction: nil, adoption)
        case .published(let digest, let ruling): publish(digest, ruling, line, correction: nil)
        case .corrected(let correction):
            publish(correction.digest, correction.ruling, line, correction: correction)
        case .retracted(_, _, let reason):
            if let publication = standing.publication {
                standing = .retracted(
                    Retraction(earlier: publication, time: line.time, author: line.author, reason: reason)
                )
            }
            startOver()
        case .reopened(let note):
            startOver()
            isReopened = true
            reopening = Reopening(time: line.time, author: line.author, reason: note)
        case .replyAsked(let profile, let note):
            replies.append(ReplyRecord(profile: profile, asked: line.time, received: nil, note: note))
        case .replyReceived(let profile, let note): answer(profile, line.time, note)
        }
    }

    private mutating func publish(
        _ digest: Digest,
        _ ruling: String,
        _ line: JournalLine,
        correction: Correction?,
        _ adoption: Adoption? = nil
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
    private mutating func startOver() {
        for signOff in signOffs { formerReviews[signOff.reviewer] = signOff.digest }
        forgetChangeRequests { _ in true }
        signOffs = []
        submission = nil
        isReopened = false
        reopening = nil
    }

    private mutating func forgetChangeRequests(where isForgotten: (ChangeRequest) -> Bool) {
        for request in changeRequests where isForgotten(request) {
            formerReviews[request.reviewer] = request.digest
        }
        changeRequests.removeAll(where: isForgotten)
    }

    private mutating func answer(_ profile: String, _ time: JournalTime, _ note: String?) {
        let open = replies.lastIndex { $0.profile == profile && $0.received == nil }
        let asked = open.flatMap { replies[$0].asked }
        let record = ReplyRecord(profile: profile, asked: asked, received: time, note: note)
        if let open { replies[open] = record } else { replies.append(record) }
    }
}

extension ClaimHistory {
    /// A refusal if an event contradicts the history that it refers to; nil otherwise.
    private func mismatch(_ event: JournalEvent) -> Refusal? {
        switch event {
        case .corrected(let correction) where correction.earlier != publications.last?.digest:
            Refusal("it corrects a text that is not the one published last")
        case .adopted where submission != nil || !signOffs.isEmpty || !changeRequests.isEmpty:
            Refusal("its text was submitted for review", help: "go on with the review")
        case .retracted(let digest, _, _) where digest != standing.publication?.digest:
            Refusal("it takes back a text that is not the one that readers see")
        default: nil
        }
    }
}
