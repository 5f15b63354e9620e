import Digests
import Newsroom

/// An action on a claim, before the desk has accepted it.
package enum DeskAction: Hashable, Sendable {
    /// Assigns the claim to someone.
    case assign(to: String, note: String?)
    /// Asks a reviewer to review the text.
    case ask(String, note: String?)
    /// Submits the current text for review.
    case submit(note: String?)
    /// Signs the current text off, with the reviewer's own ruling.
    case approve(ruling: String, note: String?)
    /// Requests changes to the current text.
    case requestChanges(note: String)
    /// Adds a remark, on a passage of the text if one is named.
    case comment(note: String, on: Passage? = nil)
    /// Records the publication that came before the journal.
    case adopt(note: String?)
    /// Publishes the current text without a notice: for the first time, or after a change that needs none.
    case publish
    /// Publishes the current text in the place of an earlier one, with a notice for readers.
    case correct(Correction.Kind, note: String)
    /// Retracts the published verdict.
    case retract(reason: String)
    /// Reopens a published or retracted claim.
    case reopen(reason: String)
    /// Records that someone was asked for a reply.
    case askReply(of: String, note: String?)
    /// Records that a reply came.
    case receiveReply(from: String, note: String?)
    /// Gives the claim another id.
    case rename(to: String, note: String?)

    /// The kind of event that the action becomes.
    package var kind: JournalEvent.Kind {
        switch self {
        case .assign: .assigned
        case .ask: .asked
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
        case .rename: .renamed
        }
    }
}

/// A reason why the desk refused an action.
package enum DeskRefusal: Error, Hashable, Sendable {
    /// The action is impossible in this state, or for this person.
    case refused(Refusal)
    /// The policy asks for more.
    case obstacles([Obstacle])
    /// The text changes what readers were told, in these places, so it needs a correction.
    case correctionNeeded(claim: String, [TextDifference])
    /// The text is the one that is published.
    case nothingToCorrect
}

extension DeskRefusal: CustomStringConvertible {
    /// The reason and the advice, with a line for each obstacle or difference.
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
    /// The event that an action becomes.
    /// - Parameters:
    ///   - author: the profile id of the person who acts.
    ///   - earlier: the last published text; nil if there is none.
    ///   - time: the time of the event.
    /// - Throws: a refusal if the table of events, the policy or the note forbids it.
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
        if let refusal = policy.refusal(of: action.kind, by: author) { throw .refused(refusal) }
        if action.kind == .published || action.kind == .corrected {
            // The policy comes first, because it names every obstacle, and the table of events just one.
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
        case .assign(let profile, let note):
            if let conflict = policy.conflict(of: profile, on: claim) {
                throw .refused(
                    Refusal("`\(profile)` \(conflict)", help: "give the claim to someone else")
                )
            }
            return .assigned(to: profile, note: note)
        case .ask(let profile, let note):
            guard let verdict else { throw Self.noVerdict }
            if let why = policy.unsuitability(of: profile, for: verdict) {
                throw .refused(Refusal("`\(profile)` \(why)", help: "ask someone else"))
            }
            if let digest, history.signOffs(of: digest).contains(where: { $0.reviewer == profile }) {
                throw .refused(Refusal("`\(profile)` has signed this text off already"))
            }
            return .asked(profile, note: note)
        case .comment(let note, let passage):
            if let passage {
                guard let text = JudgedText(on: claim, in: policy.newsroom) else { throw Self.noVerdict }
                if let refusal = passage.refusal(in: text) { throw .refused(refusal) }
            }
            return .commented(note: note, on: passage)
        case .reopen(let reason): return .reopened(note: reason)
        case .askReply(let profile, let note): return .replyAsked(from: profile, note: note)
        case .receiveReply(let profile, let note): return .replyReceived(from: profile, note: note)
        case .rename(let id, let note): return .renamed(from: claim.id, to: id, note: note)
        case .retract(let reason):
            guard let publication = history.standing.publication else { throw Self.noVerdict }
            return .retracted(publication.digest, ruling: publication.ruling, note: reason)
        case .submit(let note):
            // New submissions are in the current form, even if the published text is in an earlier one.
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

    /// The publication that the verdict's file declares, from the time before journals.
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

    /// The event that publishes a text, if the notice for readers fits what has changed.
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
        // A correction of the reasoning alone is optional, but allowed.
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
    /// A refusal if a reviewer's ruling is not on the scale, or if all have to agree and it is not the verdict's;
    /// nil otherwise.
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
    /// Whether readers see a tombstone, the page of a retracted verdict.
    var isRetracted: Bool { standing.retraction != nil }
}
