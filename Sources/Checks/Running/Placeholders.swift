import Newsroom

/// The words that a new newsroom starts with, and that are there to be replaced; a test compares them with what `assay init`
/// writes.
enum Placeholders {
    static let name = "Example newsroom"
    static let description = "An example newsroom, to be replaced with yours."
    static let page = "To fill in: this page is a draft that came with the newsroom."
    static let verdict = "This verdict is an example; nothing in it is real."

    /// Hosts that nobody can have (RFC 2606).
    private static let hosts: Set<String> = ["example.org", "example.com", "example.net"]

    /// Whether an address is on a host that is kept for examples.
    static func isExample(_ address: String) -> Bool {
        let rest = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        let host = rest.split(separator: ":").first.map { $0.lowercased() } ?? ""
        return hosts.contains(host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)
    }

    /// The place of some words in a record's body; nil when they are not there.
    static func range(of words: String, in record: some Record) -> Range<Int>? {
        let wanted = Array(words.utf8)
        let bytes = record.file.bytes
        guard record.body.count >= wanted.count, let first = wanted.first else { return nil }
        for start in record.body.lowerBound...(record.body.upperBound - wanted.count)
        where bytes[start] == first && bytes[start...].starts(with: wanted) {
            return start..<start + wanted.count
        }
        return nil
    }
}

extension CheckContext {
    /// Whether readers see a verdict that is not the example of a new newsroom.
    var hasOwnVerdict: Bool {
        newsroom.verdicts.contains {
            isPublished($0) && Placeholders.range(of: Placeholders.verdict, in: $0) == nil
        }
    }
}
