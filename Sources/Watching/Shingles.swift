/// The runs of five words in a text, which say how much of one text stands in another.
///
/// Case, punctuation and white space do not count. A text of fewer words is one run.
struct Shingles {
    /// How many words a run has.
    private static let length = 5

    /// The hashes of all runs.
    let hashes: Set<UInt64>

    init(_ blocks: [String]) {
        let words = blocks.flatMap(Self.words)
        var hashes: Set<UInt64> = []
        if words.count < Self.length {
            if !words.isEmpty { hashes.insert(Self.hash(words[...])) }
        } else {
            for start in 0...words.count - Self.length {
                hashes.insert(Self.hash(words[start..<start + Self.length]))
            }
        }
        self.hashes = hashes
    }

    /// The share of these runs that another text has, in thousandths; nil for a text without words.
    func share(in other: Shingles) -> Int? {
        guard !hashes.isEmpty else { return nil }
        return hashes.count { other.hashes.contains($0) } * 1000 / hashes.count
    }

    /// The hashes of a text's words.
    private static func words(_ text: String) -> [UInt64] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
            hash(Array(word.utf8).map(UInt64.init)[...])
        }
    }

    /// FNV-1a, the same on all systems.
    private static func hash(_ values: ArraySlice<UInt64>) -> UInt64 {
        values.reduce(0xCBF2_9CE4_8422_2325) { hash, value in
            var hash = hash
            for shift in stride(from: 0, to: 64, by: 8) {
                hash = (hash ^ (value >> UInt64(shift) & 0xFF)) &* 0x100_0000_01B3
            }
            return hash
        }
    }
}
