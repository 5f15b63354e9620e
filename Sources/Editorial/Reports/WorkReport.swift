import Diagnostics
import Newsroom

/// One person's work: their own next steps, those of others in claims of theirs, and the overdue ones.
///
///     let work = WorkReport(StatusReport(desk, newsroom, today: day), of: "mira")
///     print(work.lines.joined(separator: "\n"))
package struct WorkReport: Sendable {
    /// The profile id of the person.
    package let person: String
    /// The claims on which they have to act next, alone or as one of several.
    package let waitsForMe: [StatusReport.Row]
    /// The claims that they wrote, submitted or asked about, and on which others have to act.
    package let iWaitFor: [StatusReport.Row]
    /// The claims of theirs whose day for another look has passed.
    package let overdue: [StatusReport.Row]

    /// Picks a person's work from the state of all claims.
    package init(_ report: StatusReport, of person: String) {
        self.person = person
        waitsForMe = report.rows.filter { $0.next.people.contains(person) }
        iWaitFor = report.rows.filter { row in
            row.next.action != .none && row.involved.contains(person) && !row.next.people.contains(person)
        }
        overdue = report.rows.filter { $0.isOverdue && $0.involved.contains(person) }
    }

    /// The work as lines for a terminal.
    package var lines: [String] {
        guard !(waitsForMe.isEmpty && iWaitFor.isEmpty && overdue.isEmpty) else {
            return ["nothing waits for `\(person)`, and `\(person)` waits for nothing"]
        }
        return Self.section("WAITS FOR YOU", waitsForMe) { row in
            let others = row.next.people.filter { $0 != person }
            let alone = others.isEmpty || !row.next.isShared
            return row.next.deed + (alone ? "" : " (or \(others.prefix(4).joined(separator: ", ")))")
        }
            + Self.section("YOU WAIT FOR", iWaitFor) { $0.next.words }
            + Self.section("OVERDUE", overdue) { _ in "its day for another look has passed" }
    }

    private static func section(
        _ head: String,
        _ rows: [StatusReport.Row],
        _ words: (StatusReport.Row) -> String
    ) -> [String] {
        guard !rows.isEmpty else { return [] }
        let width = rows.map(\.claim.count).max() ?? 0
        let lines = rows.map { row in
            let pad = String(repeating: " ", count: width - row.claim.count)
            let since = row.since.map { ", since \($0.prefix(10))" } ?? ""
            return "  \(row.claim)\(pad)  \(words(row)) (\(row.state.words)\(since))"
        }
        return ["\(head): \(rows.count)"] + lines
    }

    /// The work as JSON.
    package var json: String {
        func list(_ rows: [StatusReport.Row]) -> JSONValue { .array(rows.map(\.json)) }
        return JSONValue.object([
            "person": .string(person), "waits_for_me": list(waitsForMe), "i_wait_for": list(iWaitFor),
            "overdue": list(overdue),
        ]).text(.pretty)
    }
}
