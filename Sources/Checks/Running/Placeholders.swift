import Newsroom

/// Texts that `assay init` writes for the newsroom to replace. A test holds them against the starter's files.
package enum Placeholders {
    static let name = "Example newsroom"
    static let description = "An example newsroom, to be replaced with yours."
    static let page = BodySearch("To fill in: this page is a draft that came with the newsroom.")
    static let verdict = BodySearch("This verdict is an example; nothing in it is real.")

    /// Hosts reserved for examples (RFC 2606, section 3).
    private static let hosts: Set<String> = ["example.org", "example.com", "example.net"]

    /// Whether an address has a host reserved for examples, with or without `www.`.
    package static func isExample(_ address: String) -> Bool {
        let rest = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        let host = rest.split(separator: ":").first.map { $0.lowercased() } ?? ""
        return hosts.contains(host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)
    }

}

/// A search for a fixed text in record bodies, by Horspool's algorithm, which skips most bytes.
struct BodySearch: Sendable {
    /// The text to find.
    let text: String
    private let words: [UInt8]
    /// The shift for each byte value seen under the text's last byte.
    private let steps: [Int]

    init(_ text: String) {
        self.text = text
        words = Array(text.utf8)
        var steps = Array(repeating: words.count, count: 256)
        for (index, byte) in words.dropLast().enumerated() { steps[Int(byte)] = words.count - 1 - index }
        self.steps = steps
    }

    /// The first place of the text in a record's file, below its front matter.
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
    /// Whether a published verdict exists beside the example from `assay init`.
    var hasOwnVerdict: Bool {
        newsroom.verdicts.contains {
            isPublished($0) && Placeholders.verdict.range(in: $0) == nil
        }
    }
}
