import Diagnostics

/// A table: the names of its columns, and its rows.
package struct Table: Hashable, Sendable {
    /// The names of the columns, each of them once.
    package let columns: [String]
    /// The values of each row, in the order of the columns; a row may have fewer.
    package let rows: [[String]]

    init(columns: [String], rows: [[String]]) {
        var seen: [String: Int] = [:]
        self.columns = columns.enumerated().map { index, name in
            let name = name.isEmpty ? "column \(index + 1)" : LooseText.folded(name)
            seen[name, default: 0] += 1
            return seen[name] == 1 ? name : "\(name) (\(seen[name] ?? 0))"
        }
        self.rows = rows
    }

    /// The table of a list of objects; an inner object's members have names such as `publisher.name`.
    init(_ objects: [JSONValue]) {
        var columns: [String] = []
        var places: [String: Int] = [:]
        var rows: [[String]] = []
        rows.reserveCapacity(objects.count)
        for object in objects {
            var row = [String](repeating: "", count: columns.count)
            Self.cells(of: object, "", ImportLimits.depth) { name, value in
                if let place = places[name] {
                    row[place] = row[place].isEmpty ? value : row[place] + " " + value
                } else if columns.count < Self.columnLimit {
                    places[name] = columns.count
                    columns.append(name)
                    row.append(value)
                }
            }
            rows.append(row)
        }
        self.init(columns: columns, rows: rows)
    }

    /// The most columns of a table.
    static let columnLimit = 500

    private static func cells(
        of value: JSONValue,
        _ name: String,
        _ depth: Int,
        _ take: (String, String) -> Void
    ) {
        guard depth > 0 else { return }
        switch value {
        case .object(let members):
            for member in members {
                cells(
                    of: member.value,
                    name.isEmpty ? member.name : name + "." + member.name,
                    depth - 1,
                    take
                )
            }
        case .array(let elements): for element in elements { cells(of: element, name, depth - 1, take) }
        case .null: break
        default: if let text = value.scalarText { take(name, text) }
        }
    }
}
