/// Random numbers that are the same in every run: SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True once in `count` times, on average.
    mutating func isOne(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

    mutating func one<Element>(of list: [Element]) -> Element {
        list[Int.random(in: list.indices, using: &self)]
    }

    /// A random part of a list, in the list's order.
    mutating func some<Element>(of list: [Element], upTo count: Int) -> [Element] {
        let chosen = Set(
            (0..<Int.random(in: 0...count, using: &self)).map { _ in list.indices.randomElement(using: &self)
            }
        )
        return list.indices.filter { chosen.contains($0) }.map { list[$0] }
    }
}

/// A record's file, in which every field can be replaced by a random value.
struct RandomRecord {
    typealias Field = @Sendable (inout SeededNumbers) -> String?

    let folder: String
    var id: String
    private let fields: [(name: String, make: Field)]
    private var seeds: [UInt64]

    init(_ folder: String, _ id: String, _ fields: [(String, Field)], _ numbers: inout SeededNumbers) {
        self.folder = folder
        self.id = id
        self.fields = fields.map { (name: $0.0, make: $0.1) }
        seeds = fields.map { _ in numbers.next() }
    }

    var path: String { "\(folder)/\(id).md" }

    /// The names of the fields, with `body` for the text.
    var fieldNames: [String] { fields.map(\.name) }

    mutating func throwAgain(_ name: String, _ numbers: inout SeededNumbers) {
        for (index, field) in fields.enumerated() where field.name == name { seeds[index] = numbers.next() }
    }

    var text: String {
        var lines: [String] = []
        var body = ""
        for (field, seed) in zip(fields, seeds) {
            var numbers = SeededNumbers(seed: seed)
            guard let value = field.make(&numbers) else { continue }
            if field.name == "body" { body = value } else { lines.append("\(field.name): \(value)") }
        }
        return "---\n" + lines.joined(separator: "\n") + "\n---\n" + body + "\n"
    }
}
