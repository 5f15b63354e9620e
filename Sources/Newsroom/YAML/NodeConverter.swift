import Diagnostics
import Yams

/// Turns Yams' tree into ours, with bytes for places.
struct NodeConverter {
    private let file: SourceFile
    private let lines: LineTable

    init(file: SourceFile, lines: LineTable) {
        self.file = file
        self.lines = lines
    }

    /// Converts a node and what is in it.
    func convert(_ node: Node) throws(YAMLFailure) -> YAMLNode {
        try convert(node, depth: 0)
    }

    private func convert(_ node: Node, depth: Int) throws(YAMLFailure) -> YAMLNode {
        let start = node.mark.map(lines.offset(of:)) ?? 0
        guard depth < YAMLReader.depthLimit else {
            throw YAMLFailure(
                diagnostic: Diagnostic(
                    rule: "yaml-too-complex",
                    severity: .error,
                    message: "it nests too deeply",
                    span: file.span(start..<start),
                    help: "write it with fewer levels"
                )
            )
        }
        switch node {
        case .scalar(let scalar):
            return .scalar(lines.scalar(scalar.string, style: scalar.style, at: start))
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            for item in sequence { items.append(try convert(item, depth: depth + 1)) }
            return .sequence(items, range: lines.lineEnd(from: start))
        case .mapping(let mapping):
            var entries: [(key: Located<String>, value: YAMLNode)] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key else {
                    throw YAMLFailure(
                        diagnostic: Diagnostic(
                            rule: "yaml-syntax",
                            severity: .error,
                            message: "a field's name must be text",
                            span: file.span(lines.lineEnd(from: start)),
                            help: "write `name: value`"
                        )
                    )
                }
                let keyStart = key.mark.map(lines.offset(of:)) ?? start
                let text = lines.scalar(name.string, style: name.style, at: keyStart)
                entries.append((text, try convert(value, depth: depth + 1)))
            }
            return .mapping(YAMLMapping(entries: entries, range: lines.lineEnd(from: start)))
        case .alias:
            // Yams' parser puts the node in the alias's place; this case is for its encoder.
            return .scalar(Located("", at: start..<start))
        }
    }
}
