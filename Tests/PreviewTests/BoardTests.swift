import Diagnostics
import Editorial
import Newsroom
import Testing

@testable import Preview

/// The column of each claim, its obstacles, and the order.
struct BoardTests {
    private static let settings = SourceFile(
        path: "content/site.yaml",
        text:
            "name: T\nurl: https://facts.example.org\nlanguage: en\ndescription: T\npublisher: desk\nscale:\n  version: 1\n  rulings:\n    - {id: true, label: \"True\", meaning: Right.}\n    - {id: false, label: \"False\", meaning: Wrong.}\n"
    )

    private func verdict(_ id: String, _ fields: String) -> SourceFile {
        SourceFile(
            path: "content/verdicts/\(id).md",
            text:
                "---\nclaim: \(id)\nruling: true\ntitle: \(id) title\nsummary: S.\nauthors: desk\nevidence: []\n\(fields)---\nText.\n"
        )
    }

    private func newsroom(_ files: [SourceFile], claims: [String]) throws -> Newsroom {
        let desk = SourceFile(
            path: "content/profiles/desk.md",
            text: "---\nname: The desk\nkind: organisation\nrole: desk\n---\n"
        )
        let claimFiles = claims.map {
            SourceFile(path: "content/claims/\($0).md", text: "---\nstatement: \($0).\nclaimant: desk\n---\n")
        }
        return try #require(LoadedNewsroom(decoding: [Self.settings, desk] + claimFiles + files).newsroom)
    }

    private func cards(_ newsroom: Newsroom, findings: [Diagnostic] = []) throws -> [String: BoardCard] {
        let today = try #require(CalendarDate("2026-11-21"))
        let reading = BoardBuilder(newsroom, Desk(newsroom, journals: []), today: today, findings: findings)
        return Dictionary(uniqueKeysWithValues: reading.cards.map { ($0.id, $0) })
    }

    @Test("Without a journal, the files decide")
    func files() throws {
        let room = try newsroom(
            [
                verdict("draft", ""), verdict("waiting", "published: 2026-11-22\n"),
                verdict("out", "published: 2026-11-20\nreview-by: 2026-11-21\n"),
                verdict("late", "published: 2026-01-01\nreview-by: 2026-11-20\n"),
            ],
            claims: ["nobody", "draft", "waiting", "out", "late"]
        )
        let cards = try cards(room)
        #expect(cards["nobody"]?.column == .unassigned)
        #expect(cards["nobody"]?.title == "nobody.")
        #expect(cards["draft"]?.column == .draft)
        #expect(cards["draft"]?.people == ["desk"])
        #expect(cards["waiting"]?.column == .draft)
        #expect(cards["waiting"]?.blockers == ["waits for 2026-11-22"])
        #expect(cards["out"]?.column == .published)
        #expect(cards["out"]?.isOverdue == false)
        #expect(cards["late"]?.column == .needsAnotherLook)
        #expect(cards["late"]?.isOverdue == true)
        #expect(cards["late"]?.since?.description == "2026-11-20")
    }

    @Test("With a journal, its events decide, and the policy says what is missing")
    func journal() throws {
        let room = try newsroom([], claims: ["taken"])
        let time = try #require(JournalTime("2026-11-18T10:00:00Z"))
        let line = JournalLine(
            previous: nil,
            claim: "taken",
            time: time,
            author: "desk",
            event: .assigned(to: "desk", note: nil)
        )
        let journal = Journal(
            "taken",
            SourceFile(path: Journal.path(of: "taken"), bytes: line.bytes)
        )
        let today = try #require(CalendarDate("2026-11-21"))
        let reading = BoardBuilder(room, Desk(room, journals: [journal]), today: today, findings: [])
        let card = try #require(reading.cards.first)
        #expect(card.column == .assigned)
        #expect(card.people == ["desk"])
        #expect(card.since?.description == "2026-11-18")
    }

