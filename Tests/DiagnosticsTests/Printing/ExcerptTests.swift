import Testing

@testable import Diagnostics

@Suite("Excerpts")
struct ExcerptTests {
    /// The source row and the underline row for words in a line.
    private func rows(_ words: String, in line: String, width: Int = 100) -> [String] {
        let samples = Samples(("a.md", line + "\n"))
        let finding = Diagnostic(
            rule: RuleID("r", nil),
            severity: .error,
            message: "m",
            span: samples.span(words, in: "a.md")
        )
        let printer = TextPrinter(style: TerminalStyle(isColored: false, width: width))
        return samples.print(finding, as: printer).split(separator: "\n").suffix(2).map {
            String($0.dropFirst(4))
        }
    }

    @Test(
        "the caret stands under the words, whatever stands before them",
        arguments: [
            ("\tword", "    word", "    ^^^^"),
            ("ab\tword", "ab  word", "    ^^^^"),
            ("日本語 word", "日本語 word", "       ^^^^"),
            ("e\u{301}a\u{308} word", "e\u{301}a\u{308} word", "   ^^^^"),
            ("👩‍👩‍👧 🇫🇮 word", "👩‍👩‍👧 🇫🇮 word", "      ^^^^"),
            ("한국 word", "한국 word", "     ^^^^"),
            ("ｆｕｌｌ word", "ｆｕｌｌ word", "         ^^^^"),
            ("zero\u{200B}width word", "zero\u{200B}width word", "          ^^^^"),
            ("हिन्दी word", "हिन्दी word", "      ^^^^"),
        ]
    )
    func alignment(_ line: String, _ shown: String, _ underline: String) {
        #expect(rows("word", in: line) == [shown, underline])
    }

    @Test("wide words are underlined in their whole width")
    func wideWords() {
        #expect(rows("語語", in: "a語語b") == ["a語語b", " ^^^^"])
    }

    @Test("controls show as pictures: nothing in a file can act on the terminal")
    func controls() {
        let line = "\u{1B}[31mred\u{7} \u{9B}2J \u{202E}abc\u{2066} \u{7F}word\u{8}end"
        #expect(
            rows("word", in: line) == [
                "␛[31mred␇ \u{FFFD}2J \u{FFFD}abc\u{FFFD} ␡word␈end", "                     ^^^^",
            ]
        )
    }

    @Test("controls in messages, paths, captions, notes and help are shown too")
    func controlsInWords() {
        let bell = "\u{1B}]0;x\u{7}\u{9D}"
        let samples = Samples(("a\(bell).md", "abc\n"))
        let finding = Diagnostic(
            rule: RuleID("r\(bell)", nil),
            severity: .error,
            message: "m\(bell)\nerror: forged",
            span: samples.files[0].span(0..<1),
            caption: bell,
            notes: [bell],
            help: bell
        )
        let text = samples.print(finding)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        #expect(text.hasPrefix("error[r␛]0;x␇\u{FFFD}]: m␛]0;x␇\u{FFFD} error: forged\n"))
    }

    @Test("a long line is cut around the words")
    func longLine() {
        let line = String(repeating: "a ", count: 60) + "word" + String(repeating: " b", count: 60)
        let rows = rows("word", in: line, width: 40)
        #expect(
            rows == [
                "… a a a a a a a a word b b b b b b b b …", "                  ^^^^",
            ]
        )
    }

    @Test("a long line is cut at one end only when the words stand at the other")
    func longLineEnds() {
        let tail = "word" + String(repeating: " b", count: 60)
        #expect(rows("word", in: tail, width: 40) == ["word b b b b b b b b b b b b b b b b b…", "^^^^"])
        let head = String(repeating: "a ", count: 60) + "word"
        #expect(rows("word", in: head, width: 40)[0] == "…a a a a a a a a a a a a a a a a a word")
    }

    @Test("words longer than the window are underlined as far as it goes")
    func longWords() {
        let words = String(repeating: "x", count: 200)
        let rows = rows(words, in: "ab " + words + " c", width: 40)
        #expect(rows[0] == "ab " + String(repeating: "x", count: 35) + "…")
        #expect(rows[1] == "   " + String(repeating: "^", count: 35))
    }

    @Test("marks too far apart for one window show the line twice")
    func farApart() {
        let samples = Samples(("a.md", "first" + String(repeating: " x", count: 4000) + " last\n"))
        let finding = Diagnostic(
            rule: RuleID("r", nil),
            severity: .error,
            message: "m",
            span: samples.span("last", in: "a.md"),
            labels: [.init(samples.span("first", in: "a.md"), "here")]
        )
        let rows = samples.print(finding, as: TextPrinter(style: TerminalStyle(isColored: false, width: 40)))
            .split(separator: "\n").suffix(4)
        #expect(
            Array(rows) == [
                "1 | first x x x x x x x x x x x x x x x x …", "  | ----- here",
                "1 | …x x x x x x x x x x x x x x x x x last", "  |                                    ^^^^",
            ]
        )
    }

    @Test("bytes that are not UTF-8 neither shift the caret nor stop the printer")
    func notUTF8() {
        let bytes: [UInt8] = [0xFF, 0xC3, 0x28, 0x20] + Array("word".utf8) + [0xE2, 0x82]
        let samples = Samples(files: [SourceFile(path: "a.md", bytes: bytes)])
        let finding = Diagnostic(
            rule: RuleID("r", nil),
            severity: .error,
            message: "m",
            span: samples.files[0].span(4..<8)
        )
        #expect(
            samples.print(finding).hasSuffix("1 | \u{FFFD}\u{FFFD}( word\u{FFFD}\n  |     ^^^^\n")
        )
    }

    @Test("only the neighbourhood of the words is looked at in a line of ten megabytes")
    func hugeLine() {
        let half = [UInt8](repeating: UInt8(ascii: "x"), count: 5_000_000)
        let file = SourceFile(path: "a.md", bytes: half + Array("word".utf8) + half)
        let finding = Diagnostic(
            rule: RuleID("r", nil),
            severity: .error,
            message: "m",
            span: SourceSpan(file: "a.md", line: 1, column: 1, byteRange: 5_000_000..<5_000_004)
        )
        let side = String(repeating: "x", count: 47)
        let shown = "1 | …\(side)word\(side)…\n  | " + String(repeating: " ", count: 48) + "^^^^\n"
        #expect(Samples(files: [file]).print(finding).hasSuffix(shown))
    }
}
