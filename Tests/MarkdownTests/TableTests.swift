import Testing

@testable import Markdown

struct TableTests {
    /// The HTML of a table, without the region around it and without line ends.
    private func table(_ markdown: String) -> String {
        Reading(markdown).html.split(separator: "\n").joined()
    }

    @Test func hasAHeaderWithScopeInANamedRegion() {
        #expect(
            Reading("| Year | Number |\n| --- | ---: |\n| 2018 | 4 |\n").html == """
                <div class="table" role="region" tabindex="0" aria-label="Year, Number">
                <table>
                <thead>
                <tr>
                <th scope="col">Year</th>
                <th scope="col" class="align-right">Number</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>2018</td>
                <td class="align-right">4</td>
                </tr>
                </tbody>
                </table>
                </div>

                """
        )
    }

    @Test(arguments: [
        ("a | b\n-|-\n\\| | `x\\|y`", "<td>|</td><td><code>x|y</code></td>"),
        ("a | b\n-|-\n*c* | [@one, p. 4]", "<td><em>c</em></td><td>{one|p. 4}</td>"),
        (
            "a | b\n-|-\n[c][d] | [e](claim:f)\n\n[d]: /g",
            "<td><a href=\"/g\">c</a></td><td><a href=\"/claim/f\">e</a></td>"
        ),
        ("a | b\n-|-\nc", "<td>c</td><td></td>"),
        ("a | b\n-|-\nc | d | e", "<td>c</td><td>d</td>"),
        ("a | b\n-|-\n| | C #", "<td></td><td>C #</td>"),
        ("a | b\n-|-\n[x]: /y | # z", "<td>[x]: /y</td><td># z</td>"),
        ("a | b\n-|-\n*c | d*", "<td>*c</td><td>d*</td>"),
        ("a | b\n-|-\nc\\ | &lt;", "<td>c\\</td><td>&lt;</td>"),
        ("> a | b\n> -|-\n> c | d", "<td>c</td><td>d</td>"),
        ("- a | b\n  -|-\n  c | d", "<td>c</td><td>d</td>"),
        ("[x]: /y\na | b\n-|-\nc | [x]", "<td>c</td><td><a href=\"/y\">x</a></td>"),
        ("a | b\r\n-|-\r\nc | d\r\n", "<td>c</td><td>d</td>"),
    ])
    func rowsAreRead(markdown: String, row: String) {
        #expect(table(markdown).contains("<tbody><tr>\(row)</tr></tbody>"))
        checkPlaces(of: markdown)
    }

    @Test(arguments: [
        "a | b\n-|-|-\nc | d", "a | b\n- - | -\nc", "a\n--- ---", "a | b\nc | d", "a | b\n\n-|-",
        "a | b\n-|x",
        "a\n-:",
    ])
    func otherParagraphsAreNone(markdown: String) {
        let reading = Reading(markdown)
        #expect(!reading.html.contains("<table>"))
        #expect(reading.html == Reading(markdown, as: .commonMark).html)
    }

    @Test func alignmentsAreClasses() {
        let html = table("a|b|c|d\n:-|:-:|-:|-\n")
        #expect(
            html.contains(
                #"<th scope="col" class="align-left">a</th><th scope="col" class="align-center">b</th>"#
            )
        )
        #expect(html.contains(#"<th scope="col" class="align-right">c</th><th scope="col">d</th>"#))
        #expect(!html.contains("tbody"))
    }

    @Test func cellsHavePlaces() {
        let reading = Reading("| é [@one] | b |\n| - | - |\n| \\| [@one] ![x](y.png) | [z](claim:w) <b> |\n")
        #expect(reading.typedIds == ["@one", "@one"])
        #expect(reading.document.images.map { reading.typed($0.range) } == ["![x](y.png)"])
        #expect(reading.document.recordLinks.map { reading.typed($0.range) } == ["claim:w"])
        #expect(reading.document.dropped.map { reading.typed($0.range) } == ["<b>"])
        #expect(
            reading.document.citationGroups[1].range.lowerBound
                > reading.document.citationGroups[0].range.upperBound
        )
    }

    @Test func wordsArePartedByTabsAndLines() {
        let reading = Reading("Before.\n\n| a | b |\n| - | - |\n| c |  |\n\nAfter.")
        #expect(reading.document.plainText == "Before.\na\tb\nc\nAfter.")
        #expect(reading.document.blocks.map(\.plainText) == ["Before.", "a\tb\nc", "After."])
    }

    @Test func aLabelIsEscapedAndLeftOutWhenThereIsNone() {
        #expect(Reading("a\"b | c\n-|-\n").html.contains("aria-label=\"a&quot;b, c\""))
        #expect(Reading("| | |\n|-|-|\n").html.hasPrefix("<div class=\"table\" tabindex=\"0\">\n"))
    }

    @Test func shortRowsDoNotMakeAHugePage() {
        let columns = 2_000
        let header = String(repeating: "a|", count: columns)
        let delimiters = String(repeating: "-|", count: columns)
        let markdown = "\(header)\n\(delimiters)\n" + String(repeating: "x\n", count: 2_000)
        #expect(Reading(markdown).html.utf8.count < 1_000_000)
    }
}
