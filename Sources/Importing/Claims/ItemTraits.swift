/// What of an item shows a mistake only beside other items of its publisher.
struct ItemTraits {
    let number: Int
    var isPerson: Bool?
    private var words = ""
    private var publisher: String?
    private var url: String?
    private var written: String?
    private var subject = ""

    init(number: Int) { self.number = number }

    /// Takes what counts from an item.
    /// - Parameter written: the fact-check's date as it stands in the file.
    mutating func take(_ item: IncomingItem, written: String?) {
        words = item.words
        publisher = item.rulings.first?.publisher
        url = item.rulings.first?.url
        self.written = written
        if let who = item.who, let place = item.places.first {
            subject = [who, item.made ?? "", place].joined(separator: "\u{0}")
        }
    }

    /// The smallest number of fact-checks of a publisher that says something about all of them.
    private static let sample = 5

    /// Adds what the items of a file show together.
    static func note(_ traits: [ItemTraits], in findings: inout ImportFindings) {
        for (before, after) in zip(traits, traits.dropFirst())
        where !after.subject.isEmpty && before.subject == after.subject && before.words != after.words {
            findings.add(.leakingItem, item: after.number, field: "itemReviewed", after.words)
        }
        let publishers = Dictionary(
            grouping: traits.filter { $0.publisher != nil },
            by: { $0.publisher ?? "" }
        )
        for (publisher, traits) in publishers.sorted(by: { $0.key < $1.key }) where traits.count >= sample {
            let words = Set(traits.map(\.words)).count
            guard words > 1 else { continue }
            if let url = same(traits, \.url) {
                findings.add(.oneAddress, field: "url", "\(publisher): \(url)")
            }
            if let day = same(traits, \.written) {
                findings.add(.oneDay, field: "datePublished", "\(publisher): \(day)")
            }
            let typed = traits.compactMap(\.isPerson)
            if typed.count >= sample, typed.allSatisfy(\.self) {
                findings.add(.everyPerson, field: "itemReviewed.author", "\(publisher): \(typed.count)")
            }
        }
    }

    private static func same(_ traits: [ItemTraits], _ value: KeyPath<ItemTraits, String?>) -> String? {
        let values = Set(traits.map { $0[keyPath: value] })
        return values.count == 1 ? values.first ?? nil : nil
    }
}
