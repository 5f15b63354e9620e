import CSQLite

/// What a question to a database may take.
package struct QuestionLimits: Sendable {
    /// The most rows of an answer.
    package let rows: Int
    /// The most steps of SQLite's machine: a bound that does not depend on how fast the computer is.
    package let steps: Int

    /// Sets bounds.
    package init(rows: Int = 1_000_000, steps: Int = 2_000_000_000) {
        self.rows = rows
        self.steps = steps
    }
}

extension Database {
    /// Answers a question: one statement that reads.
    ///
    /// Nothing else is possible in it: no writing, no other file, no extension, no setting. A question that takes too long is stopped.
    /// - Parameter take: gets each row.
    /// - Returns: the names of the columns.
    package func answer(
        _ question: String,
        _ limits: QuestionLimits = QuestionLimits(),
        columns head: ([String]) -> Void,
        _ take: ([DatabaseValue]) -> Void
    ) throws(DatabaseProblem) {
        close()
        defer { open() }
        let count = StepCount(limit: limits.steps / Int(Self.stride))
        let statement = try prepareOne(question)
        defer { sqlite3_finalize(statement) }
        guard let statement else { throw DatabaseProblem(description: "there is no statement in it") }
        guard sqlite3_stmt_readonly(statement) != 0 else {
            throw DatabaseProblem(description: "only reading is possible: SELECT, or WITH … SELECT")
        }
        try withExtendedLifetime(count) { () throws(DatabaseProblem) in
            sqlite3_progress_handler(
                handle,
                Self.stride,
                { pointer in
                    guard let pointer else { return 1 }
                    return Unmanaged<StepCount>.fromOpaque(pointer).takeUnretainedValue().isOver ? 1 : 0
                },
                Unmanaged.passUnretained(count).toOpaque()
            )
            defer { sqlite3_progress_handler(handle, 0, nil, nil) }
            let width = sqlite3_column_count(statement)
            head((0..<width).map { sqlite3_column_name(statement, $0).map { String(cString: $0) } ?? "" })
            try rows(of: statement, width, limits, take)
        }
    }

    private static let stride: Int32 = 10_000

    private func rows(
        of statement: OpaquePointer,
        _ width: Int32,
        _ limits: QuestionLimits,
        _ take: ([DatabaseValue]) -> Void
    ) throws(DatabaseProblem) {
        var count = 0
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                count += 1
                guard count <= limits.rows else {
                    throw DatabaseProblem(
                        description: "the answer has more than \(limits.rows) rows; ask for fewer with LIMIT"
                    )
                }
                take((0..<width).map { value(statement, $0) })
            case SQLITE_DONE: return
            case SQLITE_INTERRUPT:
                throw DatabaseProblem(description: "the question takes too long, and was stopped")
            default: throw problem
            }
        }
    }

    private func value(_ statement: OpaquePointer, _ column: Int32) -> DatabaseValue {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, column)))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            guard let bytes = sqlite3_column_text(statement, column) else { return .null }
            let count = Int(sqlite3_column_bytes(statement, column))
            return .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
        case SQLITE_BLOB: return .bytes(Int(sqlite3_column_bytes(statement, column)))
        default: return .null
        }
    }

    /// Prepares a question, and refuses a second statement behind it.
    private func prepareOne(_ question: String) throws(DatabaseProblem) -> OpaquePointer? {
        var statement: OpaquePointer?
        var rest = ""
        let code = question.withCString { text in
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v2(handle, text, -1, &statement, &tail)
            rest = tail.map { String(cString: $0) } ?? ""
            return code
        }
        guard code == SQLITE_OK else {
            let message = problem.description
            throw DatabaseProblem(
                description: message == "not authorized"
                    ? "only reading is possible: no other file, no setting, no writing" : message
            )
        }
        guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }) else {
            sqlite3_finalize(statement)
            throw DatabaseProblem(description: "one statement can be asked at a time")
        }
        return statement
    }

    /// Closes the database to everything but reading.
    private func close() {
        sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024)
        sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
        sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 200)
        sqlite3_set_authorizer(
            handle,
            { _, action, first, second, _, _ in
                switch action {
                case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
                case SQLITE_FUNCTION:
                    let name = second.map { String(cString: $0).lowercased() }
                    return name == "load_extension" ? SQLITE_DENY : SQLITE_OK
                case SQLITE_PRAGMA:
                    // Full-text search asks itself for this one.
                    return first.map { String(cString: $0) } == "data_version" && second == nil
                        ? SQLITE_OK : SQLITE_DENY
                default: return SQLITE_DENY
                }
            },
            nil
        )
    }

    private func open() { sqlite3_set_authorizer(handle, nil, nil) }
}

/// A count of the steps that a question has taken, in thousands.
private final class StepCount {
    private let limit: Int
    private var count = 0

    init(limit: Int) { self.limit = limit }

    /// Counts on; true when the limit is reached.
    var isOver: Bool {
        count += 1
        return count > limit
    }
}
