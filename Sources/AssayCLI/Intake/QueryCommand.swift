import ArgumentParser
import Assay
import Databases
import Diagnostics
import Editorial
import Newsroom
import Site

struct QueryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract:
            "Answers a question in SQL about the newsroom: claims, appearances, evidence, sources, history, inbox.",
        discussion: """
            The tables are those of data/claims.sqlite (docs/data.md), with drafts, and `inbox` and `inbox_rulings` besides. They are \
            made in memory for each question, and a question can only read.

            Examples: `assay query "SELECT * FROM rulings_by_claimant"`, `assay query --format csv "SELECT * FROM claims" > claims.csv`, \
            `assay query "SELECT id FROM claims WHERE rowid IN (SELECT rowid FROM claims_search WHERE claims_search MATCH 'bridge')"`.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case csv
        case json
    }

    @Argument(
        help: ArgumentHelp(
            "The question: SELECT … or WITH …; the tables and views if left out.",
            valueName: "sql"
        )
    )
    var question: String?

    private static let tables = """
        SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'claims_search_%' ORDER BY type, name
        """

    @Option(help: ArgumentHelp("How the answer is printed: table, csv or json.", valueName: "format"))
    var format = Format.table

    @Option(help: ArgumentHelp("The day that counts as today, such as 2026-11-21.", valueName: "day"))
    var today: String?

    @OptionGroup var place: NewsroomPlace

    func run() async throws {
        let room = try await DeskRoom.open(place)
        let day = try CommandDay.today(typed: today, zone: room.newsroom.settings.timeZone)
        let isKept = room.newsroom.settings.policy.mode == .newsroom
        let record =
            isKept ? await PublicRecord.load(room.desk, room.newsroom, from: room.folder).record : .empty
        let dated = isKept ? room.desk.newsroomForReaders(room.newsroom) : room.newsroom
        var head: [String] = []
        var rows: [[DatabaseValue]] = []
        do throws(DatabaseProblem) {
            let edition = Edition(
                of: dated,
                today: day,
                includingDrafts: true,
                record: record
            )
            let database = try ClaimsDatabase(edition).make()
            try InboxTables(room.newsroom).add(to: database)
            try database.answer(question ?? Self.tables, columns: { head = $0 }) { rows.append($0) }
        } catch {
            throw CommandFailure("the question cannot be answered: \(error)")
        }
        switch format {
        case .table: Console.show(AnswerText.table(head, rows))
        case .csv: Console.send(AnswerText.csv(head, rows))
        case .json: Console.show(json: AnswerText.json(head, rows))
        }
    }
}

/// The tables of the inbox, which no published database has.
private struct InboxTables {
    private let newsroom: Newsroom

    init(_ newsroom: Newsroom) { self.newsroom = newsroom }

    func add(to database: Database) throws(DatabaseProblem) {
        try database.execute(
            """
            CREATE TABLE inbox (id TEXT PRIMARY KEY, words TEXT NOT NULL, who TEXT, made TEXT, seen TEXT, count INTEGER NOT NULL,
                language TEXT, claim TEXT, dismissed TEXT);
            CREATE TABLE inbox_rulings (item TEXT NOT NULL, publisher TEXT, rating TEXT, number TEXT, url TEXT, title TEXT, date TEXT);
            """
        )
        try database.insert(
            "INSERT INTO inbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            newsroom.inbox.map { item in
                [
                    .text(item.id), .text(item.words.value), DatabaseValue(item.who?.value),
                    DatabaseValue(item.made?.value.description), DatabaseValue(item.seen?.value.description),
                    .integer(item.count), DatabaseValue(item.language), DatabaseValue(item.claim?.value),
                    DatabaseValue(item.dismissed?.value),
                ]
            }
        )
        try database.insert(
            "INSERT INTO inbox_rulings VALUES (?, ?, ?, ?, ?, ?, ?)",
            newsroom.inbox.flatMap { item in
                item.rulings.map {
                    [
                        .text(item.id), DatabaseValue($0.publisher), DatabaseValue($0.rating),
                        DatabaseValue($0.number), DatabaseValue($0.url), DatabaseValue($0.title),
                        DatabaseValue($0.date?.value.description),
                    ]
                }
            }
        )
    }
}
