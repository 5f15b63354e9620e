import Testing

@testable import Markdown

struct LinkTests {
    @Test(arguments: [
        ("[a](claim:b)", "<p><a href=\"/claim/b\">a</a></p>\n"),
        ("[a *b*](verdict:c#d)", "<p><a href=\"/verdict/c#d\">a <em>b</em></a></p>\n"),
        ("[a][b]\n\n[b]: source:c", "<p><a href=\"/source/c\">a</a></p>\n"),
        ("<page:about>", "<p><a href=\"/page/about\">page:about</a></p>\n"),
        ("[a](profile:gr%C3%B6%C3%9Fe)", "<p><a href=\"/profile/gr%C3%B6%C3%9Fe\">a</a></p>\n"),
        ("[a](article:missing)", "<p>a</p>\n"),
        ("[a <claim:b>](claim:c)", "<p><a href=\"/claim/c\">a claim:b</a></p>\n"),
        ("[a <http://b> c](/d) e", "<p><a href=\"/d\">a http://b c</a> e</p>\n"),
        ("[![b](c.png)](claim:d)", "<p><a href=\"/claim/d\"><img src=\"c.png\" alt=\"b\" /></a></p>\n"),
    ])
    func recordsAreLinked(markdown: String, html: String) {
        #expect(Reading(markdown).html(PlainResolver(missing: ["missing"])) == html)
    }

    @Test func recordLinksHaveTheirParts() {
        let reading = Reading(
            "[a](claim:b) [c]( <page:d%20e#f>  \"t\") <source:g>\n[h][i] after\n\n[i]: verdict:j"
        )
        let links = reading.document.recordLinks
        #expect(links.map(\.kind) == ["claim", "page", "source", "verdict"])
        #expect(links.map(\.id) == ["b", "d e", "g", "j"])
        #expect(links.map(\.fragment) == [nil, "f", nil, nil])
        #expect(
            links.map { reading.typed($0.range) } == [
                "claim:b", "page:d%20e#f", "source:g", "[h][i] after",
            ]
        )
    }

    @Test(arguments: [
        "https://example.org/", "http://example.org/", "mailto:a@example.org", "a.html", "../a/?b=c:d", "#a",
        "/a:b",
        "?a:b",
    ])
    func safeAddressesGoThrough(address: String) {
        let reading = Reading("[a](\(address))")
        #expect(reading.html == "<p><a href=\"\(address)\">a</a></p>\n")
        #expect(reading.document.dropped.isEmpty)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "java&#115;cript:alert(1)", "javascript&colon;alert(1)",
        "java&Tab;script:alert(1)", "java&#10;script:alert(1)", "&#1;javascript:alert(1)", "vbscript:a",
        "data:text/html,a",
        "file:///etc/passwd", "ftp://example.org", "blob:a", "claims:a", "//example.org/",
    ])
    func otherSchemesAreDropped(address: String) {
        let link = Reading("See [*a*](\(address)).")
        #expect(link.html == "<p>See <em>a</em>.</p>\n")
        #expect(link.document.dropped.map { link.typed($0.range) } == [address])
        #expect(link.document.dropped.map(\.kind) == [.unsafeAddress])
        let image = Reading("See ![a](\(address)).")
        #expect(image.html == "<p>See a.</p>\n")
        #expect(image.document.dropped.map { image.typed($0.range) } == [address])
    }

    @Test func anImageIsNoRecord() {
        let reading = Reading("![a](claim:b)")
        #expect(reading.html == "<p>a</p>\n")
        #expect(reading.document.images.map(\.address) == ["claim:b"])
        #expect(reading.document.dropped.map(\.text) == ["claim:b"])
    }

    @Test func anAddressFromTheResolverIsEscaped() {
        struct Hostile: MarkdownResolver {
            func citation(_ group: CitationGroup) -> [UInt8] { [] }
            func address(of link: RecordLink) -> String? { "a\"><b>&c" }
        }
        let html = Reading("[a](claim:b)").document.html(Hostile())
        #expect(String(decoding: html, as: UTF8.self) == "<p><a href=\"a%22%3E%3Cb%3E&amp;c\">a</a></p>\n")
    }

    @Test(arguments: [
        ("a <b>c</b> d", "<p>a c d</p>\n", ["<b>", "</b>"]),
        ("<div>\na\n</div>\n\nb", "<p>b</p>\n", ["<div>\na\n</div>"]),
        ("> <div>\n> a\n\nb", "<blockquote>\n</blockquote>\n<p>b</p>\n", ["<div>\n> a"]),
        ("a <!-- b\nc --> d", "<p>a  d</p>\n", ["<!-- b\nc -->"]),
        (
            "- a\n\n  <script>alert(1)</script>", "<ul>\n<li>\n<p>a</p>\n</li>\n</ul>\n",
            ["<script>alert(1)</script>"]
        ),
    ])
    func rawHTMLIsDroppedWithItsPlace(markdown: String, html: String, dropped: [String]) {
        let reading = Reading(markdown)
        #expect(reading.html == html)
        #expect(reading.document.dropped.map { reading.typed($0.range) } == dropped)
        #expect(reading.document.dropped.allSatisfy { $0.kind == .rawHTML })
    }

    @Test func whatWasDroppedIsCutShort() {
        let reading = Reading("<div>\(String(repeating: "é", count: 200))</div>")
        #expect(reading.document.dropped.map(\.text.count) == [80])
    }
}
