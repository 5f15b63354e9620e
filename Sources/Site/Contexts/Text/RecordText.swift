import Addresses
import Markdown
import Newsroom

extension PageScope {
    /// The HTML of a record's body; empty for a record without one.
    func bodyHTML(of record: some Record) -> [UInt8] {
        document(of: record).html(RecordResolver(scope: self, numbering: nil))
    }

    /// The address of a linked record; nil if it is not in the edition.
    func address(of link: RecordLink) -> String? {
        if link.kind == RecordKind.medium.rawValue {
            return medium(link.id).flatMap { address(of: $0, at: link.fragment) }
        }
        return route(of: link).map { links.to($0, fragment: link.fragment) }
    }

    /// The publisher's name of a source or an article; nil if there is neither.
    func publisher(of id: String) -> String? {
        if let source = source(id) { return source.publisher.value }
        return article(id).map { profileLink($0.publisher.value).text }
    }

    private func route(of link: RecordLink) -> Route? {
        RecordKind(rawValue: link.kind)?.siteType?.route(to: link.id, in: self)
    }
}

/// A resolver that turns the citations and record links of a text into HTML.
///
/// In a verdict's reasoning, citations are numbers linked to the evidence; elsewhere they show the record's title.
struct RecordResolver: MarkdownResolver {
    let scope: PageScope
    let numbering: CitationNumbering?
    /// Whether an `@id` in a sentence is a citation. False for articles, which are other people's words.
    var readsMentions = true

    /// The HTML for an `@id` in a sentence: the publisher's name and the citation, as in "Smith [3]".
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

    func medium(_ image: Image) -> [UInt8] {
        guard let link = image.medium else { return [] }
        guard let medium = scope.medium(link.id) else { return image.words }
        return image.isFigure
            ? scope.figures(of: medium, caption: image.alternative, fragment: link.fragment, in: image.row)
            : scope.inlinePicture(of: medium, words: image.alternative)
    }
}
