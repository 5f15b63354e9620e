import Testing

@testable import Mustache

/// The output at each kind of place.
@Suite struct EscapingTests {
    @Test func onlyHTMLGoesOutRawWhateverTheBracesSay() {
        let context: TemplateRecord = ["text": .text("<b>&\"'"), "html": .html(Array("<b>&amp;</b>".utf8))]
        #expect(
            render("{{text}}|{{{text}}}|{{&text}}|{{html}}|{{{html}}}", context)
                == "&lt;b&gt;&amp;&quot;&#39;|&lt;b&gt;&amp;&quot;&#39;|&lt;b&gt;&amp;&quot;&#39;|<b>&amp;</b>|<b>&amp;</b>"
        )
    }

    @Test(arguments: [
        ("\"\u{301}", "&quot;\u{301}"), ("<\u{338}", "&lt;\u{338}"), ("&\u{20E3}", "&amp;\u{20E3}"),
        ("a\u{0}b", "a\u{FFFD}b"),
        ("\u{1}\u{8}\u{B}\u{C}\u{E}\u{1F}", String(repeating: "\u{FFFD}", count: 6)),
        ("\t\n\r", "\t\n\r"), ("\u{FFFE}\u{FFFF}\u{FFFD}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("\u{7F}", "\u{7F}"),
        ("é𐍈👩‍👩‍👧", "é𐍈👩‍👩‍👧"), ("</script><!--", "&lt;/script&gt;&lt;!--"), ("", ""),
    ])
    func text(value: String, escaped: String) {
        // Bytes are compared, because strings are equal if they are canonically equivalent.
        let shown = render("{{x}}", ["x": .text(value)])
        #expect(Array(shown.utf8) == Array(escaped.utf8))
        #expect(
            Array(render("<p title=\"{{x}}\">", ["x": .text(value)]).utf8)
                == Array("<p title=\"\(escaped)\">".utf8)
        )
    }

    @Test(arguments: [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:x", "java\tscript:x", "java\nscript:x",
        "\u{1}javascript:x",
        "javascript\u{0}:x", "vbscript:x", "data:text/html,x", "javascript&#58;x", "javascript&colon;x",
        "javascript%3Ax",
        "feed:javascript:x", ":x", "blob:x", "file:///etc/passwd", "j\ravascript:x", "about:blank",
    ])
    func unsafeAddresses(value: String) {
        let library = library(["page": "<a href=\"{{x}}\">"])
        var output: [UInt8] = []
        let findings = library.render("page", ["x": .text(value)], into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "<a href=\"about:invalid\">")
        #expect(findings.map(\.rule.name) == ["unsafe-address"])
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.map(\.span?.column) == [10])
    }

    @Test(arguments: [
        ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&amp;d=e#f"),
        ("../claims/x/", "../claims/x/"),
        ("", ""), ("#top", "#top"), ("mailto:a@example.org", "mailto:a@example.org"),
        ("HTTPS://x/", "HTTPS://x/"),
        ("a b\"c'd<e>f`g\\h", "a%20b%22c%27d%3Ce%3Ef%60g%5Ch"), ("é/ü", "é/ü"), ("100%25", "100%25"),
        ("a/b:c", "a/b:c"), ("data/claims.json", "data/claims.json"), ("\u{0}", "%00"),
        ("a\u{FFFF}", "a%EF%BF%BF"),
    ])
    func addresses(value: String, escaped: String) {
        #expect(render("<a href=\"{{x}}\">", ["x": .text(value)]) == "<a href=\"\(escaped)\">")
    }

    @Test(arguments: [
        ("{{root}}claims/{{id}}/", "../claims/a%20b&amp;c:d/"),
        ("{{root}}{{id}}", "../a%20b&amp;c%3Ad"),
        ("{{id}}", "a%20b&amp;c:d"),
        ("https://example.org/?q={{id}}&amp;r={{root}}", "https://example.org/?q=a%20b%26c%3Ad&amp;r=..%2F"),
        ("#{{id}}", "#a%20b%26c%3Ad"),
        ("{{#no}}{{root}}{{/no}}{{^no}}{{link}}{{/no}}", "https://example.org/"),
        ("{{#yes}}{{link}}{{/yes}}{{^yes}}{{link}}{{/yes}}", "https://example.org/"),
        ("mailto:{{id}}", "mailto:a%20b&amp;c:d"),
    ])
    func partsOfAddresses(template: String, escaped: String) {
        let context: TemplateRecord = [
            "root": .text("../"), "id": .text(template == "{{id}}" ? "./a b&c:d" : "a b&c:d"), "no": false,
            "yes": true,
            "link": .text("https://example.org/"),
        ]
        let wanted = template == "{{id}}" ? "./" + escaped : escaped
        #expect(render("<a href=\"\(template)\">", context) == "<a href=\"\(wanted)\">")
    }

    @Test func listsOfAddresses() {
        let context: TemplateRecord = ["a": .text("x,y.png"), "b": .text("javascript:x")]
        let library = library(["page": "<img srcset=\"{{a}} 1x, {{b}} 2x\">"])
        var output: [UInt8] = []
        #expect(library.render("page", context, into: &output).map(\.rule.name) == ["unsafe-address"])
        #expect(String(decoding: output, as: UTF8.self) == "<img srcset=\"x%2Cy.png 1x, about:invalid 2x\">")
    }

    @Test func dataScriptsCannotBeLeft() {
        let json = TemplateValue.html(Array("{\"a\": \"</script><!--\"}".utf8))
        #expect(
            render("<script type=\"application/ld+json\">{{json}}</script>", ["json": json])
                == "<script type=\"application/ld+json\">{\"a\": \"\\u003c/script>\\u003c!--\"}</script>"
        )
    }

    @Test func misplacedHTMLIsEscaped() {
        let library = library(["page": "<p title=\"{{x}}\"><title>{{x}}</title>"])
        var output: [UInt8] = []
        let findings = library.render(
            "page",
            ["x": .html(Array("\"</title>\u{0}".utf8) + [0xFF])],
            into: &output
        )
        #expect(findings.map(\.rule.name) == ["template-value", "template-value"])
        let escaped = "&quot;&lt;/title&gt;\u{FFFD}\u{FFFD}"
        #expect(
            String(decoding: output, as: UTF8.self) == "<p title=\"\(escaped)\"><title>\(escaped)</title>"
        )
    }
}
