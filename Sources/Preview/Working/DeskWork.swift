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
        var (mine, theirs, late, rest): ([WorkLine], [WorkLine], [WorkLine], [WorkLine]) = ([], [], [], [])
        let policy = Policy(scene.newsroom)
        for row in report.rows {
            guard let claim = scene.desk.claims[row.claim] else { continue }
            let isMine =
                person.map {
                    row.person == $0 || claim.verdict?.authors.contains { $0.value == person } ?? false
                } ?? false
            let mayReview =
                person.flatMap { person in
                    claim.verdict.map {
                        policy.unsuitability(of: person, for: $0) == nil && !row.reviewers.contains(person)
                    }
                } ?? false
            let deed: String
            let waits: Bool
            switch row.state {
            case .unassigned: (deed, waits) = ("assign it", false)
            case .assigned: (deed, waits) = ("write the verdict", isMine)
            case .draft, .needsAnotherLook: (deed, waits) = ("submit it", isMine)
            case .changesRequested: (deed, waits) = ("change the text", isMine)
            case .inReview: (deed, waits) = ("review it", mayReview)
            case .approved: (deed, waits) = ("publish it", isMine)
            case .published, .retracted:
                (deed, waits) = (row.isOverdue ? "look at it again" : "", row.isOverdue && isMine)
            }
            let line = WorkLine(row, deed, in: scene)
            if waits {
                mine.append(line)
            } else if isMine, !deed.isEmpty {
                theirs.append(line)
            } else {
                rest.append(line)
            }
            if row.isOverdue, isMine { late.append(line) }
        }
        (waitsForMe, iWaitFor, overdue, self.rest) = (mine, theirs, late, rest)
    }
}
