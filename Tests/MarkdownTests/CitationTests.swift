import Testing

@testable import Markdown

struct CitationTests {
    /// Citations; `{id|prefix|locator}` stands for one in the output.
    @Test(arguments: [
        ("A [@one].", "<p>A {one}.</p>\n"),
        ("A [@one, p. 4].", "<p>A {one|p. 4}.</p>\n"),
        ("[see @one, p. 3; @two]", "<p>{one|see|p. 3;two}</p>\n"),
        ("[@one,\np. 4]", "<p>{one|p. 4}</p>\n"),
        ("[@one، ص 4]", "<p>{one|ص 4}</p>\n"),
        ("[@one，第4页]", "<p>{one|第4页}</p>\n"),
        ("[@größe-2; @новости-дня]", "<p>{größe-2;новости-дня}</p>\n"),
        ("[@one, *passim*, p. 2]", "<p>{one|passim, p. 2}</p>\n"),
        ("*in [@one] it*", "<p><em>in {one} it</em></p>\n"),
        ("[[@one]]", "<p>[{one}]</p>\n"),
        ("[@one][@two]", "<p>{one}{two}</p>\n"),
        ("False![@one]", "<p>False!{one}</p>\n"),
        ("[@one, AT&amp;T \\[sic\\]]", "<p>{one|AT&amp;T [sic]}</p>\n"),
        ("- item [@one]", "<ul>\n<li>item {one}</li>\n</ul>\n"),
    ])
    func isRead(markdown: String, html: String) {
        #expect(Reading(markdown).html == html)
        checkPlaces(of: markdown)
    }

    @Test(arguments: [
        ("\\[@one]", "<p>[@one]</p>\n"),
        ("[\\@one]", "<p>[@one]</p>\n"),
        ("&#91;@one]", "<p>[@one]</p>\n"),
        ("[@one\\]", "<p>[@one]</p>\n"),
        ("`[@one]`", "<p><code>[@one]</code></p>\n"),
        ("    [@one]", "<pre><code>[@one]\n</code></pre>\n"),
        ("[@one](https://example.org/)", "<p><a href=\"https://example.org/\">@one</a></p>\n"),
        ("[a [@one] b](/c)", "<p><a href=\"/c\">a [@one] b</a></p>\n"),
        ("![[@one]](/a.png)", "<p><img src=\"/a.png\" alt=\"[@one]\" /></p>\n"),
        ("a <b c=\"[@one]\">", "<p>a </p>\n"),
        (
            "[write to a@example.org]",
            "<p>[write to <a href=\"mailto:a@example.org\">a@example.org</a>]</p>\n"
        ),
        ("[@]", "<p>[@]</p>\n"),
        ("[@one p. 4]", "<p>[@one p. 4]</p>\n"),
        ("[@one,]", "<p>[@one,]</p>\n"),
        ("[@one;]", "<p>[@one;]</p>\n"),
        ("[@one, p. 4 @two]", "<p>[@one, p. 4 @two]</p>\n"),
        ("[@a_b]", "<p>[@a_b]</p>\n"),
        ("[@one `code`]", "<p>[@one <code>code</code>]</p>\n"),
        ("*a [@one* b]", "<p><em>a [@one</em> b]</p>\n"),
        ("[@one", "<p>[@one</p>\n"),
    ])
    func staysText(markdown: String, html: String) {
        let reading = Reading(markdown)
        #expect(reading.html == html)
        #expect(reading.document.citationGroups.isEmpty)
        checkPlaces(of: markdown)
    }

    /// Near-citations, which are reported so that they are not published as text.
    @Test(arguments: [
        ("So [@one p. 4].", ["[@one p. 4]"]),
        ("So [see @a_b].", ["[see @a_b]"]),
        ("> a\n> [@one,\n> ]", ["[@one,\n> ]"]),
        ("So [@ one].", ["[@ one]"]),
        ("So [@one; @].", ["[@one; @]"]),
        ("So [@one, p. 4 and no end.\n\nMore.", ["[@one"]),
        ("# So [@one\n\n- [@two, p.\n- [@three", ["[@one", "[@two", "[@three"]),
        ("So [@one and [@two].", ["[@one"]),
        ("So [@one, `p. 4`] and *[@two*].", ["[@one", "[@two"]),
        ("So [@one, see [it](claim:a)].", ["[@one"]),
        ("| a | b |\n| - | - |\n| [@one | c |", ["[@one"]),
        ("[write to a@example.org] and [c]", []),
        ("Write to a@example.org, ask @handle, or [ask", []),
        ("`[@one p. 4]` and\n\n    [@one p. 4]\n\n```\n[@one\n```\n", []),
        ("[@one p. 4](https://example.org)", []),
        ("\\[@one p. 4]", []),
        ("[\\@one p. 4] and [follow \\@one]", []),
    ])
    func malformedOnesAreReported(markdown: String, places: [String]) {
        let reading = Reading(markdown)
        #expect(reading.document.malformedCitations.map(reading.typed) == places)
    }

    @Test func thePartsAreKept() throws {
        let reading = Reading("As [see also @one, para. 4; cf. @two] says.")
        let group = try #require(reading.document.citationGroups.first)
        #expect(group.citations.map(\.id) == ["one", "two"])
        #expect(group.citations.map(\.locator) == ["para. 4", nil])
        #expect(group.citations.map(\.prefix) == ["see also", "cf."])
        #expect(reading.typedGroups == ["[see also @one, para. 4; cf. @two]"])
        #expect(reading.typedIds == ["@one", "@two"])
    }

    @Test func optionLeavesThemText() {
        #expect(Reading("[@one]", as: .commonMark).html == "<p>[@one]</p>\n")
    }

    @Test(arguments: [
        ("It was shown [@one].", "It was shown."),
        ("It was shown [@one] and [@two] told.", "It was shown and told."),
        ("It was shown\n[@one]\nagain.", "It was shown again."),
        ("[@one] It was.", "It was."),
        ("It was [@one]", "It was"),
    ])
    func plainTextIsWithoutThem(markdown: String, plain: String) {
        #expect(Reading(markdown).document.plainText == plain)
    }
}
