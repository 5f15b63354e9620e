import CSQLite

/// A value in a database.
package enum DatabaseValue: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case real(Double)
    /// The number of bytes of a value that is neither text nor number.
    case bytes(Int)
    case null

    /// A text, or null.
    package init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    /// A whole number, or null.
    package init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }
}

/// What SQLite says is wrong, in one line.
package struct DatabaseProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
}

/// A database of SQLite in memory: tables are filled by the program, and questions are answered read-only.
///
///     let database = try Database()
///     try database.execute("CREATE TABLE claims (id TEXT PRIMARY KEY)")
///     try database.insert("INSERT INTO claims VALUES (?)", [[.text("a")]])
///     let bytes = try database.serialized()
package final class Database {
    let handle: OpaquePointer

    /// Makes an empty database.
    package init() throws(DatabaseProblem) {
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
        guard sqlite3_open_v2(":memory:", &handle, flags, nil) == SQLITE_OK, let handle else {
            sqlite3_close(handle)
            throw DatabaseProblem(description: "there is no memory for a database")
        }
        self.handle = handle
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs statements of the program's own.
    package func execute(_ statements: StaticString) throws(DatabaseProblem) {
        guard sqlite3_exec(handle, "\(statements)", nil, nil, nil) == SQLITE_OK else { throw problem }
    }

    /// Runs a statement once for each row, in one transaction.
    /// - Parameter statement: with a `?` for each value of a row.
    package func insert(_ statement: StaticString, _ rows: [[DatabaseValue]]) throws(DatabaseProblem) {
        guard !rows.isEmpty else { return }
        let prepared = try prepare("\(statement)")
        defer { sqlite3_finalize(prepared) }
        try execute("BEGIN")
        for row in rows {
            for (index, value) in row.enumerated() { bind(value, prepared, Int32(index + 1)) }
            guard sqlite3_step(prepared) == SQLITE_DONE else {
                let problem = problem
                try execute("ROLLBACK")
                throw problem
            }
            sqlite3_reset(prepared)
        }
        try execute("COMMIT")
    }

    /// The file that the database would be.
    package func serialized() throws(DatabaseProblem) -> [UInt8] {
        var size: sqlite3_int64 = 0
        guard let bytes = sqlite3_serialize(handle, "main", &size, 0) else {
            throw DatabaseProblem(description: "there is no memory for the file of the database")
        }
        defer { sqlite3_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    }

    func prepare(_ sql: String) throws(DatabaseProblem) -> OpaquePointer? {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw problem }
        return statement
    }

    var problem: DatabaseProblem { DatabaseProblem(description: String(cString: sqlite3_errmsg(handle))) }

    private func bind(_ value: DatabaseValue, _ statement: OpaquePointer?, _ place: Int32) {
        switch value {
        case .text(let text):
            // SQLite copies the text: what Swift passes lives as long as the call.
            let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            var text = text
            _ = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(
                        statement,
                        place,
                        $0.baseAddress ?? UnsafePointer(bitPattern: 1),
                        Int32($0.count),
                        copies
                    )
                }
            }
        case .integer(let number): sqlite3_bind_int64(statement, place, sqlite3_int64(number))
        case .real(let number): sqlite3_bind_double(statement, place, number)
        case .bytes, .null: sqlite3_bind_null(statement, place)
        }
    }
}
