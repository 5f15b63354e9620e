import Diagnostics

/// A Markdown text that has been read once: its HTML with places left open for citations and record
/// links, and everything that checks and pages want to know about it.
///
/// It is a value: libcmark's tree is gone when the initialiser returns.
public struct MarkdownDocument: Sendable {
    /// The citations, in the order of the text.
    public let citationGroups: [CitationGroup]
    /// The bytes in the file of brackets that look like a citation but are none, and stay text: `[@id p. 4]` without
    /// the comma, for instance.
    public let malformedCitations: [Range<Int>]
    /// What may be citations without brackets, in the order of the text.
    public let mentions: [Mention]
    /// What readers see otherwise than it may have been meant, in the order of the text.
    public let oddities: [Oddity]
    /// The links to addresses, in the order of the text.
    public let links: [Link]
    /// The links to other records, in the order of the text.
    public let recordLinks: [RecordLink]
    /// The headings, in the order of the text.
    public let headings: [Heading]
    /// The images, in the order of the text.
    public let images: [Image]
    /// What safe mode left out.
    public let dropped: [Dropped]
    /// The top-level blocks, in the order of the text.
    public let blocks: [Block]

    private let rendered: RenderedText

    /// Reads the Markdown in a range of a file. Every text is valid CommonMark, so this cannot fail.
    public init(_ file: SourceFile, range: Range<Int>, options: MarkdownOptions = MarkdownOptions()) {
        let builder = DocumentBuilder(file, range: range, options: options)
        citationGroups = builder.citationGroups
        malformedCitations = builder.malformedCitations
        mentions = builder.mentions
        oddities = builder.oddities
        links = builder.links
        recordLinks = builder.recordLinks
        headings = builder.headings
        images = builder.images
        dropped = builder.dropped
        rendered = builder.output
        // Only now, so that nothing holds the words while they are written.
        let words = rendered.plain
        blocks = builder.blocks.map { Block($0, words: words[$0.plain]) }
    }

    /// The words alone, one line a block, without markup and without citations.
    public var plainText: String { String(decoding: rendered.plain, as: UTF8.self) }

    /// The HTML of the whole text, with citations and record links as the resolver writes them.
    public func html(_ resolver: some MarkdownResolver) -> [UInt8] {
        rendered.filled(rendered.html.indices) { fill($0, resolver) }
    }

    /// The HTML of one block, with ranges of the block's plain text marked.
    ///
    /// Marks are sorted and do not overlap; a mark that crosses markup is opened and closed as often as needed. A mark
    /// that overlaps the one before it or lies outside the text is left out, and one that would part the bytes of a
    /// character takes all of them. An index without a block gives nothing.
    public func html(ofBlock index: Int, marks: [Mark] = [], _ resolver: some MarkdownResolver) -> [UInt8] {
        guard blocks.indices.contains(index) else { return [] }
        let block = blocks[index]
        let start = block.words.startIndex
        let placed = marks.map { mark in
            let range = mark.range.clamped(to: 0..<block.words.count)
            return Mark(
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
            Escaping.append(address: Array(address.utf8), to: &tag)
            tag.append("\">")
            return tag
        case .linkClosing(let index):
            return resolver.address(of: recordLinks[index]) == nil ? [] : Array("</a>".utf8)
        }
    }
}

/// What turns the open places of a document into HTML.
public protocol MarkdownResolver {
    /// The HTML that stands for a group of citations, for instance numbered links.
    func citation(_ group: CitationGroup) -> [UInt8]
    /// The HTML that stands for a citation without brackets; nothing where it is none and stays as typed.
    func mention(_ mention: Mention) -> [UInt8]
    /// The address that a record link goes to, not yet escaped; nil leaves the link's text without a link.
    func address(of link: RecordLink) -> String?
}

extension MarkdownResolver {
    /// Mentions stay as typed.
    public func mention(_ mention: Mention) -> [UInt8] { [] }
}

extension MarkdownDocument {
    /// The citations in brackets, and those without that a function knows as such, in the order of the text.
    public func citationGroups(knowing isCited: (String) -> Bool) -> [CitationGroup] {
        let mentioned = mentions.filter { $0.position == .text && isCited($0.citation.id) }
        if mentioned.isEmpty { return citationGroups }
        let groups = mentioned.map { CitationGroup(citations: [$0.citation], range: $0.range) }
        return (citationGroups + groups).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
