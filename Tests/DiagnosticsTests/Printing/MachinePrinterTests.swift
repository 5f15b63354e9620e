import Testing

@testable import Diagnostics

@Suite("Printers for machines")
struct MachinePrinterTests {
    @Test("JSON has every member, and null for what is not known")
    func json() {
        let samples = Samples(("a é.md", "é\nab\n"))
        let known = Diagnostic(
            rule: RuleID("r", nil),
            severity: .warning,
            message: "a \"b\"",
            span: samples.span("é\nab", in: "a é.md"),
            caption: "here",
            labels: [.init(samples.span("b", in: "a é.md"), "there")],
            notes: ["n"],
            help: "h"
        )
        let bare = Diagnostic(rule: RuleID("s", nil), severity: .note, message: "m", span: nil)
        #expect(
            samples.print(known, bare, as: JSONPrinter()) == """
                [
                  {
                    "rule": "r",
                    "severity": "warning",
                    "message": "a \\"b\\"",
                    "location": {
                      "file": "a é.md",
                      "line": 1,
                      "column": 1,
                      "endLine": 2,
                      "endColumn": 3,
                      "byteOffset": 0,
                      "byteLength": 5
                    },
                    "caption": "here",
                    "labels": [
                      {
                        "location": {
                          "file": "a é.md",
                          "line": 2,
                          "column": 2,
                          "endLine": 2,
                          "endColumn": 3,
                          "byteOffset": 4,
                          "byteLength": 1
                        },
                        "text": "there"
                      }
                    ],
                    "notes": [
                      "n"
                    ],
                    "help": "h",
                    "fixes": []
                  },
                  {
                    "rule": "s",
                    "severity": "note",
                    "message": "m",
                    "location": null,
                    "caption": null,
                    "labels": [],
                    "notes": [],
                    "help": null,
                    "fixes": []
                  }
                ]

                """
        )
        #expect(JSONPrinter().text(of: [], sources: samples.source) == "[]\n")
    }

    @Test("a location in a file that is not at hand has no end")
    func jsonWithoutSource() {
        let finding = Diagnostic(
            rule: RuleID("r", nil),
            severity: .error,
            message: "m",
            span: SourceSpan(file: "gone.md", line: 2, column: 3, byteRange: 7..<9)
        )
        let text = Samples().print(finding, as: JSONPrinter())
        #expect(text.contains("\"endLine\": null") && text.contains("\"byteOffset\": 7"))
    }

    @Test("GitHub annotations name the place and carry notes and help")
    func github() {
        let text = Samples.helsinki.print(Samples.missingQuote, as: GitHubPrinter())
        #expect(
            text == "::error file=content/claims/joint-analysis.md,line=5,endLine=5,col=13,endColumn=48,"
                + "title=quote-not-in-article::the article `vice-helsinki` does not have this quote%0A"
                + "note: the article has \"analyze\" where the quote has \"analyse it\"%0A"
                + "help: copy the words as the article prints them, or mark a change with brackets\n"
        )
    }

    @Test("GitHub's separators are escaped, so that no text can add a property or a command")
    func githubEscapes() {
        let samples = Samples(("a,b:c%.md", "one\ntwo\n"))
        let finding = Diagnostic(
            rule: RuleID("r", nil),
            severity: .note,
            message: "50%\r\n::error::forged\n\u{1B}[2J",
            span: samples.span("one\ntwo", in: "a,b:c%.md")
        )
        #expect(
            samples.print(finding, as: GitHubPrinter())
                == "::notice file=a%2Cb%3Ac%25.md,line=1,endLine=2,title=r::50%25%0A::error::forged%0A␛[2J\n"
        )
    }

    @Test("a finding about no file is a plain annotation")
    func githubWithoutPlace() {
        let finding = Diagnostic(rule: RuleID("r", nil), severity: .warning, message: "m", span: nil)
        #expect(Samples().print(finding, as: GitHubPrinter()) == "::warning title=r::m\n")
    }

    @Test("each format has its printer")
    func formats() {
        let first = DiagnosticFormat.allCases.map { format in
            format.printer().text(
                of: [Diagnostic(rule: RuleID("r", nil), severity: .error, message: "m", span: nil)],
                sources: { _ in nil }
            ).prefix(3)
        }
        #expect(first == ["err", "[\n ", "{\n ", "::e"])
    }
}
