import Diagnostics
import Testing

@testable import Mustache

/// Constants: names with the same text on every page, which are compiled into the templates.
@Suite struct ConstantTests {
    static let words: TemplateRecord = [
        "words": .record([
            "plain": .text("Claims"), "marked": .text("A & \"B\" <c> 'd'"), "lines": .text("one\ntwo"),
            "address": .text("javascript:x"), "empty": .text(""), "html": .html(Array("<b>x</b>".utf8)),
            "group": .record(["name": .text("inner")]),
        ])
    ]

    /// Renders the same templates with and without constants, and expects the same output.
    private func expectSame(
        _ templates: [String: String],
        _ context: TemplateRecord = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> String {
        let sources = Dictionary(
            uniqueKeysWithValues: templates.map { ($0, SourceFile(path: "templates/\($0).html", text: $1)) }
        )
        let context = context.merging(Self.words)
        var (compiled, lookedUp): ([UInt8], [UInt8]) = ([], [])
        let own = TemplateLibrary(sources, constants: Self.words).render("page", context, into: &compiled)
        let other = TemplateLibrary(sources).render("page", context, into: &lookedUp)
        #expect(compiled == lookedUp, sourceLocation: sourceLocation)
        #expect(own == other, sourceLocation: sourceLocation)
        return String(decoding: compiled, as: UTF8.self)
    }

    @Test(arguments: [
        "{{words.plain}}", "a{{words.plain}}b{{words.marked}}c", "<p title=\"{{words.marked}}\">x</p>",
        "{{words.group.name}} {{#words.group}}{{name}}{{/words.group}}", "{{words.html}}|{{words.empty}}|",
        "{{#words.plain}}shown{{/words.plain}}{{^words.empty}}hidden{{/words.empty}}",
        "{{#words}}{{plain}}{{/words}}", "<a href=\"{{words.address}}\">{{words.address}}</a>",
        "{{! nothing }}\n{{words.plain}}\n{{words.lines}}\n", "{{words.unknown}}{{words.plain}}",
    ])
    func sameAsLookedUp(template: String) {
        _ = expectSame(["page": template])
    }

    @Test func whatTheWordsSayIsEscaped() {
        #expect(
            expectSame(["page": "<p title=\"{{words.marked}}\">{{words.marked}}</p>"])
                == "<p title=\"A &amp; &quot;B&quot; &lt;c&gt; &#39;d&#39;\">A &amp; &quot;B&quot; &lt;c&gt; &#39;d&#39;</p>"
        )
    }

    @Test func textAroundSectionsStaysInItsPlace() {
        let template = "{{words.plain}}{{#yes}}{{words.plain}}{{/yes}}{{words.plain}}{{#no}}x{{/no}}!"
        #expect(
            expectSame(["page": template], ["yes": .list([.null, .null]), "no": .bool(false)])
                == "ClaimsClaimsClaimsClaims!"
        )
    }

    @Test func anIndentedPartialIndentsItsOwnLinesAlone() {
        let partial = "{{words.plain}}\n{{words.lines}}\nend {{words.plain}}\n"
        #expect(
            expectSame(["page": "  {{> part}}\n", "part": partial]) == "  Claims\n  one\ntwo\n  end Claims\n"
        )
    }

    @Test func aParentsBlockTakesWords() {
        let page = "{{<layout}}{{$title}}{{words.plain}}{{/title}}{{/layout}}"
        let layout = "<title>{{$title}}{{words.marked}}{{/title}}</title>"
        #expect(expectSame(["page": page, "layout": layout]) == "<title>Claims</title>")
    }
}
