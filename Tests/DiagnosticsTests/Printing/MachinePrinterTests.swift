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
        #expect(first == ["err", "[\n ", "{\n ", "::e", "[\n ", "###"])
    }

    private static func findings(_ severity: Diagnostic.Severity, _ count: Int) -> [Diagnostic] {
        (1...count).map { number in
            let span = SourceSpan(file: "a.md", line: number, column: 1, byteRange: 0..<0)
            return Diagnostic(rule: RuleID("r", nil), severity: severity, message: "m\(number)", span: span)
        }
    }

    @Test("GitHub shows ten annotations of a severity: the worst come first, and no finding is lost")
    func githubLimit() {
        let findings = Self.findings(.note, 2) + Self.findings(.warning, 12) + Self.findings(.error, 11)
        let lines = GitHubPrinter().text(of: findings, sources: { _ in nil }).split(separator: "\n")
        let commands = lines.map { $0.split(separator: " ")[0] }
        #expect(commands.prefix(10).allSatisfy { $0 == "::error" })
        #expect(commands[10..<20].allSatisfy { $0 == "::warning" })
        #expect(commands[20..<22].allSatisfy { $0 == "::notice" })
        #expect(
            lines[22...] == [
                "::group::1 error, 2 warnings more, which GitHub shows no annotation for",
                "error[r]: a.md:11:1: m11", "warning[r]: a.md:11:1: m11", "warning[r]: a.md:12:1: m12",
                "::endgroup::",
            ]
        )
    }

    @Test("A line of the log is no command, whatever a finding says")
    func githubLog() {
        let forged = Diagnostic(
            rule: RuleID("r", nil),
            severity: .error,
            message: "m\n::set-output name=a::b ##[error]c",
            span: nil
        )
        let text = GitHubPrinter().text(of: Self.findings(.error, 10) + [forged], sources: { _ in nil })
        #expect(text.contains("\nerror[r]: m ::set-output name=a::b # #[error]c\n::endgroup::\n"))
    }

    @Test("GitLab's report names path and line, and tells equal findings apart")
    func gitlab() {
        let samples = Samples(("a.md", "x\nx\n"))
        let finding = Diagnostic(
            rule: RuleID("r", nil),
            severity: .error,
            message: "m",
            span: SourceSpan(file: "a.md", line: 2, column: 1, byteRange: 2..<3),
            help: "h"
        )
        let bare = Diagnostic(rule: RuleID("s", nil), severity: .note, message: "m", span: nil)
        let printer = GitLabPrinter(place: RepositoryPlace(root: "/r", folder: "news"))
        let text = printer.text(of: [finding, finding, bare], sources: samples.source)
        #expect(text.contains("\"description\": \"m; h\"") && text.contains("\"severity\": \"critical\""))
        #expect(text.contains("\"path\": \"news/a.md\"") && text.contains("\"begin\": 2"))
        #expect(
            text.contains("\"path\": \"news/content/site.yaml\"") && text.contains("\"severity\": \"info\"")
        )
        let fingerprints = text.matches(of: #/"fingerprint": "([0-9a-f:]+)"/#).map { $0.1 }
        #expect(Set(fingerprints).count == 3)
        #expect(printer.text(of: [], sources: samples.source) == "[]\n")
    }

    @Test("A table in Markdown has the worst first, and nothing in it is markup")
    func markdown() {
        let samples = Samples(("a_b.md", "x\n"))
        let error = Diagnostic(
            rule: RuleID("r-s", nil),
            severity: .error,
            message: "no `a|b`\n<img> @desk [x](y)",
            span: samples.span("x", in: "a_b.md"),
            help: "say *why*"
        )
        let note = Diagnostic(rule: RuleID("n", nil), severity: .note, message: "m", span: nil)
        let printer = MarkdownPrinter(place: RepositoryPlace(root: "/r", folder: "news"))
        #expect(
            printer.text(of: [note, error], sources: samples.source) == """
                ### Assay: 1 error, 1 note

                | | Where | What | What to do |
                | --- | --- | --- | --- |
                | error | news/a\\_b.md:1:1 | no \\`a\\|b\\` &lt;img&gt; &#64;desk \\[x\\](y) (r-s) | say \\*why\\* |
                | note |  | m (n) |  |

                """
        )
        #expect(printer.text(of: [], sources: samples.source) == "### Assay: no findings\n")
        let many = printer.text(of: Self.findings(.error, 250), sources: { _ in nil })
        #expect(many.hasSuffix("\n…and 50 more: the log has them all.\n"))
        #expect(many.split(separator: "\n").count == 204)
    }
}
