import Markdown
import Newsroom

/// The numbering of a verdict's evidence: cited evidence in the order of first citation, then uncited evidence in the
/// order of the file.
struct CitationNumbering {
    /// A piece of evidence with its number and its citations.
    struct Entry {
        let number: Int
        let evidence: Evidence
        /// The fragment identifiers of the citations, in the order of the text.
        fileprivate(set) var citedAt: [String]

        /// The entry's fragment identifier. Its underscore keeps it apart from headings, whose identifiers have none.
        var anchor: String { "evidence_\(number)" }
    }

    /// The entries by number.
    private(set) var entries: [Entry] = []
    /// The index of an entry, by the byte offset of its citation in the file.
    private var entryByPlace: [Int: Int] = [:]
    private var anchorByPlace: [Int: String] = [:]

    init(_ evidence: [Evidence], citedIn groups: [CitationGroup]) {
        var entryByEvidence: [Int: Int] = [:]
        for citation in groups.lazy.flatMap(\.citations) {
            guard let meant = Self.index(of: citation, in: evidence) else { continue }
            let index = entryByEvidence[meant] ?? entries.count
            if index == entries.count {
                entryByEvidence[meant] = index
                entries.append(Entry(number: index + 1, evidence: evidence[meant], citedAt: []))
            }
            let anchor = "c\(index + 1)_\(entries[index].citedAt.count + 1)"
            entries[index].citedAt.append(anchor)
            entryByPlace[citation.range.lowerBound] = index
            anchorByPlace[citation.range.lowerBound] = anchor
        }
        for (index, uncited) in evidence.enumerated() where entryByEvidence[index] == nil {
            entries.append(Entry(number: entries.count + 1, evidence: uncited, citedAt: []))
        }
    }

    /// A citation's entry, and the citation's own fragment identifier.
    func target(of citation: Citation) -> (entry: Entry, anchor: String)? {
        guard let index = entryByPlace[citation.range.lowerBound],
            let anchor = anchorByPlace[citation.range.lowerBound]
        else { return nil }
        return (entries[index], anchor)
    }

    /// The index of the evidence that a citation means. Of several entries for one record, that with the same locator counts,
    /// or else the first.
    private static func index(of citation: Citation, in evidence: [Evidence]) -> Int? {
        let candidates = evidence.indices.filter { evidence[$0].reference.id.value == citation.id }
        return candidates.first { evidence[$0].locator == citation.locator } ?? candidates.first
    }
}
