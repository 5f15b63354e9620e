import Newsroom

/// The words that a new newsroom starts with, and that are there to be replaced; a test compares them with what `assay init`
/// writes.
enum Placeholders {
    static let name = "Example newsroom"
    static let description = "An example newsroom, to be replaced with yours."
    static let page = BodySearch("To fill in: this page is a draft that came with the newsroom.")
    static let verdict = BodySearch("This verdict is an example; nothing in it is real.")

    /// Hosts that nobody can have (RFC 2606).
    private static let hosts: Set<String> = ["example.org", "example.com", "example.net"]

    /// Whether an address is on a host that is kept for examples.
    static func isExample(_ address: String) -> Bool {
        let rest = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        let host = rest.split(separator: ":").first.map { $0.lowercased() } ?? ""
        return hosts.contains(host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)
    }

}

/// A search for some words in records' bodies (Horspool's): nearly all bodies are passed in steps as long as the words.
struct BodySearch: Sendable {
    /// The words.
    let text: String
    private let words: [UInt8]
    /// How far a byte under the last place of the words lets the search go on.
    private let steps: [Int]

    init(_ text: String) {
        self.text = text
        words = Array(text.utf8)
        var steps = Array(repeating: words.count, count: 256)
        for (index, byte) in words.dropLast().enumerated() { steps[Int(byte)] = words.count - 1 - index }
        self.steps = steps
    }

    /// The place of the words in a record's body; nil when they are not there.
    func range(in record: some Record) -> Range<Int>? {
        let bytes = record.file.bytes
        var start = record.body.lowerBound
        while start + words.count <= record.body.upperBound {
            let end = start + words.count
            if bytes[start..<end].elementsEqual(words) { return start..<end }
            start += max(1, steps[Int(bytes[end - 1])])
        }
        return nil
    }
}

extension CheckContext {
    /// Whether readers see a verdict that is not the example of a new newsroom.
    var hasOwnVerdict: Bool {
        newsroom.verdicts.contains {
            isPublished($0) && Placeholders.verdict.range(in: $0) == nil
        }
    }
}
