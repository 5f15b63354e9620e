import Diagnostics
import Newsroom

/// The state of every claim: who has it, since when, and what blocks it.
package struct StatusReport: Sendable {
    /// One claim's row. A class, because sorting thousands moves references only.
    package final class Row: Sendable {
        /// The claim's id.
        package let claim: String
        /// The claim's statement.
        package let statement: String
        /// The claim's state.
        package let state: ClaimState
        /// The assignee, or else the verdict's first author.
        package let person: String?
        /// The start of the state: a time from the journal, or the day of a verdict that is published by day.
        package let since: String?
        /// The reviewers who have signed off the current text.
        package let reviewers: [String]
        /// Whether the day for another look at the verdict has passed.
        package let isOverdue: Bool
        /// The obstacles between the current text and its readers; empty if readers see it.
        package let obstacles: [Obstacle]
        /// What has to happen next, and who has to do it.
        package let next: NextStep
        /// The people who have to do with the claim so far: its authors, who has it, who submitted it, and who asked for a
        /// review.
        package let involved: Set<String>

        init(
            _ claim: DeskClaim,
            _ policy: Policy,
            _ today: CalendarDate,
            at time: JournalTime?,
            _ reviewers: inout ReviewerList
        ) {
            self.claim = claim.claim.id
            statement = claim.claim.statement.value
            state = claim.state(on: today, in: policy.mode)
            person = claim.history.assignee ?? claim.verdict?.authors.first?.value
            let day =
                policy.mode == .simple && state == .published ? claim.verdict?.written.published?.value : nil
            since = day.map { "\($0)" } ?? claim.history.lastChange?.description
            self.reviewers = claim.digest.map { claim.history.signOffs(of: $0).map(\.reviewer) } ?? []
            isOverdue = claim.verdict?.reviewBy.map { $0.value < today } ?? false
            obstacles =
                switch state {
                case _ where !claim.journal.isSound: [.brokenJournal]
                case .published, .retracted, .unassigned, .assigned: []
                case _ where policy.mode == .simple:
                    [.notPublishedYet(claim.verdict?.written.published.map { "\($0.value)" })]
                default: policy.obstacles(to: claim, at: JournalTime(startOf: today))
                }
            next = NextStep(claim, state, policy, &reviewers, at: time, isOverdue: isOverdue)
            let history = claim.history
            involved = Set(
                (claim.verdict?.authors.map(\.value) ?? []) + history.reviewRequests.map(\.by)
                    + [history.assignee, history.submission?.author].compactMap(\.self)
            )
        }
    }

    /// All claims: overdue ones first, then by urgency of the state, then by id.
    package let rows: [Row]
    /// The pages that somebody should look at.
    package let notices: [AddressNotice]

    /// Makes the report of a day.
    /// - Parameter now: the time, for claimants who may still answer; the start of the day if nil.
    package init(_ desk: Desk, _ newsroom: Newsroom, today: CalendarDate, at now: JournalTime? = nil) {
        let policy = Policy(newsroom)
        var reviewers = ReviewerList(newsroom)
        let time = now ?? JournalTime(startOf: today)
        notices = newsroom.addressNotices
        let order = Dictionary(uniqueKeysWithValues: Self.order.enumerated().map { ($0.element, $0.offset) })
        rows = desk.claims.values.map { Row($0, policy, today, at: time, &reviewers) }.sorted { left, right in
            let first = (left.isOverdue ? 0 : 1, order[left.state] ?? 0)
            let second = (right.isOverdue ? 0 : 1, order[right.state] ?? 0)
            return first == second ? left.claim < right.claim : first < second
        }
    }

    /// The states, most urgent first.
    private static let order: [ClaimState] = [
        .needsAnotherLook, .changesRequested, .approved, .inReview, .draft, .assigned, .unassigned,
        .published,
        .retracted,
    ]

    /// The report as a table for a terminal, with the number of claims in each state below it.
    package var lines: [String] {
        let cells = rows.map { row in
            [
                row.claim, row.isOverdue ? "\(row.state.words), overdue" : row.state.words, row.person ?? "-",
                row.since.map { "\($0.prefix(10))" } ?? "-", row.next.words,
                row.obstacles.map(\.description).joined(separator: "; "),
            ]
        }
        let table = [["CLAIM", "STATE", "WHO", "SINCE", "WHO IS NEXT", "WHAT BLOCKS IT"]] + cells
        let widths = (0..<5).map { column in table.map { $0[column].count }.max() ?? 0 }
        let lines = table.map { row in
            let padded = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return (padded + [row[5]]).joined(separator: "  ").trimmedAtEnd
        }
        let counts = ClaimState.allCases.compactMap { state -> String? in
            let count = rows.count { $0.state == state }
            return count == 0 ? nil : "\(count) \(state.words)"
        }
        let claims = "\(rows.count) \(rows.count == 1 ? "claim" : "claims")"
        return lines + [counts.isEmpty ? claims : "\(claims): \(counts.joined(separator: ", "))"]
            + noticeLines
    }

    /// The pages that somebody should look at, below a line of their own.
    private var noticeLines: [String] {
        guard !notices.isEmpty else { return [] }
        return ["", "PAGES THAT NEED ANOTHER LOOK"]
            + notices.map { notice in
                notice.words
                    + (notice.claims.isEmpty ? "" : " (claims: \(notice.claims.joined(separator: ", ")))")
            }
    }

    /// The report as JSON.
    package var json: String {
        let claims = rows.map(\.json)
        let pages = notices.map { notice -> JSONValue in
            [
                "record": .string("\(notice.document.captured)"),
                "condition": .string(notice.state.condition.rawValue),
                "since": .string((notice.state.changedSince ?? notice.state.since).seconds),
                "gone": .strings(notice.state.last.drift?.gone ?? []), "claims": .strings(notice.claims),
            ]
        }
        return JSONValue.object(["claims": .array(claims), "pages": .array(pages)]).text(.pretty)
    }
}

extension StatusReport.Row {
    /// The row as JSON.
    var json: JSONValue {
        .object([
            "claim": .string(claim), "statement": .string(statement),
            "state": .string(state.rawValue), "who": person.map(JSONValue.string),
            "since": since.map(JSONValue.string),
            "signed_off": .strings(reviewers),
            "overdue": .bool(isOverdue),
            "next": .object([
                "action": .string(next.action.rawValue), "who": .strings(next.people),
                "any_of_them": .bool(next.isShared),
                "until": next.until.map { .string($0.description) },
            ]),
            "blocked_by": .strings(obstacles.map(\.description)),
        ])
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
