import Importing
import Newsroom

/// The text of an item's file, and the lines of its fields.
enum ItemText {
    /// The file of an item.
    static func file(_ item: IncomingItem, origin: String, seen: CalendarDate, claim: String? = nil) -> String
    {
        var lines = ["---", "words: " + YAMLText.scalar(item.words)]
        lines += line("who", item.who) + line("made", item.made) + ["seen: \(item.seen ?? seen.description)"]
        if item.count > 1 { lines.append("count: \(item.count)") }
        lines += line("language", item.language) + list("places", item.places)
        lines += list("origins", [origin]) + line("note", item.note)
        lines += rulings(item.rulings.map(ItemRuling.init)) + line("claim", claim)
        return (lines + ["---"]).joined(separator: "\n") + "\n"
    }

    /// The line of a text; none for none.
    static func line(_ name: String, _ text: String?) -> [String] {
        text.map { ["\(name): " + YAMLText.scalar($0)] } ?? []
    }

    /// The lines of a list of texts, one each.
    static func list(_ name: String, _ texts: [String]) -> [String] {
        texts.isEmpty ? [] : ["\(name):"] + texts.map { "  - " + YAMLText.scalar($0) }
    }

    /// The lines of what others ruled.
    static func rulings(_ rulings: [ItemRuling]) -> [String] {
        rulings.isEmpty ? [] : ["rulings:"] + rulings.flatMap(\.lines)
    }
}

/// A ruling of others as it stands in an item.
struct ItemRuling: Hashable {
    private let fields: [String: String]

    private static let order = ["publisher", "rating", "number", "url", "title", "date", "language"]

    init(_ ruling: ForeignRuling) {
        self.init(
            ruling.publisher,
            ruling.rating,
            ruling.number,
            ruling.url,
            ruling.title,
            ruling.date,
            ruling.language
        )
    }

    init(_ ruling: OthersRuling) {
        self.init(
            ruling.publisher,
            ruling.rating,
            ruling.number,
            ruling.url,
            ruling.title,
            ruling.date?.value.description,
            ruling.language
        )
    }

    private init(_ values: String?...) {
        var fields: [String: String] = [:]
        for (name, value) in zip(Self.order, values) { fields[name] = value }
        self.fields = fields
    }

    /// The item of a list in YAML.
    var lines: [String] {
        Self.order.compactMap { name in fields[name].map { "\(name): " + YAMLText.scalar($0) } }.enumerated()
            .map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
    }
}
