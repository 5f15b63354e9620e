import Diagnostics
import Testing

@testable import Newsroom

/// The plain reader and the event reader, compared with Yams.
struct YAMLEventsTests {
    private static let texts = [
        "", "# nothing", "title: A plain text\nauthors: [a, \"b\", 'it''s']\n",
        "claim: x\nevidence:\n  - source: a\n    shows: \"quoted: \\\"so\\\"\"\n  - {source: b, shows: >-\n    c}\n",
        "text: |\n  one\n  two\nother: >\n  folded\n  text\nlast:\n", "a: é — 日本語 🙂\n🙂: \"ü\"\nb: x",
        "? a\n: b\nc: {d: [e, {f: g}], h: }\n", "a: &x b\nc: *x\n", "a: &x b\nc: &x d\ne: *x\n",
        "a: !!str 1\nb: !c d\n'a': 2\n",
        "a: 1\r\nb: 'two'\r\nc:\r\n  - d\r\n", "plain words\n", "- a\n- - b\n  - c\n", "a: b\n...\n",
        "--- a\n--- b\n",
        "a: \"\u{FEFF}b\"\nc: \u{FEFF}d\n", "a:\n  several\n  lines\n\n  of one text\nb: \"x\n  y\"\n",
    ]

    /// Typical front matter.
    private static let frontMatter = [
        "claim: \"claim-1\"\nruling: mostly-false\ntitle: 'A title'\nauthors: [a-b, \"c d\", e]\npublished: 2024-03-10\n"
            + "evidence:\n  - source: \"s\"\n    stance: supports\n    shows: \"It is: so.\"\n  - article: t\n    locator: p. 8\n"
            + "replies:\n- from: x\n  asked: 2024-03-10\nreviewers:\n- a\n-  \"b\"\nlast: z\n",
        "# a comment\n\ntitle:  Größe – “so” (it’s said), 5 % of 3/4; x=y  \nempty:\nnone: []\nurl: https://a.example/b?c#d\n",
        "name: N\nscale:\n    rulings:\n        - id: true\n          name: True\n          tone:\n        - id: false\n"
            + "    labels:\n      - id: 日本\nnavigation: [ a , b ]\n\n   # indented\nmode: newsroom",
    ]

    @Test("Every text that is plain is read as Yams reads it, and so are texts that are nearly so")
    func same() {
        var plain = 0
        for text in Self.texts + Self.frontMatter {
            #expect(agrees(Array(text.utf8), events, &plain), "\(text)")
            var random = Random(state: UInt64(text.utf8.count))
            for _ in 0..<200 {
                let bytes = mutated(Array(text.utf8), &random)
                #expect(agrees(bytes, events, &plain), "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
        #expect(plain > 500)
    }

    @Test("Plain lines are read as Yams reads them, and lines that are nearly plain")
    func sameLines() {
        for text in Self.frontMatter {
            var plain = 0
            #expect(agrees(Array(text.utf8), lines, &plain), "\(text)")
            #expect(plain == 1, "\(text)")
        }
        var plain = 0
        for text in Self.texts + Self.frontMatter {
            var random = Random(state: UInt64(text.utf8.count))
            for _ in 0..<1500 {
                let bytes = mutated(Array(text.utf8), &random)
                #expect(agrees(bytes, lines, &plain), "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
        #expect(plain > 1000)
    }

    @Test(
        "What could mean something else is not taken for plain",
        arguments: [
            "a: b # c", "a: b\n  c", "a: \"b\\\"\"", "a: 'it''s'", "a: b: c", "a: &x b", "a: |\n  b",
            "a: {b: c}", "a: 1\na: 2",
            "a: b\r\n", "- a", "a: [b, [c]]", "a: [b: c]", "--- a", "a: \t b", "a: b\u{85}", "a: \u{FEFF}b",
            "a: *x", "a: ? b",
            "a: - b", "a: b:", "a:\n  - b\n - c",
        ]
    )
    func notPlain(text: String) {
        let node = PlainYAML.read(SourceFile(path: "a.md", text: text), range: 0..<text.utf8.count)
        #expect(node.map(described) == nil)
    }

    @Test(
        "Mistakes are left to Yams",
        arguments: ["a: 'b", "a: &x b\nc: *y", "a: b\n--- c", "\u{7}", "a: [b"]
    )
    func mistakes(text: String) {
        guard case .mistake = events(SourceFile(path: "a.md", text: text)) else {
            Issue.record("it was read")
            return
        }
    }

    @Test(
        "Names that occur twice or are no text are refused",
        arguments: ["a: 1\na: 2", "[a]: b", "? {a: b}\n: c"]
    )
    func refused(text: String) {
        guard case .refused(let failure) = events(SourceFile(path: "a.md", text: text)) else {
            Issue.record("it was read")
            return
        }
        #expect(failure.diagnostic.rule == .yamlSyntax)
    }

    private func events(_ file: SourceFile) -> YAMLEvents.Outcome {
        let lines = LineTable(file: file, range: file.bytes.indices)
        return YAMLEvents.read(file, range: file.bytes.indices, lines: lines)
    }

    private func lines(_ file: SourceFile) -> YAMLEvents.Outcome {
        PlainYAML.read(file, range: file.bytes.indices).map { .content(YAMLContent(root: $0)) } ?? .mistake
    }

    private func agrees(
        _ bytes: [UInt8],
        _ read: (SourceFile) -> YAMLEvents.Outcome,
        _ plain: inout Int
    ) -> Bool {
        let file = SourceFile(path: "a.md", bytes: bytes)
        guard case .content(let content) = read(file) else { return true }
        plain += 1
        do {
            return content.root.map(described) == (try YamsTree.read(file)).map(described)
        } catch {
            return false
        }
    }

    private func described(_ node: YAMLNode) -> String {
        switch node {
        case .scalar(let text): "\(text.value.debugDescription)@\(text.range)"
        case .sequence(let items, let range): "[\(items.map(described).joined(separator: ", "))]@\(range)"
        case .mapping(let mapping):
            "{\(mapping.entries.map { "\(described(.scalar($0.key))): \(described($0.value))" })}@\(mapping.range)"
        }
    }

    /// A copy with a byte removed, or with one inserted that has a meaning in YAML.
    private func mutated(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
        var bytes = bytes
        for _ in 0...random.number(below: 3) {
            let place = random.number(below: bytes.count + 1)
            let marks = Array(" \n\r\t:-?[]{},#&*!|>'\"%@`x~.".utf8)
            if place < bytes.count, random.number(below: 3) == 0 {
                bytes.remove(at: place)
            } else {
                bytes.insert(marks[random.number(below: marks.count)], at: place)
            }
        }
        return bytes
    }

    /// Random numbers that are the same in every run (Knuth's MMIX generator).
    private struct Random {
        var state: UInt64

        mutating func number(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
    }
}
