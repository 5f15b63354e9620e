import Digests
import Newsroom

/// What someone at the desk wants to do with a claim.
package enum DeskAction: Hashable, Sendable {
    /// Give the claim to someone.
    case assign(to: String, note: String?)
    /// Ask for a review of the text as it is.
    case submit(note: String?)
    /// Sign the text off, with one's own ruling.
    case approve(ruling: String, note: String?)
    /// Ask for changes.
    case requestChanges(note: String)
    /// Remark on it.
    case comment(note: String)
    /// Take into the journal what readers had before it began.
    case adopt(note: String?)
    /// Put the text before readers.
    case publish
    /// Put the text before readers in the place of an earlier one, and tell them.
    case correct(Correction.Kind, note: String)
    /// Take back what readers see.
    case retract(reason: String)
    /// Look again at what was published or retracted.
    case reopen(reason: String)
    /// Note that someone was asked for a reply.
    case askReply(of: String, note: String?)
    /// Note that a reply came.
    case receiveReply(from: String, note: String?)

    /// The event that it leads to.
    package var kind: JournalEvent.Kind {
        switch self {
        case .assign: .assigned
        case .submit: .submitted
        case .approve: .signedOff
        case .requestChanges: .changesRequested
        case .comment: .commented
        case .adopt: .adopted
        case .publish: .published
        case .correct: .corrected
        case .retract: .retracted
        case .reopen: .reopened
        case .askReply: .replyAsked
        case .receiveReply: .replyReceived
        }
    }
}

/// Why an action was not carried out.
package enum DeskRefusal: Error, Hashable, Sendable {
    /// It is not possible, or not this person's to do.
    case refused(Refusal)
    /// The policy asks for more.
    case obstacles([Obstacle])
    /// Readers have to be told of these differences in the ruling on a claim.
    case correctionNeeded(claim: String, [TextDifference])
    /// The text is the one that was published last.
    case nothingToCorrect
}

extension DeskRefusal: CustomStringConvertible {
    /// Why, and what to do; with a line for each thing that is missing.
    package var description: String {
        switch self {
        case .refused(let refusal): refusal.description
        case .obstacles(let obstacles):
            "the policy does not let this be published yet:\n"
                + obstacles.map { "  - \($0)" }.joined(separator: "\n")
        case .correctionNeeded(let claim, let differences):
            Self.correctionNeeded(claim, differences.filter(\.needsCorrection).map(\.place))
        case .nothingToCorrect:
            "this is the text that readers saw last, so there is nothing to tell them; `assay publish` publishes it again"
        }
    }
}

extension DeskRefusal {
    private static func correctionNeeded(_ claim: String, _ places: [String]) -> String {
        let reason =
            places.isEmpty
            ? "the ruling was retracted, and readers have to be told why it is back"
            : "readers saw another text, and have to be told of these differences:\n"
                + places.map { "  - \($0)" }.joined(separator: "\n")
        let kinds = Correction.Kind.allCases.map(\.rawValue).joined(separator: "|")
        return reason
            + "\npublish it with: assay correct \(claim) --kind \(kinds) --note \"A sentence for readers.\""
    }
}

extension DeskClaim {
    /// The event that an action leads to.
    /// - Parameters:
    ///   - author: the profile of who acts.
    ///   - earlier: the text that was published last, if any was.
    ///   - time: when.
    package func event(
        for action: DeskAction,
        by author: String,
        in newsroom: Newsroom,
        earlier: JudgedText?,
        at time: JournalTime
    ) throws(DeskRefusal) -> JournalEvent {
        guard newsroom.profiles[author]?.role != nil else {
            throw .refused(
                Refusal(
                    "`\(author)` does not work here",
                    help: "the profile of who does has `role: reviewer`, `desk` or `staff`"
                )
            )
        }
        let policy = Policy(newsroom)
        if action.kind == .published || action.kind == .corrected {
            // Of all that blocks a publication the table names one thing; the policy names each.
            let obstacles = policy.obstacles(to: self, at: time)
            if state == .inReview || state == .approved, !obstacles.isEmpty { throw .obstacles(obstacles) }
        }
        if let refusal = EventTable.refusal(of: action.kind, in: state, history.standing) {
            throw .refused(refusal)
        }
        return try possibleEvent(for: action, by: author, policy, earlier)
    }

