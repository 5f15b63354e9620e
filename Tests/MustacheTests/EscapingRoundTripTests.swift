import Diagnostics
import Testing

@testable import Mustache

/// Shown values, read back by a foreign HTML parser.
///
/// With `ASSAY_ESCAPING_DUMP=FILE` the cases are written to a file too. `Tests/Acceptance/escaping_html5lib.py`
/// reads them with html5lib, which parses as browsers do.
@Suite struct EscapingRoundTripTests {
    static let template =
        "<title>{{x}}</title><p data-b='{{x}}' title=\"{{x}}\">{{x}}</p><a href=\"{{x}}\">y</a><i id=\"end\"></i>"

    static let feed = """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><title>{{x}}</title><b c='{{x}}'>{{x}}</b><link href="{{x}}"/></feed>
        """

    @Test(.enabled(if: ForeignParser.isPresent, ForeignParser.absence))
    func everyValueComesBack() throws {
        var random = SeededGenerator(state: 2018)
        let library = library(["page": Self.template, "feed": Self.feed])
        let values = Self.corners + (0..<4000).map { _ in Self.text(&random) }
        let cases = values.map { value in
            ForeignParser.Case(
                value: value,
                html: shown("page", value, library),
                feed: shown("feed", value, library)
            )
        }
        try ForeignParser.dump(cases, "ASSAY_ESCAPING_DUMP")
        #expect(try ForeignParser.check(cases) == "\(cases.count) values came back\n")
    }

    @Test(.enabled(if: ForeignParser.isPresent, ForeignParser.absence))
    func theCheckCanFail() throws {
        let value = "\" onclick=\"f()"
        let raw = Self.template.replacing("{{x}}", with: value)
        #expect(try ForeignParser.check([.init(value: value, html: raw)]).contains("differs"))
        let wrong = ForeignParser.Case(value: value, html: "<p a=\"\" b>", harmless: "<p a=\"x\">")
        #expect(try ForeignParser.check([wrong]).contains("differs"))
    }

    private func shown(_ template: String, _ value: String, _ library: TemplateLibrary) -> String {
        var output: [UInt8] = []
        let findings = library.render(template, ["x": .text(value)], into: &output)
        #expect(!findings.hasErrors)
        return String(decoding: output, as: UTF8.self)
    }

    private static let pieces = [
        "\"", "'", "<", ">", "&", "`", "=", "/", "\\", "\u{301}", "\u{338}", "\u{20E3}", "\u{0}", "\u{1}",
        "\u{B}", "\u{C}",
        "\u{1F}", "\u{7F}", "\u{85}", "\t", "\n", " ", "\u{A0}", "\u{2028}", "\u{202E}", "\u{FEFF}",
        "\u{FFFD}", "\u{FFFE}",
        "\u{FFFF}", "\u{200D}", "👩‍👩‍👧", "é", "𐍈", "</script", "</title>", "</p>", "<!--", "-->", "--!>", "]]>",
        "<![CDATA[",
        "javascript:", "JaVa\tScript:", "data:text/html,", "vbscript:", "https://", "//", "?", "#", "&amp;",
        "&lt", "&#60;",
        "&#x3c;", "&colon;", "%22", "%", " onerror=", "{{x}}", "{{{", "“", "”", "‘", "«", "＂", "＜", "a", "Z",
        "0", ":",
    ]

    private static let corners =
        ["", String(repeating: "\"\u{301}", count: 5000), String(repeating: "a<", count: 50_000)]
        + [String(decoding: [0x61, 0xFF, 0x22, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x3C], as: UTF8.self)]
        + pieces
        + ["\"", "'", "<", ">", "&"].flatMap { quote in
            (0x300...0x36F).compactMap(Unicode.Scalar.init).map { "\(quote)\($0)>" }
        }

    private static func text(_ random: inout SeededGenerator) -> String {
        let length = Int.random(in: 1...12, using: &random)
        return (0..<length).map { _ in
            if Int.random(in: 0..<4, using: &random) == 0 {
                return Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)).map { String($0) }
                    ?? "\u{FFFD}"
            }
            return pieces.randomElement(using: &random) ?? ""
        }.joined()
    }
}
