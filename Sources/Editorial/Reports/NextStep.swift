import Digests
import Newsroom

/// What has to happen next on a claim, and who has to do it.
///
///     let next = NextStep(claim, state, policy, &reviewers, at: now, isOverdue: false)
///     next.words  // bo or cy: review it
package struct NextStep: Hashable, Sendable {
    /// What has to be done.
    package enum Action: String, Hashable, Sendable, CaseIterable {
        /// Somebody is to work on the claim.
        case assign
        /// The verdict is to be written.
        case write
        /// The text is to be submitted for review.
        case submit
        /// The text is to be reviewed.
        case review
        /// The text is to be changed, because a reviewer or the policy wants it.
        case change
        /// The claimant is to be asked for a reply.
        case askReply = "ask-for-reply"
        /// The claimant may answer until a certain time.
        case waitForReply = "wait-for-reply"
        /// The text is to be published.
        case publish
        /// What readers see is to be looked at again, because its day has come.
        case lookAgain = "look-again"
        /// The journal is to be mended.
        case mend
        /// Nothing.
        case none
    }

    /// What has to be done.
    package let action: Action
    /// The profiles of who has to do it, in order; empty if it is anybody's.
    package let people: [String]
    /// Whether one of them is enough; otherwise each of them has to.
    package let isShared: Bool
    /// When the time to answer ends; nil for other steps.
    package let until: JournalTime?

    /// Nothing.
    static let nothing = NextStep(.none)

    init(_ action: Action, _ people: [String] = [], isShared: Bool = false, until: JournalTime? = nil) {
        self.action = action
        self.people = people
        self.isShared = isShared
        self.until = until
    }

    /// The step in words, with who has to do it: `bo or cy: review it`.
    package var words: String {
        guard action != .none else { return "-" }
        guard !people.isEmpty else { return "anybody: \(deed)" }
        let shown = people.prefix(4).joined(separator: isShared ? " or " : " and ")
        let rest = people.count > 4 ? " (and \(people.count - 4) more)" : ""
        return "\(shown)\(rest): \(deed)"
    }

    /// What has to be done, in words.
    package var deed: String {
        switch action {
        case .assign: "assign it"
        case .write: "write the verdict"
        case .submit: "submit it"
        case .review: "review it"
        case .change: "change the text"
        case .askReply: "ask the claimant for a reply"
        case .waitForReply: until.map { "may answer until \($0)" } ?? "may answer"
        case .publish: "publish it"
        case .lookAgain: "look at it again"
        case .mend: "mend its journal"
        case .none: "nothing"
        }
    }
}

extension NextStep {
    /// The next step on a claim.
    /// - Parameters:
    ///   - state: the claim's state under the newsroom's policy.
    ///   - reviewers: who may review which claim.
    ///   - time: the present, for claimants who may still answer.
    ///   - isOverdue: whether the day for another look has passed.
    init(
        _ claim: DeskClaim,
        _ state: ClaimState,
        _ policy: Policy,
        _ reviewers: inout ReviewerList,
        at time: JournalTime?,
        isOverdue: Bool
    ) {
        let authors = claim.peopleOfTheText(policy)
        switch state {
        case _ where !claim.journal.isSound: self.init(.mend)
        case .unassigned: self.init(.assign, reviewers.editors, isShared: true)
        case .assigned: self.init(.write, claim.history.assignee.map { [$0] } ?? [])
        case .draft where policy.mode == .simple: self.init(.publish, authors, isShared: true)
        case .draft, .needsAnotherLook: self.init(.submit, authors, isShared: true)
        case .changesRequested: self.init(.change, authors, isShared: true)
        case .inReview: self = Self.review(claim, authors, policy, &reviewers)
        case .approved: self = Self.publication(claim, authors, policy, reviewers, time)
        case .published where isOverdue: self.init(.lookAgain, authors, isShared: true)
        case .published, .retracted: self = .nothing
        }
    }