    private func possibleEvent(
        for action: DeskAction,
        by author: String,
        _ policy: Policy,
        _ earlier: JudgedText?
    ) throws(DeskRefusal) -> JournalEvent {
        switch action {
        case .assign(let profile, let note): return .assigned(to: profile, note: note)
        case .comment(let note): return .commented(note: note)
        case .reopen(let reason): return .reopened(note: reason)
        case .askReply(let profile, let note): return .replyAsked(from: profile, note: note)
        case .receiveReply(let profile, let note): return .replyReceived(from: profile, note: note)
        case .retract(let reason):
            guard let publication = history.standing.publication else { throw Self.noVerdict }
            return .retracted(publication.digest, ruling: publication.ruling, note: reason)
        case .submit(let note):
            // What is submitted now is in the current form, whatever readers were given before.
            guard let text = JudgedText(on: claim, in: policy.newsroom) else { throw Self.noVerdict }
            return .submitted(text.digest, note: note)
        case .requestChanges(let note):
            return .changesRequested(try reviewed(by: author, policy).digest, note: note)
        case .approve(let ruling, let note):
            let (digest, verdict) = try reviewed(by: author, policy)
            try check(ruling, of: verdict, policy)
            return .signedOff(digest, ruling: ruling, note: note)
        case .adopt(let note): return .adopted(try adoption(note))
        case .publish: return try publication(nil, policy, earlier)
        case .correct(let kind, let note): return try publication((kind, note), policy, earlier)
        }
    }

    private static let noVerdict = DeskRefusal.refused(Refusal("there is no verdict on this claim"))

    private func judged() throws(DeskRefusal) -> (digest: Digest, verdict: Verdict) {
        guard let digest, let verdict else { throw Self.noVerdict }
        return (digest, verdict)
    }

    private func reviewed(
        by author: String,
        _ policy: Policy
    ) throws(DeskRefusal) -> (digest: Digest, verdict: Verdict) {
        let judged = try judged()
        if let why = policy.unsuitability(of: author, for: judged.verdict) {
            throw .refused(Refusal("`\(author)` \(why)", help: "let someone else review it"))
        }
        return judged
    }

    private func check(_ ruling: String, of verdict: Verdict, _ policy: Policy) throws(DeskRefusal) {
        if let refusal = policy.refusal(of: ruling, for: verdict) { throw .refused(refusal) }
    }

    /// What the verdict's file says of its publication, by which it was published so far.
    private func adoption(_ note: String?) throws(DeskRefusal) -> Adoption {
        let (digest, verdict) = try judged()
        guard let day = verdict.written.published?.value else {
            throw .refused(
                Refusal(
                    "the verdict has no day in `published`, so readers do not have it",
                    help: "`assay submit` it"
                )
            )
        }
        let reviewers = verdict.written.reviewers.map(\.value).joined(separator: ", ")
        return Adoption(
            digest: digest,
            ruling: verdict.ruling.value,
            published: day,
            updated: verdict.written.updated?.value,
            reviewers: reviewers.isEmpty ? nil : reviewers,
            note: note
        )
    }

    /// The event that puts the text before readers, if what they are told about it is what they have to be told.
    private func publication(
        _ correction: (kind: Correction.Kind, note: String)?,
        _ policy: Policy,
        _ earlier: JudgedText?
    ) throws(DeskRefusal) -> JournalEvent {
        let (digest, verdict) = try judged()
        let ruling = verdict.ruling.value
        guard let last = history.publications.last else { return .published(digest, ruling: ruling) }
        let differences = earlier.map { TextDifference.all(from: $0, to: claim, in: policy.newsroom) } ?? []
        let isNeeded = differences.contains(where: \.needsCorrection) || history.isRetracted
        guard let correction else {
            if isNeeded { throw .correctionNeeded(claim: claim.id, differences) }
            return .published(digest, ruling: ruling)
        }
        // Whoever changes the reasoning alone may tell readers, too.
        guard isNeeded || digest != last.digest else { throw .nothingToCorrect }
        return .corrected(
            Correction(
                kind: correction.kind,
                digest: digest,
                ruling: ruling,
                earlier: last.digest,
                note: correction.note
            )
        )
    }
}

extension Policy {
    /// Why a reviewer's ruling cannot be recorded.
    func refusal(of ruling: String, for verdict: Verdict) -> Refusal? {
        let scale = newsroom.settings.scale
        guard scale.ruling(ruling) != nil else {
            let known = scale.all.map { "`\($0.id)`" }.joined(separator: ", ")
            return Refusal("there is no ruling `\(ruling)`", help: "the scale has \(known)")
        }
        guard newsroom.settings.policy.votes == .majority || ruling == verdict.ruling.value else {
            return Refusal(
                "the verdict's ruling is `\(verdict.ruling.value)`, and yours is `\(ruling)`",
                help:
                    "`--request-changes` says why; with `votes: majority` in the policy dissent would be recorded"
            )
        }
        return nil
    }
}

extension ClaimHistory {
    /// Whether readers see a tombstone.
    var isRetracted: Bool { standing.retraction != nil }
}
