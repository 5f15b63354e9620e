import Editorial
import Newsroom

/// Answers made of other queries, which note what they read.
extension PageScope {
    /// The original documents behind pieces of evidence.
    func roots(of references: [EvidenceReference]) -> Set<RecordKey> {
        let lineage = lineage(of: references)
        return references.reduce(into: []) { $0.formUnion(lineage.roots(of: $1)) }
    }
}
