import Markdown
import Newsroom

extension SiteSettings {
    /// The references in the settings.
    var references: [RecordReference] {
        [RecordReference(publisher, .profile)] + navigation.map { RecordReference($0, .page) }
            + menu.compactMap { entry in
                if case .page(let id) = entry.target { RecordReference(id, .page) } else { nil }
            }
    }
}

extension MarkdownDocument {
    /// The references in a text: its citations, and its links to records.
    func references(_ citations: [Citation]) -> [RecordReference] {
        var references = citations.map { citation in
            RecordReference(id: citation.id, .source, or: .article, range: citation.range)
        }
        for link in recordLinks {
            if let kind = RecordKind(rawValue: link.kind) {
                references.append(RecordReference(id: link.id, kind, range: link.range))
            }
        }
        for medium in images.compactMap(\.medium) {
            references.append(RecordReference(id: medium.id, .medium, range: medium.range))
        }
        return references
    }
}
