import Addresses
import Markdown
import Newsroom

extension PageScope {
    /// The HTML of a record's body; empty when the record has none.
    func bodyHTML(of record: some Record) -> [UInt8] {
        document(of: record).html(RecordResolver(scope: self, numbering: nil))
    }

    /// The address of a record that a text links to; nil when readers may not see it.
    func address(of link: RecordLink) -> String? {
        guard let route = route(of: link) else { return nil }
        return links.to(route, fragment: link.fragment)
    }

    /// Who published a source or an article; nil when there is none of that id.
    func publisher(of id: String) -> String? {
        if let source = source(id) { return source.publisher.value }
        return article(id).map { profileLink($0.publisher.value).text }
    }

    private func route(of link: RecordLink) -> Route? {
        RecordKind(rawValue: link.kind)?.siteType?.route(to: link.id, in: self)
    }
}

/// Turns the citations and record links of a text into HTML.
///
/// In a verdict's reasoning citations are numbers that lead to the evidence; elsewhere they name the record.
struct RecordResolver: MarkdownResolver {
    let scope: PageScope
    let numbering: CitationNumbering?
    /// Whether an `@id` in a sentence is a citation; in an article it is a word of others.
    var readsMentions = true

    /// In the place of `@id` stands who published the source, then the note, as in "Smith [3]".
    func mention(_ mention: Mention) -> [UInt8] {
        guard readsMentions, mention.position == .text, let name = scope.publisher(of: mention.citation.id)
        else { return [] }
        return scope.html(
            "mention",
            [
                "name": .text(name),
                "citations": .list([CitationView(mention.citation, numbering: numbering, in: scope)]),
                "words": .record(scope.words.templateRecord),
            ]
        )
    }

    func citation(_ group: CitationGroup) -> [UInt8] {
        let citations = group.citations.map { CitationView($0, numbering: numbering, in: scope) }
        return scope.html(
            "citation",
            ["citations": .list(citations), "words": .record(scope.words.templateRecord)]
        )
    }

    func address(of link: RecordLink) -> String? { scope.address(of: link) }
}
