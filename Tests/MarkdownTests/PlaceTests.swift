import Testing

@testable import Markdown

/// Places in cases where libcmark's columns are wrong, or easily could be.
struct PlaceTests {
    @Test(arguments: [
        "é **ü** [@one] `[@one]` [@one]",
        "`` ` [@one] `` [@one] \\[@one] [@one]",
        "> a\n> > b [@one]\n> > c [@one]\nlazy [@one]",
        "> a\n>      > b [@one]",
        "- a\n\n  b [@one]\n  - c\n    d [@one]\n",
        "1.\ta [@one]\n\tb [@one]\n",
        "a\tb\t[@one]\n\t[@one]",
        "a [@one]\r\nb [@one]\r\n\r\n> c\r\n> [@one]",
        "a\r[@one]\r\r[@one]",
        "&NotEqualTilde;&copy;&unknown;&#233;&#x1F600;&amp;amp; [@one]",
        "&nvlt;x &fjlig; &alpha;j & AT&T &amp [@one]",
        "[x]: /y\n[z]: <w> 'title\nof two lines'\na [@one]",
        "[x](a(b)c \"t ] (\") [x][y] [y][] [y] [@one]\n\n[y]: /z",
        "[y](not a link [@one]\n\n[y]: /z",
        "<https://example.org/\\*a&amp;b> [@one]",
        "![a [b](c) ![d](e)](f) [@one]",
        "a <b\nc='[@one]'> [@one]",
        "> a `b\n> c` [@one]",
        "***a** b* __c__ *d [@one]* **e [@one]**",
        "a  \nb\\\nc [@one]",
        "# a # [@one] #",
        "#\ta [@one]",
        "a\nb [@one]\n===",
        "> - # a [@one]",
        "# # a [@one]",
        "[@one]:\n- ",
        "> a\\\n\tb [@one]",
        "> a\n    > &copy; [@one]",
        "> a\n&gt; [@one]",
        "[r]:(a\n[@one]",
        "\u{0}a\u{0} [@one]",
        "*a [@one]\n\n* b [@one]",
        "a \\\\ \\` \\& [@one]",
    ])
    func arePrecise(markdown: String) {
        checkPlaces(of: markdown)
        #expect(!Reading(markdown).document.citationGroups.isEmpty)
    }

    @Test func theSameCitationTwiceHasTwoPlaces() {
        let reading = Reading("> `[@one]` [@one]\n> and [@one], *[@one]*")
        let starts = reading.document.citationGroups.map(\.range.lowerBound)
        #expect(reading.typedGroups == ["[@one]", "[@one]", "[@one]"])
        #expect(Set(starts).count == 3)
        #expect(starts == starts.sorted())
    }

    @Test func bytesThatAreNotUTF8CountAsOneEach() {
        let reading = Reading(
            bytes: Array("a ".utf8) + [0xFF, 0xC3, 0x00, 0xE2, 0x82] + Array(" [@one] <b>".utf8)
        )
        #expect(reading.html == "<p>a \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} {one} </p>\n")
        #expect(reading.typedGroups == ["[@one]"])
        #expect(reading.document.dropped.map { reading.typed($0.range) } == ["<b>"])
    }

    @Test func imagesAreWhole() {
        let reading = Reading("a ![b](c.png \"d\") ![e][f] ![f] ![](g.png)\n\n[f]: h.png")
        #expect(
            reading.document.images.map { reading.typed($0.range) } == [
                "![b](c.png \"d\")", "![e][f]", "![f]", "![](g.png)",
            ]
        )
        #expect(reading.document.images.map(\.alternative) == ["b", "e", "f", ""])
        #expect(reading.document.images.map(\.address) == ["c.png", "h.png", "h.png", "g.png"])
    }
}
