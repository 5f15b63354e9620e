import Testing

@testable import Mustache

/// Parents and blocks, beyond the specification's cases, and the limits of a page.
@Suite struct InheritanceTests {
    private let layout = """
        <title>{{$title}}Site{{/title}}</title>
        <meta name="description" content="{{$summary}}None{{/summary}}">
        <main>
          {{$main}}
          <p>Empty</p>
          {{/main}}
        </main>

        """

    @Test func aPageFillsItsLayout() {
        let page = """
            {{<layout}}
            {{$title}}{{title}} & more{{/title}}
            {{$main}}
            <h1>{{title}}</h1>
            {{>part}}
            {{/main}}
            {{/layout}}

            """
        let shown = render(
            ["layout": layout, "page": page, "part": "<i>\n</i>\n"],
            ["title": .text("A < B")]
        )
        #expect(
            shown == """
                <title>A &lt; B & more</title>
                <meta name="description" content="None">
                <main>
                  <h1>A &lt; B</h1>
                  <i>
                  </i>
                </main>

                """
        )
    }

    @Test func defaultsStandAsTheyAreWritten() {
        #expect(
            render(["page": "{{<layout}}{{/layout}}", "layout": layout], [:]) == """
                <title>Site</title>
                <meta name="description" content="None">
                <main>
                  <p>Empty</p>
                </main>

                """
        )
    }

    @Test func aBlockOfTheSameNameInsideAReplacementIsItsOwn() {
        let templates = [
            "page":
                "{{<outer}}{{$title}}Page{{/title}}{{$main}}{{<card}}{{$title}}Card{{/title}}{{/card}}{{/main}}{{/outer}}",
            "outer": "{{$title}}{{/title}}: {{$main}}{{/main}}", "card": "[{{$title}}{{/title}}]",
        ]
        #expect(render(templates, [:]) == "Page: [Card]")
    }

    @Test func htmlInATitleIsReportedWhereTheValueStands() {
        let marked = MarkedTemplate("{{<layout}}{{$title}}«{{body}}»{{/title}}{{/layout}}")
        let library = TemplateLibrary([
            "page": marked.source, "layout": MarkedTemplate("<title>{{$title}}{{/title}}</title>").source,
        ])
        #expect(library.diagnostics == [])
        var output: [UInt8] = []
        marked.expect(
            library.render("page", ["body": .html(Array("</title>".utf8))], into: &output),
            rule: "template-value"
        )
        #expect(String(decoding: output, as: UTF8.self) == "<title>&lt;/title&gt;</title>")
    }

    @Test func unsuitedBlocksAreNotShown() {
        let templates = [
            "page": "{{<layout}}{{$title}}</title><script>{{/title}}{{/layout}}",
            "layout": "<title>{{$title}}Default{{/title}}</title>",
        ]
        var output: [UInt8] = []
        _ = library(templates).render("page", [:], into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "<title>Default</title>")
    }

    @Test func recursionWithoutEndStops() {
        let marked = MarkedTemplate("x{{>page}}{{>page}}")
        let library = TemplateLibrary(["page": marked.source])
        var output: [UInt8] = []
        let findings = library.render("page", [:], into: &output)
        #expect(findings.map(\.rule.name) == ["template-recursion"])
        #expect(findings.map(\.span?.column) == [2])
        #expect(output.count <= 201)
    }

    @Test func recursionOverDataEnds() {
        let leaf: TemplateRecord = ["name": .text("leaf"), "children": .list([])]
        let tree: TemplateRecord = [
            "name": .text("root"), "children": .list([.record(leaf), .record(leaf)]),
        ]
        let templates = ["page": "{{name}}({{#children}}{{>page}}{{/children}})"]
        #expect(render(templates, tree) == "root(leaf()leaf())")
    }

    @Test func doublingIncludesStop() {
        var templates = ["page": "{{>t0}}", "t40": "0123456789"]
        for level in 0..<40 { templates["t\(level)"] = "{{>t\(level + 1)}}{{>t\(level + 1)}}" }
        var output: [UInt8] = []
        let findings = library(templates).render("page", [:], into: &output)
        #expect(findings.map(\.rule.name) == ["template-limit"])
        #expect(output.count < 80 << 20)
    }

    @Test func aPageKnowsWhatItIsMadeFrom() {
        let library = library([
            "page": "{{<layout}}{{$main}}{{>card}}{{/main}}{{/layout}}",
            "layout": "{{$main}}{{/main}}{{>head}}",
            "head": "{{>page}}", "card": "", "other": "", "any": "{{>*kind}}",
        ])
        #expect(library.templates(behind: "page") == ["card", "head", "layout", "page"])
        #expect(library.templates(behind: "card") == ["card"])
        #expect(library.templates(behind: "any") == ["any", "card", "head", "layout", "other", "page"])
        #expect(library.templates(behind: "none") == [])
    }
}
