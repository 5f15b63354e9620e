import Diagnostics

/// A parsed Markdown text: its HTML with holes for citations and record links, and lists of its links,
/// headings, images and issues.
///
/// libcmark's tree is freed before the initialiser returns.
///
///     let document = MarkdownDocument(file, range: file.bytes.indices)
///     let cited = document.citationGroups.flatMap(\.citations).map(\.id)
///     let html = document.html(resolver)
package struct MarkdownDocument: Sendable {
    /// The citations, in the order of the text.
    package let citationGroups: [CitationGroup]
    /// The file ranges of brackets that look like a citation but stay text, such as `[@id p. 4]` without the
    /// comma.
    package let malformedCitations: [Range<Int>]
    /// The possible citations without brackets (`@id`), in the order of the text.
    package let mentions: [Mention]
    /// The places where readers may see something else than the author meant, in the order of the text.
    package let syntaxIssues: [SyntaxIssue]
    /// The links to addresses, in the order of the text.
    package let links: [Link]
    /// The links to other records, in the order of the text.
    package let recordLinks: [RecordLink]
    /// The headings, in the order of the text.
    package let headings: [Heading]
    /// The images, in the order of the text.
    package let images: [Image]
    /// The raw HTML and the unsafe addresses that safe mode left out.
    package let dropped: [DroppedContent]
    /// The top-level blocks, in the order of the text.
    package let blocks: [MarkdownBlock]

    private let rendered: RenderedText

    /// Reads the Markdown in a range of a file. Every text is valid CommonMark, so this cannot fail.
    package init(_ file: SourceFile, range: Range<Int>) { self.init(file, range: range, as: .newsroom) }

    /// Reads the Markdown of a dialect: sites have one.
    init(_ file: SourceFile, range: Range<Int>, as dialect: MarkdownDialect) {
        let builder = DocumentBuilder(file, range: range, dialect: dialect)
        citationGroups = builder.parts.citationGroups
        malformedCitations = builder.parts.malformedCitations
        mentions = builder.parts.mentions
        syntaxIssues = builder.parts.syntaxIssues
        links = builder.parts.links
        recordLinks = builder.parts.recordLinks
        headings = builder.parts.headings
        images = builder.parts.images
        dropped = builder.parts.dropped
        rendered = builder.output
        // Not earlier: a second reference to the buffer would make the next append copy it.
        let words = rendered.plain
        blocks = builder.blocks.map { MarkdownBlock($0, words: words[$0.plain]) }
    }

    /// The plain text: one line a block, without markup and citations.
    package var plainText: String { String(decoding: rendered.plain, as: UTF8.self) }

    /// The HTML of the whole text, with citations and record links as the resolver writes them.
    package func html(_ resolver: some MarkdownResolver) -> [UInt8] {
        rendered.filled(rendered.html.indices) { fill($0, resolver) }
    }

    /// The HTML of one block, with ranges of the block's plain text marked.
    ///
    /// `marks` are sorted and do not overlap: a mark that overlaps the one before it, or lies outside the
    /// text, is left out. A mark is closed and reopened around tags, and widened to whole characters. The
    /// result is empty if there is no such block.
    package func html(ofBlock index: Int, marks: [TextMark] = [], _ resolver: some MarkdownResolver)
        -> [UInt8]
    {
        guard blocks.indices.contains(index) else { return [] }
        let block = blocks[index]
        let start = block.words.startIndex
        let placed = marks.map { mark in
            let range = mark.range.clamped(to: 0..<block.words.count)
            return TextMark(
                range: (start + range.lowerBound)..<(start + range.upperBound),
                opening: mark.opening,
                closing: mark.closing
            )
        }
        return rendered.filled(block.html, marks: placed) { fill($0, resolver) }
    }

    private func fill(_ hole: RenderedText.Hole, _ resolver: some MarkdownResolver) -> [UInt8] {
        switch hole {
        case .citation(let index): return resolver.citation(citationGroups[index])
        case .mention(let index): return resolver.mention(mentions[index])
        case .mentionEnd: return []
        case .linkOpening(let index):
            guard let address = resolver.address(of: recordLinks[index]) else { return [] }
            var tag = Array("<a href=\"".utf8)
            HTMLEscaper.append(address: Array(address.utf8), to: &tag)
            tag.append("\">")
            return tag
        case .image(let index): return resolver.medium(images[index])
        case .linkClosing(let index):
            return resolver.address(of: recordLinks[index]) == nil ? [] : Array("</a>".utf8)
        }
    }
}

/// The source of the HTML for a document's citations, mentions and record links.
package protocol MarkdownResolver {
    /// The HTML of a citation group, for instance numbered links.
    func citation(_ group: CitationGroup) -> [UInt8]
    /// The HTML of a mention that is a citation; empty if it is none and stays as typed.
    func mention(_ mention: Mention) -> [UInt8]
    /// The unescaped address of a record link; nil leaves the link's text without a link.
    func address(of link: RecordLink) -> String?
    /// The HTML of an image whose address names a medium: a figure, or a part of a sentence (`Image.isFigure`).
    func medium(_ image: Image) -> [UInt8]
}

extension MarkdownResolver {
    /// Mentions stay as typed.
    package func mention(_ mention: Mention) -> [UInt8] { [] }
    /// Media are their words.
    package func medium(_ image: Image) -> [UInt8] { image.words }
}

extension MarkdownDocument {
    /// The citation groups in brackets, and the mentions whose id `isCited` accepts, in the order of the
    /// text.
    package func citationGroups(knowing isCited: (String) -> Bool) -> [CitationGroup] {
        let mentioned = mentions.filter { $0.position == .text && isCited($0.citation.id) }
        if mentioned.isEmpty { return citationGroups }
        let groups = mentioned.map { CitationGroup(citations: [$0.citation], range: $0.range) }
        return (citationGroups + groups).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
