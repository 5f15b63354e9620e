import Digests
import Files
import Importing
import Newsroom

/// The files that an import makes or changes, and what came of each item.
package struct IntakeOutcome: Sendable {
    /// New files.
    package var files: [NewFiles.File] = []
    /// Files that say more than before, with the bytes that they had.
    package var changes: [(path: String, before: [UInt8], after: [UInt8])] = []
    /// The number of items of the inbox that are new.
    package var newItems = 0
    /// The number of items that were there and know more now.
    package var grownItems = 0
    /// The number of items that were there, and of which nothing is new.
    package var knownItems = 0
    /// The number of claims that are new.
    package var newClaims = 0
    /// The number of verdicts that are new.
    package var newVerdicts = 0
    /// The number of sources that are new.
    package var newSources = 0
    /// The number of profiles that are new.
    package var newProfiles = 0
    /// The rulings of others that the table does not have, with how often each was met.
    package var unmapped: [String: Int] = [:]
    /// What could not be made, by the reason, with how often.
    package var leftOut: [String: Int] = [:]
    /// The files that only a person can edit.
    package var uneditable: [String] = []

    /// Begins without any.
    package init() {}
}

/// The import of a file's items into a newsroom: items of the inbox, new or with more than before. Pure: nothing is written.
package struct Intake {
    let newsroom: Newsroom
    let today: CalendarDate
    /// The file's name, as `origins` has it.
    let origin: String
    var outcome = IntakeOutcome()
    private var known: [ItemKey: InboxItem] = [:]
    /// The ids that are taken, by kind.
    private var taken: [RecordKind: Set<String>] = [:]

    /// Begins an import.
    /// - Parameter origin: the name of the file.
    package init(into newsroom: Newsroom, today: CalendarDate, origin: String) {
        self.newsroom = newsroom
        self.today = today
        self.origin = origin
        for item in newsroom.inbox {
            let key = ItemKey(item.words.value)
            if known[key] == nil { known[key] = item }
        }
    }

    /// Takes the items of a file into the inbox.
    package mutating func takeItems(
        _ items: [IncomingItem],
        findings: inout ImportFindings
    ) -> IntakeOutcome {
        for (key, gathered) in GatheredItem.gather(items, into: &findings) { take(key, gathered, claim: nil) }
        return outcome
    }

    /// Takes one claim into the inbox.
    /// - Parameter claim: the claim that answers it.
    mutating func take(_ key: ItemKey, _ gathered: GatheredItem, claim: String?) {
        if let item = known[key] { return grow(item, gathered.item) }
        let id = freeID(.item, key.slug().isEmpty ? "item-" + key.mark : key.slug() + "-" + key.mark, key)
        let text = ItemText.file(gathered.item, origin: origin, seen: today, claim: claim)
        outcome.files.append(.init(path: "\(InboxItem.folder)/\(id).md", bytes: Array(text.utf8)))
        outcome.newItems += 1
    }

    /// An id that no record of the kind has, as near as possible to the wanted one.
    mutating func freeID(_ kind: RecordKind, _ wanted: String, _ key: ItemKey) -> String {
        if taken[kind] == nil {
            taken[kind] = Set(newsroom.ids(of: kind)).union(
                newsroom.unreadable.filter { $0.kind == kind }.map(\.id)
            )
        }
        var id = wanted.isEmpty ? "\(kind.rawValue)-\(key.mark)" : wanted
        if taken[kind]?.contains(id) ?? false { id += "-" + key.mark }
        var number = 2
        while taken[kind]?.contains(id) ?? false {
            id = "\(wanted)-\(key.mark)-\(number)"
            number += 1
        }
        taken[kind]?.insert(id)
        return id
    }

    /// Adds to an item what a file says more.
    private mutating func grow(_ item: InboxItem, _ more: IncomingItem) {
        let growth = ItemGrowth(of: item, by: more, origin: origin)
        guard growth.isAnything else {
            outcome.knownItems += 1
            return
        }
        guard let edited = growth.file else {
            outcome.uneditable.append(item.file.path)
            return
        }
        outcome.grownItems += 1
        outcome.changes.append((item.file.path, item.file.bytes, edited))
    }
}
