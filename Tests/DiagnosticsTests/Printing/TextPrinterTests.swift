import Testing

@testable import Diagnostics

@Suite("Text printer")
struct TextPrinterTests {
    @Test("a finding with a label in another file, a note and help")
    func whole() {
        #expect(
            Samples.helsinki.print(Samples.missingQuote) == """
                error[quote-not-in-article]: the article `vice-helsinki` does not have this quote
                 --> content/claims/joint-analysis.md:5:13
                  |
                5 |     quote: "we are ready to analyse it together"
                  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not found
                 ::: seeds/vice-helsinki.md:4:50
                  |
                4 | > Any specific material — if such things arise — we are ready to analyze together.
                  |                                                  -------------------------------- the nearest passage
                  |
                  = note: the article has "analyze" where the quote has "analyse it"
                  = help: copy the words as the article prints them, or mark a change with brackets

                """
        )
    }

    @Test("of what repeats in a file only the first are shown, and then how many more there are")
    func repeats() {
        func finding(_ rule: String, _ file: String) -> Diagnostic {
            let span = SourceSpan(file: file, line: 1, column: 1, byteRange: 0..<1)
            return Diagnostic(rule: RuleID(rule, nil), severity: .warning, message: "m", span: span)
        }
        let many = (0..<5_020).map { _ in finding("some-rule", "a.md") }
        let others = [finding("other-rule", "a.md"), finding("some-rule", "b.md")]
        let text = TextPrinter().text(of: many + others) { _ in nil }
        #expect(text.ranges(of: "warning[some-rule]").count == 21)
        #expect(text.ranges(of: "warning[other-rule]").count == 1)
        #expect(text.contains("and 5,000 more of some-rule in a.md; --format json has all\n"))
        #expect(TextPrinter().text(of: Array(many.prefix(20))) { _ in nil }.contains("more of") == false)
    }

    @Test("findings stand apart by an empty line, and one without a place has no snippet")
    func several() {
        let general = Diagnostic(
            rule: RuleID("policy-page-missing", nil),
            severity: .warning,
            message: "there is no corrections policy",
            span: nil,
            help: "write `content/pages/corrections.md`"
        )
        let unread = Diagnostic(
            rule: RuleID("file-not-text", nil),
            severity: .note,
            message: "not UTF-8",
            span: SourceSpan(file: "content/a.md", line: 12, column: 3, byteRange: 90..<91)
        )
        #expect(
            Samples().print(general, unread) == """
                warning[policy-page-missing]: there is no corrections policy
                  = help: write `content/pages/corrections.md`

                note[file-not-text]: not UTF-8
                 --> content/a.md:12:3

                """
        )
    }

    @Test("no findings print nothing")
    func none() {
        #expect(TextPrinter().text(of: [], sources: { _ in nil }) == "")
    }

    @Test("lines far apart have a gap between them and share one gutter")
    func gap() {
        let samples = Samples(("a.md", "first\n" + String(repeating: "x\n", count: 9) + "last\n"))
        let finding = Diagnostic(
            rule: RuleID("duplicate-id", nil),
            severity: .error,
            message: "twice",
            span: samples.span("last", in: "a.md"),
            labels: [.init(samples.span("first", in: "a.md"), "first here")]
        )
        #expect(
            samples.print(finding) == """
                error[duplicate-id]: twice
                  --> a.md:11:1
                   |
                 1 | first
                   | ----- first here
                ...
                11 | last
                   | ^^^^

                """
        )
    }

    @Test("a span of several lines is marked at its first and its last line")
    func severalLines() {
        let samples = Samples(("a.md", "before [open\nmiddle\n  close] after\n"))
        let finding = Diagnostic(
            rule: RuleID("r", nil),
            severity: .error,
            message: "m",
            span: samples.span("[open\nmiddle\n  close]", in: "a.md"),
            caption: "never closed"
        )
        #expect(
            samples.print(finding) == """
                error[r]: m
                 --> a.md:1:8
                  |
                1 | before [open
                  |        ^^^^^
                ...
                3 |   close] after
                  |   ^^^^^^ never closed

                """
        )
    }

    @Test(
        "a place without width has one caret",
        arguments: [(0, "^"), (2, "  ^"), (3, "   ^"), (4, "^"), (99, "^")]
    )
    func noWidth(_ offset: Int, _ underline: String) {
        let samples = Samples(("a.md", "abc\n"))
        let text = samples.print(
            Diagnostic(
                rule: RuleID("r", nil),
                severity: .error,
                message: "m",
                span: samples.files[0].span(offset..<offset)
            )
        )
        #expect(text.split(separator: "\n").last == "  | \(underline)")
    }

    @Test("a span that ends with its line's end stays on that line", arguments: ["\n", "\r\n"])
    func lineEnd(_ lineEnd: String) {
        let samples = Samples(("a.md", "one\(lineEnd)two\(lineEnd)"))
        let text = samples.print(
            Diagnostic(
                rule: RuleID("r", nil),
                severity: .error,
                message: "m",
                span: samples.span("one\(lineEnd)", in: "a.md")
            )
        )
        #expect(text.hasSuffix("1 | one\n  | ^^^\n"))
    }

    @Test("two marks on one line have a row each")
    func sameLine() {
        let samples = Samples(("a.md", "from 2019 to 2018\n"))
        let finding = Diagnostic(
            rule: RuleID("dates-out-of-order", nil),
            severity: .error,
            message: "m",
            span: samples.span("2018", in: "a.md"),
            caption: "before",
            labels: [.init(samples.span("2019", in: "a.md"), "this")]
        )
        #expect(
            samples.print(finding).hasSuffix(
                """
                1 | from 2019 to 2018
                  |      ---- this
                  |              ^^^^ before

                """
            )
        )
    }

    @Test("notes of several lines are indented as one")
    func longNotes() {
        let finding = Diagnostic(
            rule: RuleID("r", nil),
            severity: .error,
            message: "m",
            span: nil,
            notes: ["one\ntwo"],
            help: "a\r\nb"
        )
        #expect(
            Samples().print(finding) == """
                error[r]: m
                  = note: one
                          two
                  = help: a
                          b

                """
        )
    }

    @Test("colour marks what is what, and only when asked for")
    func color() {
        let samples = Samples(("a.md", "abc\n"))
        let finding = Diagnostic(
            rule: RuleID("r", nil),
            severity: .warning,
            message: "m",
            span: samples.span("b", in: "a.md"),
            help: "h"
        )
        let colored = samples.print(finding, as: TextPrinter(style: TerminalStyle(isColored: true)))
        #expect(
            colored.replacing("\u{1B}[", with: "⟨") == """
                ⟨1;33mwarning[r]⟨0m⟨1m: m⟨0m
                ⟨1;34m -->⟨0m a.md:1:2
                ⟨1;34m  |⟨0m
                ⟨1;34m1 |⟨0m abc
                ⟨1;34m  |⟨0m  ⟨1;33m^⟨0m
                ⟨1;34m  |⟨0m
                ⟨1;34m  =⟨0m ⟨1;32mhelp:⟨0m h

                """
        )
        #expect(!samples.print(finding).contains("\u{1B}"))
    }
}
