import Testing

@testable import Markdown

/// Extensions of CommonMark, and what is reported.
struct ExtensionTests {
    @Test(arguments: [
        ("~~a~~ b", "<p><del>a</del> b</p>\n"),
        ("~~a *b* [c](/d) [@one]~~", "<p><del>a <em>b</em> <a href=\"/d\">c</a> {one}</del></p>\n"),
        ("[~~a~~](/b)", "<p><a href=\"/b\"><del>a</del></a></p>\n"),
        ("*~~a~~*", "<p><em><del>a</del></em></p>\n"),
        ("*~~a* b~~", "<p><em>~~a</em> b~~</p>\n"),
        ("\\~~a~~ `~~b~~` ~~ c ~~", "<p>~~a~~ <code>~~b~~</code> ~~ c ~~</p>\n"),
        ("~~a [@one~~]", "<p><del>a [@one</del>]</p>\n"),
        ("~~a~~~~b~~", "<p><del>a~~~~b</del></p>\n"),
        (
            "| ~~a~~ |\n|-|\n",
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"a\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\"><del>a</del></th>\n</tr>\n</thead>\n</table>\n</div>\n"
        ),
    ])
    func struckText(markdown: String, html: String) {
        #expect(Reading(markdown).html == html)
        checkPlaces(of: markdown)
    }

    @Test(arguments: [
        ("- [ ] a\n- [x] b [@one]", "<ul>\n<li>\u{2610} a</li>\n<li>\u{2611} b {one}</li>\n</ul>\n"),
        (
            "- [] a\n- [ ]\n- \\[ ] b\n- c [ ] d",
            "<ul>\n<li>[] a</li>\n<li>[ ]</li>\n<li>[ ] b</li>\n<li>c [ ] d</li>\n</ul>\n"
        ),
        ("[ ] a", "<p>[ ] a</p>\n"),
    ])
    func tasks(markdown: String, html: String) {
        #expect(Reading(markdown).html == html)
        checkPlaces(of: markdown)
    }

    @Test(arguments: [
        ("See https://a.example/b_c_d.", "https://a.example/b_c_d", "https://a.example/b_c_d"),
        ("See [@one, https://a.example/b] x", nil, nil),
        ("a https\\://a.example", nil, nil),
        ("[x https://a.example](/y)", nil, nil),
        ("(www.a.example/b)", "http://www.a.example/b", "www.a.example/b"),
        ("见https://a.example/b。后", "https://a.example/b", "https://a.example/b"),
        ("“https://a.example/b”", "https://a.example/b", "https://a.example/b"),
        ("https://a.example/?b&amp;c", "https://a.example/?b&c", "https://a.example/?b&amp;c"),
        ("desk@a.example, x", "mailto:desk@a.example", "desk@a.example"),
        ("xwww.a.example https://a http:// ftp://a.b x@y", nil, nil),
    ])
    func addressesWithoutBrackets(markdown: String, address: String?, typed: String?) {
        let reading = Reading(markdown)
        let links = reading.document.links.filter { $0.address != "/y" }
        #expect(links.map(\.address) == (address.map { [$0] } ?? []))
        #expect(links.map { reading.typed($0.range) } == (typed.map { [$0] } ?? []))
        checkPlaces(of: markdown)
    }

    @Test(arguments: [
        ("As @one says.", "<p>As {@one} says.</p>\n"),
        ("As @one [p. 33] says.", "<p>As {@one|p. 33} says.</p>\n"),
        ("@one[p. 33]", "<p>{@one|p. 33}</p>\n"),
        ("(@one) *@two* \"@one\"", "<p>({@one}) <em>{@two}</em> &quot;{@one}&quot;</p>\n"),
        ("@some [p. 33] and @one.", "<p>@some [p. 33] and {@one}.</p>\n"),
        ("@one [a](/b) [c]", "<p>{@one} <a href=\"/b\">a</a> [c]</p>\n"),
        ("# On @one", "<h1 id=\"on-one\">On {@one}</h1>\n"),
        (
            "\\@one a@one @one_x @one.example &#64;one `@one`",
            "<p>@one a@one @one_x @one.example @one <code>@one</code></p>\n"
        ),
        ("> As @one says.", "<blockquote>\n<p>As @one says.</p>\n</blockquote>\n"),
        ("[-@one] [see -@two, p. 2]", "<p>{one} {two|see|p. 2}</p>\n"),
    ])
    func citationsWithoutBrackets(markdown: String, html: String) {
        #expect(Reading(markdown).html == html)
        checkPlaces(of: markdown)
    }

    @Test(arguments: [
        ("[@one]: 36", "<p>[@one]: 36</p>\n"),
        (
            "> [Mayor]: Yes.\n> [Mayor]: No.",
            "<blockquote>\n<p>[Mayor]: Yes.\n[Mayor]: No.</p>\n</blockquote>\n"
        ),
        ("- [Mayor]: Yes.\n\n[Mayor] left.", "<ul>\n<li>[Mayor]: Yes.</li>\n</ul>\n<p>[Mayor] left.</p>\n"),
        ("[^1]: Yes.\n", "<p>[^1]: Yes.</p>\n"),
        ("[Mayor]: Yes.\nHe left [@one].", "<p>[Mayor]: Yes.\nHe left {one}.</p>\n"),
        (
            "[a]: /b \"c\"\n[Mayor]: Yes.\n\n[a]",
            "<p>[Mayor]: Yes.</p>\n<p><a href=\"/b\" title=\"c\">a</a></p>\n"
        ),
        ("[//]: # (a)\n\nb", "<p>b</p>\n"),
    ])
    func definitionsThatWereNotMeant(markdown: String, html: String) {
        let reading = Reading(markdown)
        #expect(reading.html == html)
        #expect(!reading.document.syntaxIssues.isEmpty)
        checkPlaces(of: markdown)
    }
}
