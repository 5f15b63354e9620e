import Testing

@testable import Captures

@Suite struct VisibleTextTests {
    private static func blocks(_ html: String) -> [String] {
        VisibleText(html: Array(html.utf8), contentType: "text/html; charset=utf-8").blocks
    }

    @Test func aPassageForEachBlock() {
        #expect(
            Self.blocks(
                "<h1>A  lamp</h1><p>Two <b>bri</b>ght\nlamps.<br>Three<p>Four<ul><li>Five<li>Six</ul>Seven"
            )
                == ["A lamp", "Two bright lamps. Three", "Four", "Five", "Six", "Seven"]
        )
        #expect(Self.blocks("<table><tr><td>a<td>b<tr><td>c</table>") == ["a", "b", "c"])
    }

    @Test(arguments: [
        "<p>Two<script", "<p>Two<img src", "<p>Two<title", "<p>Two<a href='x", "<p>Two<textarea ",
    ])
    func aPageMayStopWithinATag(html: String) { #expect(Self.blocks(html) == ["Two"]) }

    @Test func allVisibleTextCounts() {
        let page =
            "<div class=\"teaser-content\">Eight lamps.</div><aside>A correction.</aside><footer>Nine.</footer>"
        #expect(Self.blocks(page) == ["Eight lamps.", "A correction.", "Nine."])
    }

    @Test func whatIsNotShownIsKeptApart() {
        let page = """
            <title>Lamps &amp; more</title><script>let a = "in a script"</script><!-- in a comment -->
            <p hidden>in a hidden one<p>shown</p><div style="display: none"><div>deep</div> in a div</div>
            <template><p>in a template</p></template><noscript>without scripts</noscript>
            """
        let text = VisibleText(html: Array(page.utf8), contentType: nil)
        #expect(text.title == "Lamps & more")
        #expect(text.blocks == ["shown"])
        #expect(
            Set(text.hidden) == [
                #"let a = "in a script""#, "in a comment", "in a hidden one", "deep", "in a div",
                "in a template", "without scripts",
            ]
        )
        #expect(text.scriptCount == 1)
        #expect(text.passages == ["Lamps & more", "shown"])
    }

    @Test(arguments: [
        ("&eacute;&amp;&#233;&#xE9;", "é&éé"), ("&copy 2026 &ltlamp", "© 2026 <lamp"),
        ("&#150;&nbsp;x", "– x"),
        ("&notin; &notit; &unknown; &", "∉ ¬it; &unknown; &"), ("&#0;&#x110000;", "\u{FFFD}\u{FFFD}"),
    ])
    func resolvesReferences(html: String, text: String) { #expect(Self.blocks("<p>" + html) == [text]) }

    /// "中文" in GBK.
    private static let chinese: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4]

    @Test func readsTheEncodingThatAPageDeclares() {
        let meta = Array("<meta http-equiv=Content-Type content=\"text/html; charset=gbk\">".utf8)
        let late = Array("<!--\(String(repeating: "x", count: 3000))-->".utf8) + meta
        for head in [meta, late] {
            #expect(VisibleText(html: head + Self.chinese, contentType: "text/html").blocks == ["中文"])
        }
        #expect(VisibleText(html: Self.chinese, contentType: "text/html; charset=GB2312").blocks == ["中文"])
    }

    @Test func aPageThatCanBeReadIsNotInUTF16() {
        let page = Array("<meta charset=unicode><p>a lamp".utf8)
        #expect(VisibleText(html: page, contentType: "text/html").blocks == ["a lamp"])
    }

    @Test func anUnknownEncodingIsGuessed() {
        #expect(
            VisibleText(html: Array("<p>é".utf8), contentType: "text/html; charset=nonsense").blocks == ["é"]
        )
        #expect(VisibleText(html: Array("<p>".utf8) + [0xE9, 0x80], contentType: nil).blocks == ["é€"])
        #expect(VisibleText(html: [0xFF, 0xFE, 0x61, 0, 0x62, 0], contentType: nil).blocks == ["ab"])
    }

    @Test func theDigestDoesNotKnowMarkup() {
        let one = VisibleText(html: Array("<p>A  lamp</p><p>Two</p>".utf8), contentType: nil)
        let two = VisibleText(
            html: Array("<div>A la&shy;mp\n</div><h2> Two</h2><!-- x -->".utf8),
            contentType: nil
        )
        #expect(one.digest == two.digest)
        #expect(one.digest != VisibleText(html: Array("<p>A lamp two".utf8), contentType: nil).digest)
    }

    @Test func aPageOfScriptsNeedsABrowser() {
        let scripts = String(repeating: "<script src=x></script>", count: 6)
        #expect(VisibleText(html: Array(scripts.utf8), contentType: nil).needsBrowser)
        #expect(!VisibleText(html: Array("<p>short".utf8), contentType: nil).needsBrowser)
    }

    @Test func filesWithoutMarkupHaveParagraphs() {
        let text = VisibleText(plain: Array("a\nlamp\r\n\r\ntwo\u{C}three".utf8), contentType: "text/plain")
        #expect(text.blocks == ["a lamp", "two three"] || text.blocks == ["a lamp", "two", "three"])
    }
}