    @Test("In newsroom mode a day in the file publishes nothing")
    func newsroomMode() throws {
        let settings = SourceFile(
            path: Self.settings.path,
            text: Self.settings.text(0..<Self.settings.bytes.count) + "policy:\n  mode: newsroom\n"
        )
        let day = verdict("out", "published: 2026-11-20\n")
        let claim = SourceFile(
            path: "content/claims/out.md",
            text: "---\nstatement: Out.\nclaimant: desk\n---\n"
        )
        let room = try #require(LoadedNewsroom(decoding: [settings, day, claim]).newsroom)
        let card = try #require(try cards(room)["out"])
        #expect(card.column == .draft)
        #expect(card.blockers == ["the text as it is now has not been submitted for review"])
    }

    @Test("Every state has its column")
    func states() {
        #expect(Set(ClaimState.allCases.map { BoardColumn($0) }) == Set(BoardColumn.allCases))
    }

    @Test("Errors in a claim's files block it; warnings do not")
    func blockers() throws {
        let room = try newsroom([verdict("draft", "")], claims: ["draft"])
        let file = try #require(room.verdicts.first).file
        let findings = [Diagnostic.Severity.error, .warning].map { severity in
            Diagnostic(
                rule: RuleID("r", nil),
                severity: severity,
                message: "\(severity.rawValue) here",
                span: file.span(4..<9)
            )
        }
        #expect(
            try cards(room, findings: findings)["draft"]?.blockers == [
                "error here (content/verdicts/draft.md:2)"
            ]
        )
    }

    @Test("Overdue first, then what has waited longest, then what has no day")
    func order() throws {
        func card(_ id: String, _ since: String?, overdue: Bool = false) -> BoardCard {
            BoardCard(
                id: id,
                title: id,
                column: .draft,
                people: [],
                since: since.flatMap { CalendarDate($0) },
                blockers: [],
                isOverdue: overdue
            )
        }
        let sorted = [
            card("d", nil), card("c", "2026-11-02"), card("b", "2026-11-01"),
            card("a", "2026-11-20", overdue: true),
        ]
        .sorted()
        #expect(sorted.map(\.id) == ["a", "b", "c", "d"])
    }

    @Test("A title full of markup is shown as text")
    func markup() throws {
        let room = try newsroom([], claims: ["plain"])
        let card = BoardCard(
            id: "x",
            title: "<script>alert(1)</script>",
            column: .draft,
            people: ["<b>"],
            since: nil,
            blockers: ["\"><img src=x>"],
            isOverdue: true
        )
        let today = try #require(CalendarDate("2026-11-21"))
        let (html, diagnostics) = BoardPage(newsroom: room, today: today, cards: [card]).rendered
        let text = String(decoding: html, as: UTF8.self)
        #expect(diagnostics == [])
        #expect(!text.contains("<script>"))
        #expect(!text.contains("<img"))
        #expect(text.contains("&lt;script&gt;"))
    }

    @Test("A long column is folded, and says what it leaves out")
    func longColumn() throws {
        let room = try newsroom([], claims: ["plain"])
        let cards = (1...300).map {
            BoardCard(
                id: "c-\($0)",
                title: "Claim \($0)",
                column: .published,
                people: [],
                since: nil,
                blockers: [],
                isOverdue: false
            )
        }
        let today = try #require(CalendarDate("2026-11-21"))
        let text = String(
            decoding: BoardPage(newsroom: room, today: today, cards: cards).rendered.html,
            as: UTF8.self
        )
        #expect(text.contains("<summary>200 more</summary>"))
        #expect(text.contains("and 92 more, which this page leaves out"))
    }

    @Test("What is to be done stands before what is done, and people have names on it")
    func openFirst() {
        let columns = BoardColumn.allCases
        #expect(columns.firstIndex { !$0.isOpen } == columns.count { $0.isOpen })
        let obstacle = Obstacle.staleSignOff(by: "desk")
        #expect(obstacle.text { _ in "The desk" } == "The desk signed off an earlier text; it changed since")
        #expect("\(obstacle)" == "`desk` signed off an earlier text; it changed since")
    }
}
