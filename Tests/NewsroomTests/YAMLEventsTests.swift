import Diagnostics
import Testing

@testable import Newsroom

/// What is read from events is what Yams reads.
struct YAMLEventsTests {
    private static let texts = [
        "", "# nothing", "title: A plain text\nauthors: [a, \"b\", 'it''s']\n",
        "claim: x\nevidence:\n  - source: a\n    shows: \"quoted: \\\"so\\\"\"\n  - {source: b, shows: >-\n    c}\n",
        "text: |\n  one\n  two\nother: >\n  folded\n  text\nlast:\n", "a: é — 日本語 🙂\n🙂: \"ü\"\nb: x",
        "? a\n: b\nc: {d: [e, {f: g}], h: }\n", "a: &x b\nc: *x\n", "a: !!str 1\nb: !c d\n'a': 2\n",
        "a: 1\r\nb: 'two'\r\nc:\r\n  - d\r\n", "plain words\n", "- a\n- - b\n  - c\n", "a: b\n...\n",
        "--- a\n--- b\n",
        "a: \"\u{FEFF}b\"\nc: \u{FEFF}d\n", "a:\n  several\n  lines\n\n  of one text\nb: \"x\n  y\"\n",
    ]

    @Test("Every text that is plain is read as Yams reads it, and so are texts that are nearly so")
    func same() {
        var plain = 0
        for text in Self.texts {
            #expect(agrees(Array(text.utf8), &plain), "\(text)")
            var random = Random(state: UInt64(text.utf8.count))
            for _ in 0..<200 {
                let bytes = mutated(Array(text.utf8), &random)
                #expect(agrees(bytes, &plain), "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
        #expect(plain > 500)
    }

    @Test(
        "Mistakes, aliases and names that occur twice are left to Yams",
        arguments: ["a: 'b", "a: &x b\nc: *x", "a: 1\na: 2", "[a]: b", "a: b\n--- c", "\u{7}"]
    )
    func unusual(text: String) {
        let file = SourceFile(path: "a.md", text: text)
        guard case .unusual = events(file) else {
            Issue.record("it was read")
            return
        }
    }

    private func events(_ file: SourceFile) -> YAMLEvents.Outcome {
        let lines = LineTable(file: file, range: file.bytes.indices)
        return YAMLEvents.read(file, range: file.bytes.indices, lines: lines)
    }

    private func agrees(_ bytes: [UInt8], _ plain: inout Int) -> Bool {
        let file = SourceFile(path: "a.md", bytes: bytes)
        guard YAMLBounds(bytes[...]).problem == nil, case .plain(let node) = events(file) else { return true }
        plain += 1
        let reader = YAMLReader(file: file, range: bytes.indices)
        do throws(YAMLFailure) {
            let expected = try reader.readWithYams(LineTable(file: file, range: bytes.indices))
            return node.map(described) == expected.map(described)
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

    /// A byte that YAML gives a meaning to is put somewhere, or one is taken out.
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

    /// Numbers that are the same on every run (Knuth's MMIX generator).
    private struct Random {
        var state: UInt64

        mutating func number(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
    }
}
