import CCmark

/// libcmark's tree of one text. It is freed with this value, and no other file touches libcmark's memory.
struct CmarkTree: ~Copyable {
    private let root: OpaquePointer

    /// Parses UTF-8 without NUL; nil when libcmark gives no tree.
    init?(_ text: Span<UInt8>) {
        let parsed = text.withUnsafeBytes { bytes in
            cmark_parse_document(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, 0)
        }
        guard let parsed else { return nil }
        root = parsed
    }

    deinit { cmark_node_free(root) }

    /// Lends the document's first block. Nodes may not be kept longer than the tree.
    func withFirstBlock<Result>(_ body: (CmarkNode?) -> Result) -> Result {
        body(CmarkNode(pointer: root).firstChild)
    }

    /// Visits every node below the document in the order of the text.
    func walk(_ visitor: inout some CmarkVisitor) {
        CmarkNode(pointer: root).walkChildren(&visitor)
    }
}

extension MarkdownDocument {
    /// The version of libcmark that reads Markdown.
    package static var libraryVersion: String { String(cString: cmark_version_string()) }
}

/// A visitor of a tree's nodes.
protocol CmarkVisitor {
    /// Enters a node. Returns whether to visit its children; only then is the node left.
    mutating func enter(_ node: CmarkNode) -> Bool
    /// Leaves a node whose children were visited.
    mutating func leave(_ node: CmarkNode)
}

/// A node of a living `CmarkTree`.
struct CmarkNode: Equatable {
    /// libcmark's node types, with its numbers.
    enum Kind: UInt32 {
        case none, document, blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading
        case thematicBreak
        case text, softBreak, lineBreak, code, inlineHTML, customInline, emphasis, strong, link, image
    }

    fileprivate let pointer: OpaquePointer

    var kind: Kind { Kind(rawValue: UInt32(cmark_node_get_type(pointer).rawValue)) ?? .none }
    var parent: CmarkNode? { cmark_node_parent(pointer).map(CmarkNode.init(pointer:)) }
    var previous: CmarkNode? { cmark_node_previous(pointer).map(CmarkNode.init(pointer:)) }
    var next: CmarkNode? { cmark_node_next(pointer).map(CmarkNode.init(pointer:)) }
    var firstChild: CmarkNode? { cmark_node_first_child(pointer).map(CmarkNode.init(pointer:)) }

    /// The first line, counted from 1. Lines of blocks are right, but the end can be one blank line too far.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    /// The column in bytes, counted from 1; right for a block's first line, unreliable for inlines
    /// (commonmark/cmark issues 296 and 442).
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }

    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }

    /// Lends the content of a text, code or raw HTML node.
    func withLiteral<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        Self.lend(cmark_node_get_literal(pointer), to: body)
    }

    /// The words after a code fence, their escapes and entities resolved.
    var fenceInfo: [UInt8] { Self.resolved(cmark_node_get_fence_info(pointer)) }

    /// The address of a link or image, its escapes and entities resolved.
    var address: [UInt8] { Self.resolved(cmark_node_get_url(pointer)) }
    /// The title of a link or image; empty when it has none.
    var title: [UInt8] { Self.resolved(cmark_node_get_title(pointer)) }

    /// Visits every node below this one in the order of the text, without recursion.
    func walkChildren(_ visitor: inout some CmarkVisitor) {
        guard var current = cmark_node_first_child(pointer) else { return }
        while true {
            if visitor.enter(CmarkNode(pointer: current)) {
                if let child = cmark_node_first_child(current) {
                    current = child
                    continue
                }
                visitor.leave(CmarkNode(pointer: current))
            }
            while true {
                if let sibling = cmark_node_next(current) {
                    current = sibling
                    break
                }
                guard let parent = cmark_node_parent(current), parent != pointer else { return }
                current = parent
                visitor.leave(CmarkNode(pointer: current))
            }
        }
    }

    private static func resolved(_ string: UnsafePointer<CChar>?) -> [UInt8] {
        lend(string) { SourceRepair.repaired(Array($0)) }
    }

    /// libcmark's strings end with NUL; a text cannot hold one, because `SourceText` has replaced them.
    private static func lend<Result>(
        _ string: UnsafePointer<CChar>?,
        to body: (Span<UInt8>) -> Result
    ) -> Result {
        let length = string.map { strlen($0) } ?? 0
        let bytes = UnsafeRawBufferPointer(start: string, count: length)
        return body(bytes.bindMemory(to: UInt8.self).span)
    }
}

extension Array where Element == UInt8 {
    /// Copies the bytes of a span.
    init(_ bytes: Span<UInt8>) {
        self = bytes.withUnsafeBufferPointer { Array($0) }
    }

    /// Appends the bytes of a span.
    mutating func append(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    /// Appends fixed text.
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }
}
