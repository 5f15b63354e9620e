import Markdown
import Newsroom

/// The numbers of a verdict's evidence: in the order in which the reasoning first cites it, then what it never
/// cites, in the order of the file.
struct CitationNumbering {
    /// A piece of evidence with its number and the places that cite it.
    struct Entry {
        let number: Int
        let evidence: Evidence
        /// The fragments of the citations, in the order of the text.
        fileprivate(set) var citedAt: [String]

        /// The fragment of the entry in the list of evidence. A heading's has no underscore, so none is the same.
        var anchor: String { "evidence_\(number)" }
    }

    /// The entries by number.
    private(set) var entries: [Entry] = []
    /// The entry's index by where the citation starts in the file.
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

    /// The entry that a citation leads to, and the citation's own fragment.
    func target(of citation: Citation) -> (entry: Entry, anchor: String)? {
        guard let index = entryByPlace[citation.range.lowerBound],
            let anchor = anchorByPlace[citation.range.lowerBound]
        else { return nil }
        return (entries[index], anchor)
    }

    /// Where one record is evidence more than once, the locator tells which is meant; else it is the first.
    private static func index(of citation: Citation, in evidence: [Evidence]) -> Int? {
        let candidates = evidence.indices.filter { evidence[$0].reference.id.value == citation.id }
        return candidates.first { evidence[$0].locator == citation.locator } ?? candidates.first
    }
}
