import Diagnostics
import Newsroom
import Testing

/// Front matter that would cost too much, or crash a trusting reader.
struct HostileYAMLTests {
    private func rules(_ yaml: String) -> [String] {
        SmallNewsroom().adding("---\n\(yaml)\n---\n", at: "content/pages/hostile.md").loaded.diagnostics.map(
            \.rule.name
        )
    }

    @Test("Deep nesting is refused before it is read", arguments: [100, 1_000, 100_000])
    func depth(levels: Int) {
        #expect(rules("title: " + String(repeating: "[", count: levels)).count == 1)
        #expect(
            rules("title: " + String(repeating: "[", count: levels) + String(repeating: "]", count: levels))
                .contains("yaml-too-complex")
        )
        #expect(
            rules(
                "title: " + String(repeating: "{a: ", count: levels) + "b"
                    + String(repeating: "}", count: levels)
            ).contains("yaml-too-complex")
        )
        #expect(rules("title:\n" + String(repeating: "- ", count: levels) + "a") == ["yaml-too-complex"])
        let staircase = (0..<min(levels, 300)).map { String(repeating: " ", count: $0) + "a:" }.joined(
            separator: "\n"
        )
        #expect(rules(staircase) == ["yaml-too-complex"])
        let quoted = (0..<min(levels, 2_000)).map { _ in "[ \"]\"," }.joined(separator: "\n  ")
        #expect(!rules("title: " + quoted).isEmpty)
    }

    @Test("Aliases cannot multiply")
    func aliases() {
        var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            laughs += "a\(level): &a\(level) [\(items)]\n"
        }
        #expect(rules(laughs) == ["yaml-too-complex"])
        #expect(rules("? &a [x]\n: b\n? *a\n: c") == ["yaml-syntax"])
        #expect(rules("title: &t Tea\nsummary: *t").isEmpty)
        #expect(rules("title: Q&A on the *best* of Smith & Sons").isEmpty)
    }

    @Test(
        "Odd YAML is a finding or harmless",
        arguments: [
            "title: !!binary aGk=", "title: !ruby/object x", "title: \"\\u0000\"", "- a\n- b", "just text",
            "title: |\n  a\n  b", "? [a]\n: b", "title: 'it''s'", "%YAML 9.9", "title: \u{7F}",
            "<<: {title: x}",
        ]
    )
    func odd(yaml: String) {
        // Loading must end, and nothing wrong may pass in silence.
        let room = SmallNewsroom().adding("---\n\(yaml)\n---\n", at: "content/pages/hostile.md")
        let isRead = room.loaded.newsroom?.pages["hostile"] != nil
        #expect(isRead || !room.findings.isEmpty)
    }
}
