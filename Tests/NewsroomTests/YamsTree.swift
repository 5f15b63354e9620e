import Diagnostics
import Yams

@testable import Newsroom

/// A text as Yams reads it, in our nodes: what `YAMLEvents` and `PlainYAML` are held to.
struct YamsTree {
    private struct NoTree: Error {}

    private let lines: LineTable

    /// Reads a file; nil for one that holds nothing.
    /// - Throws: where Yams finds a mistake, or a name that is no text.
    static func read(_ file: SourceFile) throws -> YAMLNode? {
        let text = String(decoding: file.bytes, as: UTF8.self)
        let tree = YamsTree(lines: LineTable(file: file, range: file.bytes.indices))
        return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot().map(tree.convert)
    }

    private func convert(_ node: Node) throws -> YAMLNode {
        let start = node.mark.map(lines.offset(of:)) ?? 0
        switch node {
        case .scalar(let scalar):
            return .scalar(lines.scalar(scalar.string, style: scalar.style, at: start))
        case .sequence(let sequence):
            return .sequence(try sequence.map(convert), range: lines.lineEnd(from: start))
        case .mapping(let mapping):
            let entries = try mapping.map { key, value in
                guard case .scalar(let text) = try convert(key) else { throw NoTree() }
                return (key: text, value: try convert(value))
            }
            return .mapping(YAMLMapping(entries: entries, range: lines.lineEnd(from: start)))
        case .alias: throw NoTree()
        }
    }
}
