import Importing

/// The text of a map of columns that a person edits: what Assay proposes, with an example of each column.
package enum MapProposal {
    /// The text for a table.
    /// - Parameter name: the table's name, for its heading.
    package static func text(for table: Table, name: String) -> String {
        let map = ColumnMap(proposedFor: table)
        var lines = [
            "# What the columns of \(onOneLine(name)) are. Correct it, and import with --map THIS-FILE.",
            "# Each line is `meaning: column`; take a line away where the table has no such column.",
        ]
        for role in ColumnRole.allCases {
            if let column = map.columns[role] {
                lines += ["", "# \(role.meaning); here: \(example(of: column, in: table))"]
                lines.append("\(role.rawValue): " + YAMLText.scalar(column))
            }
        }
        let missing = ColumnRole.allCases.filter { map.columns[$0] == nil }
        if !missing.isEmpty {
            lines += ["", "# No column was found for these:"]
            lines += missing.map { "#\($0.rawValue):    (\($0.meaning))" }
        }
        let unused = table.columns.filter { !map.columns.values.contains($0) }
        if !unused.isEmpty {
            lines += ["", "# These columns are left out:"]
            lines += unused.map { "#   \(onOneLine($0)): \(example(of: $0, in: table))" }
        }
        lines += [
            "", "# Where they are the same for all lines:", "#language-of-all: en",
            "#publisher-of-all: The Daily",
            "# The order in dates such as 3/4/2018: day-first or month-first.", "#dates: day-first",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The first value of a column, shortened.
    private static func example(of column: String, in table: Table) -> String {
        guard let place = table.columns.firstIndex(of: column) else { return "" }
        let value = table.rows.lazy.compactMap { $0.indices.contains(place) ? $0[place] : nil }.first {
            !$0.isEmpty
        }
        return onOneLine(value.map { $0.count > 60 ? $0.prefix(60) + "…" : $0 } ?? "(empty)")
    }

    /// A text that cannot end a comment.
    private static func onOneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
                        ? " " : scalar
                }
            )
        )
    }
}
