import Diagnostics
import Editorial
import Newsroom

/// The records that published verdicts reach: all that readers may see, and nothing else.
///
/// A verdict is published from its `published` day on, if its claim and its ruling exist. It brings its
/// claim; those bring the articles in which the claim appears, the sources that they use and what those were
/// read in or derived from, and everyone named in any of them. Standing pages are always public.
struct PublishedRecords {
    private let newsroom: Newsroom
    private let numbers: RecordNumbers
    /// Whether readers may see a record, by its number.
    private var isPublic: [Bool]

    init(of newsroom: Newsroom, today: CalendarDate, record: PublicRecord = .empty) {
        self.newsroom = newsroom
        numbers = RecordNumbers(of: newsroom)
        isPublic = Array(repeating: false, count: numbers.count)
        for (place, verdict) in newsroom.verdicts.enumerated() {
            // One verdict a claim: of several, the first by id, as `Newsroom.verdict(on:)` has it.
            guard newsroom.isPublished(verdict, on: today), newsroom.ruling(of: verdict) != nil,
                let claim = numbers.number(.claim, verdict.claim.value), !isPublic[claim]
            else { continue }
            add(numbers.first(.verdict) + place)
            add(claim)
        }
        for history in record.histories.values where history.standing.retraction != nil {
            add(.claim, history.claim)
        }
        for kind in RecordKind.allCases where kind.visibility == .always {
            for place in 0..<newsroom.table(of: kind).count { add(numbers.first(kind) + place) }
        }
        for profile in newsroom.profiles where profile.role != nil { add(.profile, profile.id) }
        add(.profile, newsroom.settings.publisher.value)
    }

    /// Whether readers may see the record of a kind at a place in its table.
    func contains(_ kind: RecordKind, _ place: Int) -> Bool { isPublic[numbers.first(kind) + place] }

    /// The keys of the records.
    var references: Set<RecordKey> {
        Set(isPublic.indices.lazy.filter { isPublic[$0] }.map { RecordKey(of: numbers.record($0)) })
    }

    private mutating func add(_ kind: RecordKind, _ id: String) {
        if let number = numbers.number(kind, id) { add(number) }
    }

    /// Adds the record of a number, and what it names of the kinds that readers see when they are named.
    private mutating func add(_ number: Int) {
        guard !isPublic[number] else { return }
        isPublic[number] = true
        for reference in numbers.record(number).references(in: newsroom)
        where reference.kind.visibility == .whenNamed {
            add(reference.kind, reference.id)
        }
    }
}

/// What readers see, asked by key: what an error has to be in to concern them.
package struct PublishedReach: Sendable {
    private let keys: Set<RecordKey>
    private let newsroom: Newsroom

    /// Follows what is published on a day.
    package init(of newsroom: Newsroom, today: CalendarDate, record: PublicRecord) {
        self.newsroom = newsroom
        keys = PublishedRecords(of: newsroom, today: today, record: record).references
    }

    /// Whether readers see a record.
    package func contains(_ key: RecordKey) -> Bool { keys.contains(key) }

    /// Whether the file of something that readers see has an id in it, as a name or in its text.
    ///
    /// More is found than is named, never less: an id is part of other words, too.
    package func names(_ key: RecordKey) -> Bool {
        keys.contains { shown in
            guard let file = newsroom.record(shown)?.file else { return false }
            return String(decoding: file.bytes, as: UTF8.self).contains(key.id)
        } || newsroom.settings.publisher.value == key.id
    }
}
