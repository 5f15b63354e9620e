import Editorial
import Encodings
import Mustache
import Newsroom

/// A line of the list of work: a claim, and what has to be done on it.
struct WorkLine: Sendable {
    let claim: String
    let title: String
    let state: String
    let deed: String
    let since: String?
    let isOverdue: Bool
    let obstacles: [String]

    init(_ row: StatusReport.Row, _ deed: String, in scene: DeskScene) {
        claim = row.claim
        title = row.statement
        state = row.state.words
        self.deed = deed
        since = row.since.map { String($0.prefix(10)) }
        isOverdue = row.isOverdue
        obstacles = row.obstacles.map { $0.text(naming: scene.name) }
    }

    func record(_ base: String) -> TemplateRecord {
        [
            "id": .text(claim), "title": .text(title), "state": .text(state), "deed": .text(deed),
            "address": .text("\(base)claims/\(PercentEncoding.component(claim))/"),
            "since": since.map(TemplateValue.text) ?? .null, "overdue": .bool(isOverdue),
            "obstacles": DeskScene.lines(obstacles),
        ]
    }
}

extension WritingDesk {
    /// The first page: what waits for the person at the desk, what they wait for, and everything else.
    func workPage(in scene: DeskScene) async -> HTTPResponse {
        let now = try? clock.now()
        let report = StatusReport(scene.desk, scene.newsroom, today: scene.today, at: now)
        let work = DeskWork(report, of: scene.person, in: scene)
        let base = scene.base
        func section(_ lines: [WorkLine]) -> TemplateValue {
            guard !lines.isEmpty else { return .null }
            let shown = lines.prefix(Self.shownLines)
            return .record([
                "count": .text("\(lines.count)"),
                "entries": .list(shown.map { .record($0.record(base)) }),
                "hidden": lines.count > shown.count
                    ? .text("and \(lines.count - shown.count) more, which the board has") : .null,
            ])
        }
        return scene.page(
            "desk-work",
            title: "My work",
            [
                "waiting": section(work.waitsForMe), "others": section(work.iWaitFor),
                "overdue": section(work.overdue), "rest": section(work.rest),
                "count": .text("\(report.rows.count)"),
                "sharing": await sharing(in: scene),
                "pages": DeskScene.lines(report.notices.prefix(40).map(\.words)),
            ]
        )
    }

    /// The most claims that a part of the page shows.
    private static let shownLines = 60

    /// The board, whose cards lead to the desk's pages.
    func boardPage(in scene: DeskScene) async -> HTTPResponse {
        var response = HTTPResponse.file("index.html", await live.board(at: scene.base))
        response.headers = DeskTemplates.headers
        return response
    }
}
