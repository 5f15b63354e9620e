import Editorial
import Newsroom

/// One person's work, as `assay status --mine` says it, and all other claims.
struct DeskWork {
    let waitsForMe: [WorkLine]
    let iWaitFor: [WorkLine]
    let overdue: [WorkLine]
    let rest: [WorkLine]

    /// Picks a person's work from the state of all claims; without a person, all is the rest.
    init(_ report: StatusReport, of person: String?, in scene: DeskScene) {
        let work = person.map { WorkReport(report, of: $0) }
        func lines(_ rows: [StatusReport.Row]?, _ deed: (StatusReport.Row) -> String) -> [WorkLine] {
            (rows ?? []).map { WorkLine($0, deed($0), in: scene) }
        }
        waitsForMe = lines(work?.waitsForMe) { row in
            let others = row.next.people.filter { $0 != person }
            guard !others.isEmpty, row.next.isShared else { return row.next.deed }
            let names = others.prefix(3).map(scene.name).joined(separator: ", ")
            return "\(row.next.deed) (or \(names))"
        }
        iWaitFor = lines(work?.iWaitFor) { Self.words($0.next, in: scene) }
        let mine = Set((work?.waitsForMe ?? []).map(\.claim))
        overdue = lines(work?.overdue.filter { !mine.contains($0.claim) }) { _ in "look at it again" }
        let shown = mine.union((work?.iWaitFor ?? []).map(\.claim)).union((work?.overdue ?? []).map(\.claim))
        rest = lines(report.rows.filter { !shown.contains($0.claim) }) { row in
            row.next.action == .none ? "" : Self.words(row.next, in: scene)
        }
    }

    /// A step with the names of who has to do it.
    static func words(_ next: NextStep, in scene: DeskScene) -> String {
        guard !next.people.isEmpty else { return "anybody: \(next.deed)" }
        let names = next.people.prefix(3).map(scene.name).joined(separator: next.isShared ? " or " : " and ")
        let rest = next.people.count > 3 ? " and \(next.people.count - 3) more" : ""
        return "\(names)\(rest): \(next.deed)"
    }
}
