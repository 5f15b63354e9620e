import Diagnostics
import Testing

@testable import Mustache

/// Findings about unknown names, at their place and with the likeliest name.
@Suite struct NameFindingsTests {
    private func findings(_ marked: MarkedTemplate, _ context: TemplateRecord) -> [Diagnostic] {
        let library = TemplateLibrary(["page": marked.source])
        #expect(library.diagnostics == [])
        var output: [UInt8] = []
        return library.render("page", context, into: &output)
    }

    static let context: TemplateRecord = [
        "title": .text("T"), "author": .record(["name": .text("N")]), "nobody": .null,
        "claims": .list([.record(["statement": .text("S")]), .record(["statement": .text("R")])]),
    ]

    @Test(
        arguments: [
            (
                "a\n  «{{titel}}»", "`titel` is not known here",
                "did you mean `title`? (known here: `author`, `claims`, `nobody`, `title`)"
            ),
            ("é «{{author.nam}}»", "`author` has no `nam`", "did you mean `name`? (known here: `name`)"),
            ("«{{title.name}}»", "`title` is text, and has no `name`", nil),
            (
                "«{{#claim}}»{{/claim}}", "`claim` is not known here",
                "did you mean `claims`? (known here: `author`, `claims`, `nobody`, `title`)"
            ),
            (
                "«{{^claim}}»{{/claim}}", "`claim` is not known here",
                "did you mean `claims`? (known here: `author`, `claims`, `nobody`, `title`)"
            ),
            (
                "{{#claims}}«{{statment}}»{{/claims}}", "`statment` is not known here",
                "did you mean `statement`? (known here: `author`, `claims`, `nobody`, `statement`, `title`)"
            ),
            (
                "{{#claims}}«{{titl}}»{{/claims}}", "`titl` is not known here",
                "did you mean `title`? (known here: `author`, `claims`, `nobody`, `statement`, `title`)"
            ),
            ("«{{>*kind}}»", "`kind` is not known here", "known here: `author`, `claims`, `nobody`, `title`"),
        ] as [(String, String, String?)]
    )
    func unknownNames(template: String, message: String, help: String?) {
        let marked = MarkedTemplate(template)
        let found = findings(marked, Self.context)
        marked.expect(found, rule: "unknown-name", message: message)
        #expect(found.map(\.help) == [help])
        #expect(found.hasErrors)
    }

    @Test func nullIsKnownAndEmpty() {
        #expect(
            render("[{{nobody}}{{nobody.name}}{{#nobody}}x{{/nobody}}{{^nobody}}y{{/nobody}}]", Self.context)
                == "[y]"
        )
    }

    @Test func findingsAreBounded() {
        let text = (0..<150).map { "{{unknown\($0)}}\n" }.joined()
        let library = library(["page": text])
        var output: [UInt8] = []
        #expect(library.render("page", [:], into: &output).count == 100)
    }

    @Test(arguments: [
        ("{{>«heed»}}", "there is no template `heed`"),
        ("{{<«heed»}}{{/heed}}", "there is no template `heed`"),
    ])
    func unknownTemplates(template: String, message: String) {
        let marked = MarkedTemplate(template)
        let library = TemplateLibrary(["page": marked.source, "head": SourceFile(path: "head", text: "")])
        marked.expect(
            library.diagnostics,
            rule: "unknown-template",
            message: message,
            help: "did you mean `head`?"
        )
    }

    @Test func aDynamicNameOfNoTemplate() {
        let marked = MarkedTemplate("«{{>*card}}»")
        let library = TemplateLibrary(["page": marked.source, "claim": SourceFile(path: "claim", text: "")])
        var output: [UInt8] = []
        let found = library.render("page", ["card": .text("claims")], into: &output)
        marked.expect(found, rule: "unknown-template", help: "did you mean `claim`?")
    }

    @Test func aPageWithoutTemplateHasNoPlace() {
        var output: [UInt8] = []
        let found = library(["claim": ""]).render("clam", [:], into: &output)
        #expect(found.map(\.rule.name) == ["unknown-template"])
        #expect(found.map(\.help) == ["did you mean `claim`?"])
        #expect(found.map(\.span) == [nil])
    }

    @Test func aBlockThatTheParentDoesNotHave() {
        let marked = MarkedTemplate("{{<layout}}«{{$titel}}»x{{/titel}}{{/layout}}")
        let library = TemplateLibrary([
            "page": marked.source, "layout": SourceFile(path: "layout", text: "{{>head}}"),
            "head": SourceFile(path: "head", text: "{{$title}}{{/title}}"),
        ])
        marked.expect(library.diagnostics, rule: "unknown-block", help: "did you mean `title`?")
    }

    @Test(arguments: [
        ("«{{claims}}»", "`claims` is a list, which cannot be shown here"),
        ("«{{author}}»", "`author` is a record, which cannot be shown here"),
        ("«{{yes}}»", "`yes` is a condition, which cannot be shown here"),
        ("<p title=\"«{{body}}»\">", "`body` is HTML, which cannot be shown here"),
        ("<a href=\"«{{body}}»\">", "`body` is HTML, which cannot be shown here"),
        ("<title>«{{body}}»</title>", "`body` is HTML, which cannot be shown here"),
        (
            "<script type=\"application/ld+json\">«{{title}}»</script>",
            "`title` is text, which cannot be shown here"
        ),
        ("«{{>*claims}}»", "`claims` is a list, and a template's name is text"),
    ])
    func valuesOfTheWrongKind(template: String, message: String) {
        let marked = MarkedTemplate(template)
        let context = Self.context.merging(["yes": true, "body": .html(Array("<b>".utf8))])
        marked.expect(findings(marked, context), rule: "template-value", message: message)
    }

    @Test func aPlaceIsReportedOncePerRender() {
        let marked = MarkedTemplate("{{#claims}}«{{nothing}}»{{/claims}}")
        let library = TemplateLibrary(["page": marked.source])
        var output: [UInt8] = []
        marked.expect(library.render("page", Self.context, into: &output), rule: "unknown-name")
    }
}
