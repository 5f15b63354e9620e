import Diagnostics
import Editorial
import Newsroom

/// The maker of the board's cards from a newsroom's files and journals.
///
/// In newsroom mode the journal decides a claim's column. In simple mode the verdict's days do: with a day it
/// is published, and needs another look when its day of review has passed; without a day it is a draft,
/// unless its journal says more; without a verdict the claim is unassigned.
struct BoardBuilder {
    let newsroom: Newsroom
    let desk: Desk
    let today: CalendarDate
    private let policy: Policy
    private let errors: [String: [Diagnostic]]
    /// What became of the pages of a claim's evidence, by the claim's id.
    private let notices: [String: [String]]

    /// - Parameter findings: errors in the files of a claim block it.
    init(_ newsroom: Newsroom, _ desk: Desk, today: CalendarDate, findings: [Diagnostic]) {
        self.newsroom = newsroom
        self.desk = desk
        self.today = today
        policy = Policy(newsroom)
        let all = Set(findings + desk.diagnostics).sorted().filter { $0.severity == .error }
        errors = Dictionary(grouping: all) { $0.span?.file ?? "" }
        notices = newsroom.addressNotices.reduce(into: [:]) { notices, notice in
            for claim in notice.claims { notices[claim, default: []].append(notice.words) }
        }
    }

    /// A card for every claim.
    var cards: [BoardCard] {
        newsroom.claims.map { claim in
            guard let deskClaim = desk.claims[claim.id] else { return card(claim) }
            if newsroom.settings.policy.mode == .newsroom { return card(deskClaim) }
            let isPublished = deskClaim.state(on: today, in: .simple) == .published
            return deskClaim.journal.lines.isEmpty || isPublished ? card(claim) : card(deskClaim)
        }
    }

    /// The card of a claim without a journal.
    private func card(_ claim: Claim) -> BoardCard {
        let blockers = blockers(in: files(of: claim))
        guard let verdict = newsroom.verdict(on: claim) else {
            return BoardCard(
                id: claim.id,
                title: claim.statement.value,
                column: .unassigned,
                people: [],
                since: nil,
                blockers: blockers,
                isOverdue: false
            )
        }
        let publication = newsroom.publication(of: verdict)
        let published = publication.published?.value
        let isPublished = published.map { $0 <= today } ?? false
        let changes = notices[claim.id] ?? []
        let isOverdue = isPublished && isReviewOverdue(verdict)
        let waiting = published.map { $0 > today ? ["waits for \($0)"] : [] } ?? []
        return BoardCard(
            id: claim.id,
            title: verdict.title.value,
            column: isOverdue || isPublished && !changes.isEmpty
                ? .needsAnotherLook : isPublished ? .published : .draft,
            people: (isPublished ? verdict.authors + publication.reviewers : verdict.authors).map(\.value),
            since: isOverdue ? verdict.reviewBy?.value : isPublished ? published : nil,
            blockers: waiting + changes + blockers,
            isOverdue: isOverdue
        )
    }

    /// The card of a claim with a journal.
    private func card(_ claim: DeskClaim) -> BoardCard {
        let isOverdue = claim.verdict.map(isReviewOverdue) ?? false
        let changes = notices[claim.claim.id] ?? []
        let isOpen = claim.state == .published && (isOverdue || !changes.isEmpty)
        let column = isOpen ? .needsAnotherLook : BoardColumn(claim.state)
        let since =
            isOverdue
            ? claim.verdict?.reviewBy?.value
            : claim.history.lastChange?.day(in: newsroom.settings.timeZone)
        return BoardCard(
            id: claim.claim.id,
            title: claim.verdict?.title.value ?? claim.claim.statement.value,
            column: column,
            people: people(with: claim),
            since: since,
            blockers: obstacles(to: claim, in: column) + changes + blockers(in: files(of: claim.claim)),
            isOverdue: isOverdue
        )
    }

    /// The reasons why a claim cannot move on. An overdue published ruling needs a look, but no new sign-off.
    private func obstacles(to claim: DeskClaim, in column: BoardColumn) -> [String] {
        if claim.state == .published, column.isOpen { return ["nobody has looked at it again yet"] }
        guard column.isOpen, claim.verdict != nil else { return [] }
        return policy.obstacles(to: claim, at: JournalTime(startOf: today)).map { obstacle in
            obstacle.text { newsroom.profiles[$0]?.name.value ?? "`\($0)`" }
        }
    }

    /// The people with a claim: whoever it was assigned to, else its authors, and then reviewers who have
    /// voted.
    private func people(with claim: DeskClaim) -> [String] {
        let owners = claim.history.assignee.map { [$0] } ?? claim.verdict?.authors.map(\.value) ?? []
        let reviewers = claim.history.changeRequests.map(\.reviewer) + claim.history.signOffs.map(\.reviewer)
        return (owners + reviewers).reduce(into: []) { people, person in
            if !people.contains(person) { people.append(person) }
        }
    }

    private func isReviewOverdue(_ verdict: Verdict) -> Bool {
        verdict.reviewBy.map { $0.value < today } ?? false
    }

    private func files(of claim: Claim) -> [String] {
        [claim.file.path] + (newsroom.verdict(on: claim).map { [$0.file.path] } ?? []) + [
            Journal.path(of: claim.id)
        ]
    }

    private func blockers(in files: [String]) -> [String] {
        files.flatMap { errors[$0] ?? [] }.map { error in
            "\(error.message) (\(error.span.map { "\($0.file):\($0.line)" } ?? ""))"
        }
    }
}

extension BoardColumn {
    /// The column of a claim's state.
    init(_ state: ClaimState) {
        switch state {
        case .unassigned: self = .unassigned
        case .assigned: self = .assigned
        case .draft: self = .draft
        case .inReview: self = .inReview
        case .changesRequested: self = .changesRequested
        case .approved: self = .approved
        case .published: self = .published
        case .needsAnotherLook: self = .needsAnotherLook
        case .retracted: self = .retracted
        }
    }
}
