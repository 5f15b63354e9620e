import Importing

/// The items of one file that are one claim.
struct GatheredItem {
    var item: IncomingItem
    /// The numbers of the items in the file.
    var numbers: [Int]

    init(_ item: IncomingItem) {
        self.item = item
        numbers = [item.number]
    }

    /// Takes in another item with the same words.
    /// - Returns: whether it says nothing that was not known.
    mutating func take(_ other: IncomingItem) -> Bool {
        numbers.append(other.number)
        let new = other.rulings.filter { !item.rulings.contains($0) }
        let isRepeat = new.isEmpty && !other.rulings.isEmpty
        item.rulings += new
        if other.rulings.isEmpty { item.count += other.count }
        item.places += other.places.filter { !item.places.contains($0) }
        item.who = item.who ?? other.who
        item.isOrganisation = item.isOrganisation ?? other.isOrganisation
        item.made = item.made ?? other.made
        item.language = item.language ?? other.language
        item.note = item.note ?? other.note
        item.seen = [item.seen, other.seen].compactMap(\.self).min()
        return isRepeat
    }

    /// The items of a file by their words, in the order in which they first stand there.
    static func gather(
        _ items: [IncomingItem],
        into findings: inout ImportFindings
    ) -> [(key: ItemKey, item: GatheredItem)] {
        var places: [ItemKey: Int] = [:]
        var gathered: [(key: ItemKey, item: GatheredItem)] = []
        for item in items {
            let key = ItemKey(item.words)
            if let place = places[key] {
                if gathered[place].item.take(item) { findings.add(.twice, item: item.number, item.words) }
            } else {
                places[key] = gathered.count
                gathered.append((key, GatheredItem(item)))
            }
        }
        return gathered
    }
}
