import Diagnostics
import Editorial
import Newsroom

/// The set of published records: everything that published verdicts lead to.
///
/// A verdict is published from its `published` day on, if its claim and its ruling exist. With it come its claim, the
/// articles where the claim appears, the sources of both, the `read-in` and `derived-from` sources behind these, and all
/// profiles named in any of them. Claims with a retraction, standing pages and the team are always public.
struct PublishedRecords {
    private let newsroom: Newsroom
    private let numbers: RecordNumbers
    /// Whether each record is public, indexed by its number.
    private var isPublic: [Bool]
    /// Whether texts have to be searched for media.
    private let hasMedia: Bool

    init(of newsroom: Newsroom, today: CalendarDate, record: PublicRecord = .empty) {
        self.newsroom = newsroom
        numbers = RecordNumbers(of: newsroom)
        hasMedia = newsroom.media.count > 0
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

    /// Whether a record is public, given by its kind and its index in the table of that kind.
    func contains(_ kind: RecordKind, _ place: Int) -> Bool { isPublic[numbers.first(kind) + place] }

    /// The keys of the public records.
    var references: Set<RecordKey> {
        Set(isPublic.indices.lazy.filter { isPublic[$0] }.map { RecordKey(of: numbers.record($0)) })
    }

    /// Adds a record by its id, where there is one.
    private mutating func add(_ kind: RecordKind, _ id: String) {
        if let number = numbers.number(kind, id) { add(number) }
    }

    /// Adds a record, what it names, and the media in its text.
    private mutating func add(_ number: Int) {
        guard !isPublic[number] else { return }
        isPublic[number] = true
        for reference in numbers.record(number).references(in: newsroom)
        where reference.kind.visibility == .whenNamed {
            add(reference.kind, reference.id)
        }
        guard hasMedia else { return }
        for id in numbers.record(number).mediaInText { add(.medium, id) }
    }
}

/// The published records by key. An error in one of them stops a build; errors elsewhere do not.
package struct PublishedReach: Sendable {
    private let keys: Set<RecordKey>
    private let newsroom: Newsroom

    /// Collects the records published on a day.
    package init(of newsroom: Newsroom, today: CalendarDate, record: PublicRecord) {
        self.newsroom = newsroom
        keys = PublishedRecords(of: newsroom, today: today, record: record).references
    }

    /// Whether a record is published.
    package func contains(_ key: RecordKey) -> Bool { keys.contains(key) }

    /// Whether the file of any published record contains a record's id.
    ///
    /// A search for the bare text: it may find too much, since an id can be part of a word, but never too little.
    package func names(_ key: RecordKey) -> Bool {
        keys.contains { shown in
            guard let file = newsroom.record(shown)?.file else { return false }
            return String(decoding: file.bytes, as: UTF8.self).contains(key.id)
        } || newsroom.settings.publisher.value == key.id
    }
}
