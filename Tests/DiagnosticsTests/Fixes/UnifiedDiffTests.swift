import Testing

@testable import Diagnostics

struct UnifiedDiffTests {
    private func difference(_ old: String?, _ new: String?, to path: String = "a.md") -> String {
        UnifiedDiff(from: ("a.md", old.map { Array($0.utf8) }), to: (path, new.map { Array($0.utf8) })).text
    }

    @Test("Changes far apart are two hunks, each with three lines around it")
    func hunks() {
        let old = (1...20).map { "line \($0)\n" }.joined()
        let new = old.replacing("line 2\n", with: "line two\n").replacing("line 19\n", with: "")
        let expected = """
            --- a/a.md
            +++ b/a.md
            @@ -1,5 +1,5 @@
             line 1
            -line 2
            +line two
             line 3
             line 4
             line 5
            @@ -16,5 +16,4 @@
             line 16
             line 17
             line 18
            -line 19
             line 20

            """
        #expect(difference(old, new) == expected)
    }

    @Test("A missing line end, a moved file, one that came and one that went")
    func heads() {
        #expect(difference("a\nb", "a\nb\n").hasSuffix(" a\n-b\n\\ No newline at end of file\n+b\n"))
        #expect(
            difference("a\n", "a\n", to: "ü b.md")
                == "diff --git a/a.md \"b/\\303\\274 b.md\"\nrename from a.md\nrename to \"\\303\\274 b.md\"\n"
        )
        #expect(difference(nil, "a\n").contains("--- /dev/null\n+++ b/a.md\n@@ -0,0 +1 @@\n+a\n"))
        #expect(difference("a\n", nil).contains("--- a/a.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"))
        #expect(difference("a\n", "a\n").isEmpty)
    }

    @Test("In colours nothing in the text reaches the terminal as a control")
    func controls() {
        let style = TerminalStyle(isColored: true)
        let text = UnifiedDiff(
            from: ("a.md", Array("\u{1B}[31mred\n".utf8)),
            to: ("a.md", Array("plain\n".utf8)),
            style: style
        ).text
        #expect(!text.contains("\u{1B}[31mred"))
        #expect(text.contains("␛[31mred"))
    }
}
