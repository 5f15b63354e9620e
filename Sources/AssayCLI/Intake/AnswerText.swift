import Databases
import Diagnostics
import Site

/// The answer to a question, in the forms in which it is printed.
enum AnswerText {
    /// The widest column of a table, in characters.
    private static let width = 60

    /// A table for people: columns side by side, long values shortened.
    static func table(_ head: [String], _ rows: [[DatabaseValue]]) -> String {
        let cells = rows.map { row in row.map { shortened($0.text ?? "") } }
        let widths = head.indices.map { column in
            max(head[column].count, cells.reduce(0) { max($0, $1[column].count) })
        }
        func line(_ cells: [String]) -> String {
            var line = ""
            for (cell, width) in zip(cells, widths) {
                line += (line.isEmpty ? "" : "  ") + cell + String(repeating: " ", count: width - cell.count)
            }
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        let rule = widths.map { String(repeating: "-", count: $0) }
        let count = rows.count == 1 ? "1 row" : "\(rows.count) rows"
        return ([line(head), line(rule)] + cells.map(line) + ["(\(count))"]).joined(separator: "\n")
    }

    private static func shortened(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > width ? line.prefix(width - 1) + "…" : line
    }

    /// CSV (RFC 4180) in UTF-8.
    static func csv(_ head: [String], _ rows: [[DatabaseValue]]) -> [UInt8] {
        var csv = CSVWriter(header: head)
        for row in rows { csv.append(row.map { $0.text ?? "" }) }
        return csv.take()
    }

    /// A list of objects; a column whose name is there twice has its place behind it.
    static func json(_ head: [String], _ rows: [[DatabaseValue]]) -> String {
        var seen: Set<String> = []
        let names = head.enumerated().map { seen.insert($1).inserted ? $1 : "\($1) (\($0 + 1))" }
        let list = rows.map { row in
            JSONValue.object(zip(names, row).map { JSONValue.Member($0, $1.json) })
        }
        return JSONValue.array(list).text(.pretty)
    }
}

extension DatabaseValue {
    /// The value as text; nil for null.
    fileprivate var text: String? {
        switch self {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .bytes(let count): "(\(count) bytes)"
        case .null: nil
        }
    }

    /// The value as JSON; a number with a fraction is a text.
    fileprivate var json: JSONValue {
        switch self {
        case .integer(let number): .integer(number)
        case .null: .null
        default: .string(text ?? "")
        }
    }
}