    /// The reviews that are missing: of those who were asked, or else of anybody who may.
    private static func review(
        _ claim: DeskClaim,
        _ authors: [String],
        _ policy: Policy,
        _ reviewers: inout ReviewerList
    ) -> NextStep {
        guard let verdict = claim.verdict, let digest = claim.digest else { return .nothing }
        let signed = Set(claim.history.signOffs(of: digest).map(\.reviewer))
        let able = reviewers.suitable(for: verdict, on: claim.claim).filter { !signed.contains($0) }
        let asked = claim.history.reviewRequests.map(\.reviewer).filter(able.contains)
        guard !asked.isEmpty else {
            return able.isEmpty
                ? NextStep(.change, authors, isShared: true) : NextStep(.review, able, isShared: true)
        }
        return NextStep(.review, asked.sorted())
    }

    /// What an approved text still needs, or its publication.
    private static func publication(
        _ claim: DeskClaim,
        _ authors: [String],
        _ policy: Policy,
        _ reviewers: ReviewerList,
        _ time: JournalTime?
    ) -> NextStep {
        for obstacle in policy.obstacles(to: claim, at: time) {
            switch obstacle {
            case .rightOfReply: return NextStep(.askReply, authors, isShared: true)
            case .replyTime(let claimant, let end): return NextStep(.waitForReply, [claimant], until: end)
            case .unsigned(let reviewer): return NextStep(.review, [reviewer])
            default: return NextStep(.change, authors, isShared: true)
            }
        }
        guard policy.publishers == .editors else {
            return NextStep(.publish, claim.history.submission.map { [$0.author] } ?? authors)
        }
        return NextStep(.publish, reviewers.editors, isShared: true)
    }
}

extension DeskClaim {
    /// Who changes and submits the text: the verdict's authors who work here, or else who has the claim.
    fileprivate func peopleOfTheText(_ policy: Policy) -> [String] {
        let authors = (verdict?.authors ?? []).map(\.value).filter {
            policy.newsroom.profiles[$0]?.role != nil
        }
        if !authors.isEmpty { return authors }
        return [history.assignee ?? history.submission?.author].compactMap(\.self)
    }
}

/// Who may review which claim, asked for thousands of claims.
struct ReviewerList {
    private let newsroom: Newsroom
    /// Everybody with a role, with all that they belong to.
    private let people: [(id: String, organisations: Set<String>)]
    /// The claimants that were asked for, with all that they belong to.
    private var claimants: [String: Set<String>] = [:]
    /// The editors, who assign and publish.
    let editors: [String]

    init(_ newsroom: Newsroom) {
        self.newsroom = newsroom
        people = newsroom.profiles.filter { $0.role != nil && $0.profileKind == .person }
            .map { ($0.id, newsroom.organisations(of: $0.id)) }.sorted { $0.0 < $1.0 }
        editors = newsroom.profiles.filter { $0.role == .desk && $0.profileKind == .person }.map(\.id)
            .sorted()
    }

    /// The people who may review a verdict, as `Policy.unsuitability` says it of each.
    mutating func suitable(for verdict: Verdict, on claim: Claim) -> [String] {
        let authors = Set(verdict.authors.map(\.value))
        let others = claim.claimants.map(\.value).map { ($0, organisations(of: $0)) }
        return people.compactMap { person in
            guard !authors.contains(person.id) else { return nil }
            let isBound = others.contains { claimant, organisations in
                claimant == person.id || person.organisations.contains(claimant)
                    || organisations.contains(person.id)
                    || !person.organisations.isDisjoint(with: organisations)
            }
            return isBound ? nil : person.id
        }
    }

    private mutating func organisations(of claimant: String) -> Set<String> {
        if let known = claimants[claimant] { return known }
        let found = newsroom.organisations(of: claimant)
        claimants[claimant] = found
        return found
    }
}
