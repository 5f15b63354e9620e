import Diagnostics
import Editorial
import Markdown
import Newsroom

/// Answers made of other queries, which note what they read.
extension PageScope {
    /// The original documents behind pieces of evidence.
    func roots(of references: [EvidenceReference]) -> Set<RecordKey> {
        let lineage = lineage(of: references)
        return references.reduce(into: []) { $0.formUnion(lineage.roots(of: $1)) }
    }

    /// The Markdown document of a text that readers once had. The history that holds it is noted already.
    func document(ofEarlier text: JudgedText) -> MarkdownDocument {
        let file = SourceFile(path: "", text: text.reasoning)
        return MarkdownDocument(file, range: file.bytes.indices)
    }
}
