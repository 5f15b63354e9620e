import Diagnostics
import Testing

@testable import Mustache

/// Random templates: where the parser has no objection, no value changes the page's elements.
@Suite struct MarkupFuzzTests {
    private static let pieces = [
        "<p>", "<p ", "<p", "</p>", "<a href=", "<a href=\"", "<a title='", "class=", "\"", "'", ">", "/>",
        " ", "=", "/",
        "<!--", "-->", "--!>", "--", "<!", "<?", "<![CDATA[", "]]>", "<script>",
        "<script type=\"application/ld+json\">",
        "</script>", "</script", "<style>", "</style>", "<title>", "</title>", "</tit", "<textarea>",
        "</textarea ", "t",
        "onclick=\"", "style='", "srcset=\"", "?q=", "#", ":", "java", "javascript:", "https:", "&", "&amp;",
        "<", "<<", "</", "\n",
        "{{#yes}}", "{{/yes}}", "{{^yes}}", "{{#no}}", "{{/no}}", "{{^no}}", "{{#yes}} class=\"b\"{{/yes}}",
        "{{x}}", "{{x}}", "{{x}}",
        "<a href=\"{{x}}\">", "<img alt='{{x}}' src=\"{{x}}\"/>", "<title>{{x}}</title>",
        "<p{{#yes}} lang=\"{{x}}\"{{/yes}}>",
        "<noscript>", "</noscript>", "<iframe>", "</iframe>", "<svg>", "</svg>", "<select>", "<table>",
        "<math>",
    ]

    private static let attacks = [
        "\"><script>f()</script>", "'><script>f()</script>", "--><b>", "</title><b>", "</textarea><b>",
        "</script><b>",
        "</style><b>", " onclick=f() ", "x onclick=f() y", "><b>", "<b>", "/", "b c=d", "\" onclick=\"f()",
        "' onclick='f()", "`", "!--",
        "javascript:f()", "]]><b>", "?><b>", "<!--", "</p><b>",
    ]

    @Test(.enabled(if: ForeignParser.isPresent, ForeignParser.absence))
    func noValueMakesMarkup() throws {
        var random = SeededGenerator(state: 7)
        var cases: [ForeignParser.Case] = []
        for _ in 0..<40_000 {
            let length = Int.random(in: 2...9, using: &random)
            let template = (0..<length).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            guard template.contains("{{x}}") else { continue }
            let library = library(["page": template])
            guard library.diagnostics.isEmpty, let attack = Self.attacks.randomElement(using: &random) else {
                continue
            }
            cases.append(.init(value: attack, html: page(library, attack), harmless: page(library, "word")))
        }
        #expect(cases.count > 500)
        try ForeignParser.dump(cases, "ASSAY_MARKUP_DUMP")
        #expect(try ForeignParser.check(cases) == "\(cases.count) values came back\n")
    }

    private func page(_ library: TemplateLibrary, _ value: String) -> String {
        var output: [UInt8] = []
        let context: TemplateRecord = ["x": .text(value), "yes": true, "no": false]
        _ = library.render("page", context, into: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
