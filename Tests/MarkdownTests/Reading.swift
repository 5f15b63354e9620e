import Diagnostics

@testable import Markdown

/// A resolver with readable output: `{a|see|p. 4;b}` for citations, and `/kind/id` for addresses.
struct PlainResolver: MarkdownResolver {
    /// The ids of records that do not exist.
    var missing: Set<String> = []

    func citation(_ group: CitationGroup) -> [UInt8] {
        let parts = group.citations.map { citation in
            [citation.id, citation.prefix, citation.locator].compactMap { $0 }.joined(separator: "|")
        }
        return escaped("{\(parts.joined(separator: ";"))}")
    }

    /// The ids of records that exist, for mentions.
    var known: Set<String> = ["one", "two"]

    func mention(_ mention: Mention) -> [UInt8] {
        let citation = mention.citation
        guard known.contains(citation.id) else { return [] }
        return escaped("{@\(citation.id)\(citation.locator.map { "|" + $0 } ?? "")}")
    }

    private func escaped(_ text: String) -> [UInt8] {
        var html: [UInt8] = []
        HTMLEscaper.append(Array(text.utf8).span, to: &html)
        return html
    }

    func address(of link: RecordLink) -> String? {
        guard !missing.contains(link.id) else { return nil }
        return "/\(link.kind)/\(link.id)" + (link.fragment.map { "#\($0)" } ?? "")
    }
}

/// A document with the file that it was read from.
struct Reading {
    let file: SourceFile
    let document: MarkdownDocument
    let bodyRange: Range<Int>

    /// Reads Markdown as the product does, behind front matter, so that places count from the file's start.
    init(
        _ markdown: String,
        frontMatter: String = "---\ntitle: Größe\n---\n",
        as dialect: MarkdownDialect = .newsroom
    ) {
        self.init(bytes: Array(markdown.utf8), frontMatter: frontMatter, as: dialect)
    }

    init(bytes: [UInt8], frontMatter: String = "", as dialect: MarkdownDialect = .newsroom) {
        let start = frontMatter.utf8.count
        file = SourceFile(path: "test.md", bytes: Array(frontMatter.utf8) + bytes)
        bodyRange = start..<file.bytes.count
        document = MarkdownDocument(file, range: bodyRange, as: dialect)
    }

    var html: String { html(PlainResolver()) }
    func html(_ resolver: PlainResolver) -> String {
        String(decoding: document.html(resolver), as: UTF8.self)
    }
    func html(ofBlock index: Int, marks: [TextMark] = []) -> String {
        String(decoding: document.html(ofBlock: index, marks: marks, PlainResolver()), as: UTF8.self)
    }
    func typed(_ range: Range<Int>) -> String { file.text(range) }

    /// The file's text at each group of citations.
    var typedGroups: [String] { document.citationGroups.map { typed($0.range) } }
    var typedIds: [String] { document.citationGroups.flatMap(\.citations).map { typed($0.range) } }
}
