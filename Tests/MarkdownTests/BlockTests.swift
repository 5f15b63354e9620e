import Testing

@testable import Markdown

struct BlockTests {
    @Test func quotationsHaveTheirLocator() {
        let reading = Reading(
            "> We are ready\n> to *analyze* together.\n>\n> Again.\n>\n> \u{2014} P4\n\nAfter."
        )
        #expect(reading.document.blocks.map(\.kind) == [.quotation(locator: "P4"), .other])
        #expect(reading.document.blocks[0].plainText == "We are ready to analyze together.\nAgain.")
        #expect(
            reading.html == """
                <blockquote>
                <p>We are ready
                to <em>analyze</em> together.</p>
                <p>Again.</p>
                <footer class="locator">\u{2014} P4</footer>
                </blockquote>
                <p>After.</p>

                """
        )
        #expect(reading.document.plainText == "We are ready to analyze together.\nAgain.\nAfter.")
    }

    @Test(arguments: [
        ("> a\n>\n> \u{2014}\u{A0}P4", "P4" as String?),
        ("> a\n>\n> \u{2014} P4 *and* [@one] 5", "P4 and 5"),
        ("> a\n>\n> - b\n>\n> \u{2014} P4", "P4"),
        // Text after a dash, as speech begins in many languages, is text.
        ("> \u{2014} Bonjour.", nil),
        ("> a\n>\n> \u{2014}P4", nil),
        ("> a\n> \u{2014} P4", nil),
        ("> a\n>\n> \u{2014} P4\n>\n> b", nil),
        ("> a\n>\n> > b\n> >\n> > \u{2014} P4", nil),
    ])
    func locators(markdown: String, locator: String?) {
        #expect(Reading(markdown).document.blocks.map(\.kind) == [.quotation(locator: locator)])
    }

    @Test func blocksHaveTheirBytes() {
        let reading = Reading("# A\n\nb\nc\n\n> d\n> e\n\n- f\n\n  g\n\n```\nh\n```\n\n***\ni\n=\n")
        #expect(
            reading.document.blocks.map { reading.typed($0.range) } == [
                "# A", "b\nc", "> d\n> e", "- f\n\n  g", "```\nh\n```", "***", "i\n=",
            ]
        )
        #expect(
            reading.document.blocks.map(\.plainText) == ["A", "b c", "d e", "f\ng", "h", "", "i"]
        )
    }

    @Test func theBytesOfWordsAreWithoutTheLocator() {
        let reading = Reading("> d\n> e\n>\n> \u{2014} P4\n\n> - f\n>\n> \u{2014} P5\n\ng\n\n> \u{2014} h\n")
        #expect(
            reading.document.blocks.map { reading.typed($0.wordsRange) } == [
                "> d\n> e", "> - f", "g", "> \u{2014} h",
            ]
        )
    }

    @Test func blocksTogetherAreTheDocument() {
        let reading = Reading(
            "# A\n\n[@one]\n\n<div>\n\n- [b](claim:c)\n\n> d [@two]\n>\n> \u{2014} P1\n\n| e |\n|-|\n\nf"
        )
        let blocks = reading.document.blocks.indices.map { reading.html(ofBlock: $0) }
        #expect(blocks.joined() == reading.html)
        let words = reading.document.blocks.map(\.plainText).filter { !$0.isEmpty }
        #expect(words.joined(separator: "\n") == reading.document.plainText)
        #expect(reading.html(ofBlock: 99).isEmpty)
        #expect(reading.html(ofBlock: -1).isEmpty)
    }

    @Test func headingsHaveUniqueAnchors() {
        let reading = Reading(
            "## What's *new*, and why?\n\n## Größe [@one]\n\nA\n-\n\n## A\n\n## A-2\n\n## A\n\n## ?!\n"
        )
        let headings = reading.document.headings
        #expect(
            headings.map(\.anchor) == ["whats-new-and-why", "größe", "a", "a-2", "a-2-2", "a-3", "section"]
        )
        #expect(headings.map(\.text) == ["What's new, and why?", "Größe", "A", "A", "A-2", "A", "?!"])
        #expect(headings.map(\.level) == [2, 2, 2, 2, 2, 2, 2])
        #expect(reading.html.contains("<h2 id=\"größe\">Größe {one}</h2>"))
        #expect(reading.typed(headings[0].range) == "## What's *new*, and why?")
        #expect(reading.typed(headings[2].range) == "A\n-")
    }

    @Test(arguments: [
        ("``` swift extra\na\n```", "<pre><code class=\"language-swift\">a\n</code></pre>\n"),
        (
            "``` a\"><script>\nb\n```",
            "<pre><code class=\"language-a&quot;&gt;&lt;script&gt;\">b\n</code></pre>\n"
        ),
        (
            "![a \"b\" *c*](d.png \"e\")",
            "<p><img src=\"d.png\" alt=\"a &quot;b&quot; c\" title=\"e\" /></p>\n"
        ),
        ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    ])
    func isWritten(markdown: String, html: String) {
        #expect(Reading(markdown).html == html)
    }
}
