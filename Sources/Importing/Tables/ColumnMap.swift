/// What each column of a table is: proposed by Assay, decided by a person.
package struct ColumnMap: Hashable, Sendable {
    /// The columns by what they hold.
    package var columns: [ColumnRole: String]
    /// The order of day and month in dates of numbers.
    package var order: LooseDate.Order?
    /// The language of all claims, where no column says it.
    package var language: String?
    /// The publisher of all rulings, where no column says it.
    package var publisher: String?

    /// Makes a map.
    package init(
        columns: [ColumnRole: String],
        order: LooseDate.Order? = nil,
        language: String? = nil,
        publisher: String? = nil
    ) {
        self.columns = columns
        self.order = order
        self.language = language
        self.publisher = publisher
    }

    /// The map that the names of columns suggest. Without a known name the column with the longest texts is taken for the claim.
    package init(proposedFor table: Table) {
        var taken: Set<String> = []
        var columns: [ColumnRole: String] = [:]
        let names = table.columns.map { ($0, Self.plain($0)) }
        for role in ColumnRole.allCases {
            for usual in role.usualNames {
                guard let column = names.first(where: { $0.1 == usual && !taken.contains($0.0) })?.0 else {
                    continue
                }
                columns[role] = column
                taken.insert(column)
                break
            }
        }
        if columns[.words] == nil { columns[.words] = table.wordiestColumn(except: taken) }
        self.init(columns: columns)
    }

    private static func plain(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}

extension Table {
    /// The column with the longest texts, in a sample of the rows.
    fileprivate func wordiestColumn(except taken: Set<String>) -> String? {
        let lengths = columns.indices.map { column in
            rows.prefix(50).reduce(0) { $0 + min($1.indices.contains(column) ? $1[column].count : 0, 300) }
        }
        return columns.indices.filter { !taken.contains(columns[$0]) && lengths[$0] > 0 }
            .max { lengths[$0] < lengths[$1] }.map { columns[$0] }
    }
}
