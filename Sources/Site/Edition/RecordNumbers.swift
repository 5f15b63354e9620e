import Newsroom

/// A number for every record of a newsroom, from 0 on without gaps, in the order of their keys.
///
/// What is kept for each record, or noted of many, is kept by number: names would be hashed again and again. An object, because
/// it is asked on every page.
final class RecordNumbers: Sendable {
    /// The kinds in the order of their keys.
    private static let kinds = RecordKind.allCases.sorted { $0.rawValue < $1.rawValue }

    /// The tables, in the order of the kinds.
    private let tables: [any RecordTable]
    /// The numbers of the first records, in the order of the kinds.
    private let firsts: [Int]
    /// How many records there are.
    let count: Int

    init(of newsroom: Newsroom) {
        tables = RecordKind.allCases.map(newsroom.table(of:))
        var firsts = tables.map { _ in 0 }
        var next = 0
        for kind in Self.kinds {
            firsts[kind.place] = next
            next += tables[kind.place].count
        }
        self.firsts = firsts
        count = next
    }

    /// The number of the first record of a kind; the others follow, by id.
    func first(_ kind: RecordKind) -> Int { firsts[kind.place] }

    /// The number of a record; nil when there is none of this kind and id.
    func number(_ kind: RecordKind, _ id: String) -> Int? {
        let kind = kind.place
        return tables[kind].index(id: id).map { firsts[kind] + $0 }
    }

    /// The number of what a piece of evidence is.
    func number(_ reference: EvidenceReference) -> Int? {
        switch reference {
        case .source(let id): number(.source, id.value)
        case .article(let id): number(.article, id.value)
        case .medium(let id): number(.medium, id.value)
        }
    }

    /// The record of a number.
    func record(_ number: Int) -> any Record {
        // Of kinds without records, which have the number of the next kind, the last one that begins here is taken.
        let kind = Self.kinds.last { firsts[$0.place] <= number } ?? .article
        return tables[kind.place].record(at: number - firsts[kind.place])
    }
}
