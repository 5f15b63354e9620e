import Diagnostics
import Testing

@testable import Mustache

/// What is wrong with tags is reported where it stands.
@Suite struct SyntaxFindingsTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let template: String
        let message: String
        var help: String?
        var testDescription: String { template }
    }

    static let examples = [
        Example(
            template: "<p>\n «{{#claims}}»<b></b></p>",
            message: "`claims` is opened here and never closed",
            help: "close it with `{{/claims}}`"
        ),
        Example(
            template: "{{#a}}«{{#b}}»x{{/a}}",
            message: "`b` is opened here, but `a` is closed before it",
            help: "close `b` before `a`"
        ),
        Example(template: "x\né«{{/a}}»", message: "`a` is closed here, but it is not open"),
        Example(template: "{{#a}}«{{/b}}»{{/a}}", message: "`b` is closed here, but it is not open"),
        Example(
            template: "a «{{»name",
            message: "this tag is not closed",
            help: "close it with `}}`"
        ),
        Example(template: "«{{»{name}}", message: "this tag is not closed", help: "close it with `}}}`"),
        Example(
            template: "«{{»name} {{other}}",
            message: "this tag is not closed before the next one opens"
        ),
        Example(
            template: "«{{=<% %}}»",
            message: "a delimiter tag needs two delimiters without `=`"
        ),
        Example(template: "«{{}}»", message: "this tag has no name"),
        Example(template: "«{{#}}»{{/}}", message: "this tag has no name"),
        Example(template: "{{«claim title»}}", message: "`claim title` is not a name"),
        Example(template: "{{«claim..title»}}", message: "`claim..title` is not a name"),
        Example(
            template: "{{<parent}}«words»{{/parent}}",
            message: "this text stands in a parent but outside its blocks, and is never shown"
        ),
        Example(
            template: "{{<parent}}«{{name}}»{{/parent}}",
            message: "this stands in a parent but outside its blocks, and is never shown"
        ),
    ]

    @Test(arguments: examples) func isReported(_ example: Example) {
        let marked = MarkedTemplate(example.template)
        let diagnostics = TemplateLibrary([
            "page": marked.source, "parent": SourceFile(path: "parent", text: ""),
        ]).diagnostics
        // What follows from the mistake is not the case's subject.
        let first = Array(
            diagnostics.filter { $0.rule.name == "template-syntax" }.prefix(marked.ranges.count)
        )
        marked.expect(first, rule: "template-syntax", message: example.message, help: example.help)
    }

    @Test func crossedSectionsShowBothPlaces() throws {
        let library = library(["page": "{{#a}}\n{{#b}}x\n{{/a}}"])
        let finding = try #require(library.diagnostics.first)
        #expect(finding.span?.line == 2)
        #expect(finding.labels.map(\.span.line) == [3])
        #expect(finding.labels.map(\.text) == ["this closes `a`"])
    }

    @Test func deepNestingIsReportedOnce() {
        let text = String(repeating: "{{#a}}", count: 10_000) + String(repeating: "{{/a}}", count: 10_000)
        let library = library(["page": text])
        #expect(library.diagnostics.map(\.message) == ["sections are nested more than 100 deep"])
        #expect(library.diagnostics.first?.span?.column == 1 + 100 * 6)
        var output: [UInt8] = []
        let findings = library.render("page", ["a": true], into: &output)
        #expect(findings.map(\.rule.name) == ["template-recursion"])
    }

    @Test func aLargeTemplateRendersWhole() {
        let line = "<p class=\"a\">{{name}} &amp; more</p>\n"
        let count = 1_000_000 / line.utf8.count + 1
        let shown = render(String(repeating: line, count: count), ["name": .text("x")])
        #expect(shown == String(repeating: "<p class=\"a\">x &amp; more</p>\n", count: count))
    }

    @Test func findingsOfOneTemplateAreBounded() {
        let library = library(["page": String(repeating: "{{/a}}\n", count: 100_000)])
        #expect(library.diagnostics.count == 100)
    }

    @Test func standardDelimitersComeBackInEachTemplate() {
        let templates = ["page": "{{=<% %>=}}<% name %> {{name}} <%>part%>", "part": "{{name}} <% name %>"]
        #expect(render(templates, ["name": .text("x")]) == "x {{name}} x <% name %>")
    }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
    /// Test contexts read better with plain conditions.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}
