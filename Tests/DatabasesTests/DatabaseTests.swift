import Testing

@testable import Databases

struct DatabaseTests {
    private func database() throws -> Database {
        let database = try Database()
        try database.execute(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT); CREATE VIRTUAL TABLE s USING fts5 (words, content='t', content_rowid='id')"
        )
        try database.insert(
            "INSERT INTO t VALUES (?, ?)",
            [
                [.integer(1), .text("It rains in Tallinn")],
                [.integer(2), .text("Größe; 'quoted' \u{0}nul")], [.integer(3), .null],
            ]
        )
        try database.execute("INSERT INTO s (s) VALUES ('rebuild')")
        return database
    }

    private func rows(_ question: String, _ limits: QuestionLimits = QuestionLimits()) throws
        -> [[DatabaseValue]]
    {
        var rows: [[DatabaseValue]] = []
        try database().answer(question, limits, columns: { _ in }) { rows.append($0) }
        return rows
    }

    @Test("Rows come back as they were put in, and words are found")
    func reading() throws {
        #expect(
            try rows("SELECT id, words FROM t WHERE id <> 2") == [
                [.integer(1), .text("It rains in Tallinn")], [.integer(3), .null],
            ]
        )
        #expect(try rows("SELECT rowid FROM s WHERE s MATCH 'tallinn'") == [[.integer(1)]])
        #expect(try rows("SELECT rowid FROM s WHERE s MATCH 'grosse OR größe'") == [[.integer(2)]])
        #expect(
            try rows(
                "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < 3) SELECT x FROM n"
            ).count == 3
        )
        #expect(try rows("SELECT 1.5, x'00ff', NULL;  ") == [[.real(1.5), .bytes(2), .null]])
    }

    @Test(
        "Whatever is not reading is refused",
        arguments: [
            "DELETE FROM t", "INSERT INTO t VALUES (9, 'x')", "DROP TABLE t", "CREATE TABLE x (y)",
            "UPDATE t SET id = 9",
            "ATTACH 'x.db' AS x", "ATTACH ':memory:' AS x", "DETACH main", "PRAGMA user_version = 3",
            "PRAGMA table_info(t)",
            "PRAGMA writable_schema = 1", "SELECT load_extension('x')", "VACUUM", "VACUUM INTO 'x.db'",
            "BEGIN", "COMMIT",
            "SELECT 1; DELETE FROM t", "", "  -- nothing", "SELEC 1", "SELECT * FROM nothing",
            "SELECT * FROM pragma_database_list", "REINDEX", "ANALYZE", "SAVEPOINT a",
            "CREATE TEMP TABLE x (y)",
            "INSERT INTO s (s) VALUES ('rebuild')", "EXPLAIN DELETE FROM t; SELECT 1",
        ]
    )
    func refused(question: String) throws {
        #expect(throws: DatabaseProblem.self) { try rows(question) }
    }

    @Test("A question without an end is stopped, and so is an answer without one")
    func bounds() throws {
        let endless = "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) SELECT"
        #expect(throws: DatabaseProblem(description: "the question takes too long, and was stopped")) {
            try rows(endless + " count(*) FROM n", QuestionLimits(steps: 1_000_000))
        }
        #expect(throws: DatabaseProblem.self) { try rows(endless + " x FROM n", QuestionLimits(rows: 10)) }
        #expect(throws: DatabaseProblem.self) { try rows("SELECT length(randomblob(1000000000))") }
    }

    @Test("The same rows give the same bytes, and the bytes are a database")
    func bytes() throws {
        let first = try database().serialized()
        #expect(first == (try database().serialized()))
        #expect(first.starts(with: Array("SQLite format 3\u{0}".utf8)))
    }
}
