import Importing
import Newsroom

/// What a file, or another item, says more about an item of the inbox.
struct ItemGrowth {
    private let item: InboxItem
    private let rulings: [ItemRuling]
    private let places: [String]
    private let origins: [String]
    private let count: Int

    /// Compares an item with what a file says.
    ///
    /// The file's name counts: the same name again is a newer state of one list, so that its counts are not added.
    init(of item: InboxItem, by more: IncomingItem, origin: String) {
        let isSameList = item.origins.contains { $0.value == origin }
        self.init(
            of: item,
            rulings: more.rulings.map(ItemRuling.init),
            places: more.places,
            origins: [origin],
            count: isSameList || !more.rulings.isEmpty ? max(item.count, more.count) : item.count + more.count
        )
    }

    /// Compares an item with another one that is the same claim.
    init(of item: InboxItem, by other: InboxItem) {
        self.init(
            of: item,
            rulings: other.rulings.map(ItemRuling.init),
            places: other.places.map(\.value),
            origins: other.origins.map(\.value),
            count: item.count + other.count
        )
    }

    private init(of item: InboxItem, rulings: [ItemRuling], places: [String], origins: [String], count: Int) {
        self.item = item
        let knownRulings = item.rulings.map(ItemRuling.init)
        self.rulings = knownRulings + rulings.filter { !knownRulings.contains($0) }
        let knownPlaces = item.places.map(\.value)
        self.places = knownPlaces + places.filter { !knownPlaces.contains($0) }
        let knownOrigins = item.origins.map(\.value)
        self.origins = knownOrigins + origins.filter { !knownOrigins.contains($0) }
        self.count = count
    }

    /// Whether it says anything more.
    var isAnything: Bool {
        rulings.count > item.rulings.count || places.count > item.places.count
            || origins.count > item.origins.count || count != item.count
    }

    /// The item's file with it; nil for front matter in a form that only a person can edit.
    var file: [UInt8]? {
        var fields: [(name: String, lines: [String])] = []
        if count != item.count { fields.append(("count", ["count: \(count)"])) }
        if places.count > item.places.count { fields.append(("places", ItemText.list("places", places))) }
        if origins.count > item.origins.count {
            fields.append(("origins", ItemText.list("origins", origins)))
        }
        if rulings.count > item.rulings.count { fields.append(("rulings", ItemText.rulings(rulings))) }
        return FieldLines.set(fields, of: item) { edited in
            edited.count == count && edited.places.map(\.value) == places
                && edited.origins.map(\.value) == origins
                && edited.rulings.map(ItemRuling.init) == rulings && edited.words.value == item.words.value
        }
    }
}
