import Testing

@testable import Markdown

struct MarkTests {
    /// The block's HTML with the first occurrence of each of the words in its plain text marked.
    private func marked(_ markdown: String, _ words: [String]) throws -> String {
        let reading = Reading(markdown)
        let plain = reading.document.blocks[0].plainText
        let marks = try words.map { word in
            let range = try #require(plain.firstRange(of: word), "\(word) is not in \(plain)")
            let start = plain.utf8.distance(from: plain.startIndex, to: range.lowerBound)
            return TextMark(range: start..<start + word.utf8.count, opening: "<mark>", closing: "</mark>")
        }
        return reading.html(ofBlock: 0, marks: marks)
    }

    @Test(arguments: [
        ("one two three", ["two"], "<p>one <mark>two</mark> three</p>\n"),
        (
            "one two three", ["one", "two", "three"],
            "<p><mark>one</mark> <mark>two</mark> <mark>three</mark></p>\n"
        ),
        ("one two", ["one ", "two"], "<p><mark>one </mark><mark>two</mark></p>\n"),
        ("a *b c* d", ["a b"], "<p><mark>a </mark><em><mark>b</mark> c</em> d</p>\n"),
        (
            "a *b **c*** d", ["b c d"],
            "<p>a <em><mark>b </mark><strong><mark>c</mark></strong></em><mark> d</mark></p>\n"
        ),
        ("a [b c](/d) e", ["c e"], "<p>a <a href=\"/d\">b <mark>c</mark></a><mark> e</mark></p>\n"),
        (
            "a [b](claim:c) d", ["a b d"],
            "<p><mark>a </mark><a href=\"/claim/c\"><mark>b</mark></a><mark> d</mark></p>\n"
        ),
        ("a & b < c \"d\" e", ["& b < c \"d\""], "<p>a <mark>&amp; b &lt; c &quot;d&quot;</mark> e</p>\n"),
        ("a &amp;&copy; b", ["&©"], "<p>a <mark>&amp;©</mark> b</p>\n"),
        ("a\nb\nc", ["a b"], "<p><mark>a\nb</mark>\nc</p>\n"),
        ("a  \nb c", ["a b"], "<p><mark>a</mark><br /><mark>\nb</mark> c</p>\n"),
        ("a [@one] b", ["a b"], "<p><mark>a</mark> {one}<mark> b</mark></p>\n"),
        ("a [@one].", ["a."], "<p><mark>a</mark> {one}<mark>.</mark></p>\n"),
        ("a `b<c` d", ["b<c d"], "<p>a <code><mark>b&lt;c</mark></code><mark> d</mark></p>\n"),
        (
            "a ![b](c.png) d", ["a  d"],
            "<p><mark>a </mark><img src=\"c.png\" alt=\"b\" /><mark> d</mark></p>\n"
        ),
        ("größe — ünd", ["öße — ü"], "<p>gr<mark>öße — ü</mark>nd</p>\n"),
        ("## a b", ["b"], "<h2 id=\"a-b\">a <mark>b</mark></h2>\n"),
        ("- a\n- b c", ["a\nb"], "<ul>\n<li><mark>a</mark></li>\n<li><mark>b</mark> c</li>\n</ul>\n"),
        ("```\na\nb\n```", ["a b"], "<pre><code><mark>a\nb</mark>\n</code></pre>\n"),
        (
            "> a b\n> c\n>\n> d e\n>\n> \u{2014} P4", ["b c\nd"],
            """
            <blockquote>
            <p>a <mark>b
            c</mark></p>
            <p><mark>d</mark> e</p>
            <footer class="locator">\u{2014} P4</footer>
            </blockquote>

            """
        ),
    ])
    func areWritten(markdown: String, words: [String], html: String) throws {
        #expect(try marked(markdown, words) == html)
    }

    @Test func laterBlocksCountFromTheirOwnStart() {
        let reading = Reading("one\n\n> two\n\nthree")
        let mark = TextMark(range: 1..<3, opening: "<b>", closing: "</b>")
        #expect(reading.html(ofBlock: 1, marks: [mark]) == "<blockquote>\n<p>t<b>wo</b></p>\n</blockquote>\n")
        #expect(reading.html(ofBlock: 2, marks: [mark]) == "<p>t<b>hr</b>ee</p>\n")
    }

    @Test(arguments: [
        ([0..<0], "<p>äb</p>\n"),
        ([5..<9], "<p>äb</p>\n"),
        ([2..<99], "<p>ä<b>b</b></p>\n"),
        ([1..<2], "<p><b>ä</b>b</p>\n"),
        ([0..<1], "<p><b>ä</b>b</p>\n"),
        ([0..<3, 2..<3], "<p><b>äb</b></p>\n"),
        ([2..<3, 0..<2], "<p>ä<b>b</b></p>\n"),
    ])
    func wrongOnesDoNoHarm(ranges: [Range<Int>], html: String) {
        let marks = ranges.map { TextMark(range: $0, opening: "<b>", closing: "</b>") }
        #expect(Reading("äb").html(ofBlock: 0, marks: marks) == html)
    }
}
