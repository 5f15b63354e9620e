/// The records of one kind, sorted by id, found by id. An object, because it is handed on with the newsroom.
package final class Table<Element: Record>: RandomAccessCollection, Sendable {
    private let records: [Element]
    private let positions: [String: Int]

    /// Makes a table. Of records with one id the first stays; the loader reports the others.
    package init(_ records: [Element] = []) {
        var seen: Set<String> = []
        // Records come in the order of their paths, which is nearly always that of their ids.
        let isSorted = records.indices.dropFirst().allSatisfy { records[$0 - 1].id < records[$0].id }
        self.records =
            isSorted
            ? records : records.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
        var positions: [String: Int] = [:]
        positions.reserveCapacity(self.records.count)
        for position in self.records.indices { positions[self.records[position].id] = position }
        self.positions = positions
    }

    private init(_ records: [Element], at positions: [String: Int]) {
        self.records = records
        self.positions = positions
    }

    /// Always 0.
    package var startIndex: Int { 0 }
    /// How many records there are.
    package var endIndex: Int { records.count }
    /// The record at a place; ids ascend.
    package subscript(position: Int) -> Element { records[position] }

    /// The record of an id.
    package subscript(id: String) -> Element? {
        guard let position = positions[id] else { return nil }
        return records[position]
    }

    /// Whether there is a record of this id.
    package func contains(id: String) -> Bool { positions[id] != nil }

    /// The place of an id in the table.
    package func index(id: String) -> Int? { positions[id] }

    /// The ids, sorted.
    package var ids: [String] { records.map(\.id) }
}

/// The table of a kind that is known at run time only.
package protocol RecordTable: AnyObject, Sendable {
    /// How many records there are.
    var count: Int { get }
    /// The ids, sorted.
    var ids: [String] { get }
    /// The place of an id in the table.
    func index(id: String) -> Int?
    /// The record at a place; ids ascend.
    func record(at place: Int) -> any Record
    /// The table with other records under ids that it has; records with new ids are left out.
    func replacing(_ records: [any Record]) -> any RecordTable
    /// The table with other records under the ids of theirs, old ids and new ones, and without the records of some ids.
    func updating(_ records: [any Record], without ids: Set<String>) -> any RecordTable
    /// The table of those records whose kind and place satisfy a condition.
    func keeping(_ isKept: (RecordKind, Int) -> Bool) -> any RecordTable
}

extension Table: RecordTable {
    package func record(at place: Int) -> any Record { records[place] }

    package func replacing(_ records: [any Record]) -> any RecordTable {
        updating(records.filter { positions[$0.id] != nil }, without: [])
    }

    package func updating(_ records: [any Record], without ids: Set<String>) -> any RecordTable {
        guard !records.isEmpty || !ids.isEmpty else { return self }
        var members = self.records
        var others: [Element] = []
        // Of records with one id the first stays.
        for case let record as Element in records.reversed() {
            if let position = positions[record.id] {
                members[position] = record
            } else {
                others.insert(record, at: 0)
            }
        }
        // With the same ids, nothing is to be sorted or numbered.
        if others.isEmpty, !ids.contains(where: { positions[$0] != nil }) {
            return Table(members, at: positions)
        }
        return Table((members + others).filter { !ids.contains($0.id) })
    }

    package func keeping(_ isKept: (RecordKind, Int) -> Bool) -> any RecordTable {
        let places = records.indices.filter { isKept(Element.kind, $0) }
        return places.count == records.count ? self : Table(places.map { records[$0] })
    }
}
