import Diagnostics
import Testing

@testable import Newsroom

/// How deep lists and groups may nest: the same for every way of reading.
struct YAMLDepthTests {
    private static let limit = YAMLReader.depthLimit

    private static func groups(_ count: Int, _ value: String = "x") -> String {
        (0..<count).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n") + " " + value
    }

    private static func flow(_ open: String, _ close: String, _ count: Int) -> String {
        String(repeating: open, count: count) + "x" + String(repeating: close, count: count)
    }

    /// Texts by how many lists and groups are in each other in them.
    static let forms: [(name: String, text: @Sendable (Int) -> String)] = [
        ("groups on lines", { groups($0) }),
        ("groups on lines, and a list in brackets", { groups($0 - 1, "[x]") }),
        ("groups on lines that are not plain", { groups($0, "x # comment") }),
        ("dashes", { "a:\n" + String(repeating: "- ", count: $0 - 1) + "x" }),
        ("brackets", { "a: " + flow("[", "]", $0 - 1) }),
        ("braces", { "a: " + flow("{a: ", "}", $0 - 1) }),
    ]

    @Test("As deep as the limit is read, and one level more is not", arguments: forms.indices)
    func limit(form: Int) throws {
        func read(_ levels: Int) throws(YAMLFailure) -> YAMLContent {
            let file = SourceFile(path: "a.md", text: Self.forms[form].text(levels))
            return try YAMLReader(file: file, range: file.bytes.indices).read()
        }
        #expect(try read(Self.limit).root.map(levels) == Self.limit)
        #expect {
            _ = try read(Self.limit + 1)
        } throws: {
            ($0 as? YAMLFailure)?.diagnostic.rule == .yamlTooComplex
        }
    }

    @Test("Plain lines are read by the fast path up to the limit, and not beyond")
    func plain() {
        func isRead(_ text: String) -> Bool {
            PlainYAML.read(SourceFile(path: "a.md", text: text), range: 0..<text.utf8.count) != nil
        }
        #expect(isRead(Self.groups(Self.limit)) && !isRead(Self.groups(Self.limit + 1)))
        #expect(isRead(Self.groups(Self.limit - 1, "[x]")) && !isRead(Self.groups(Self.limit, "[x]")))
    }

    private func levels(_ node: YAMLNode) -> Int {
        switch node {
        case .scalar: 0
        case .sequence(let items, _): 1 + (items.map(levels).max() ?? 0)
        case .mapping(let mapping): 1 + (mapping.entries.map { levels($0.value) }.max() ?? 0)
        }
    }
}
