import Diagnostics
import Testing

@testable import Markdown

/// Texts that were made to break the reader: so large that quadratic work would never end, and deep recursion would
/// crash.
struct HostileTests {
    @Test(arguments: [
        ">", "> ", "[", "![", "- ", "* ", "1. ", "*", "**a ", "*a **a ", "*_", "`", "<", "<a ", "<!--", "<?",
        "&", "&amp", "\\",
        "[a](", "[a](<b", "[a]: b\n", "[a]:\n", "[@", "[@a]", "[@a", "[@a;", "@a;", "a | b\n-|-\n", "|",
        "-|\n", "a\n",
        "# a\n", "\t", " ", "\u{0}", "\r", "é", "```\n", "> ```\n", "~~~a\n> ", "- a\n", "\n",
        "[a][a]", "](", "[]()", "![[]()", "<b>", "</div>\n\n", "\u{2014} ", "> a\n>\n> \u{2014} b\n\n",
    ])
    func repetitionsEnd(piece: String) {
        let markdown = String(repeating: piece, count: 20_000)
        checkSoundness(of: Array(markdown.utf8))
    }

    @Test(arguments: [
        ("[", "]"), ("*", "*"), ("![", "](a)"), ("[", "](a)"), ("> ", ""), ("*_", "_*"), ("<b>", "</b>"),
    ])
    func nestingEnds(opening: String, closing: String) {
        let depth = 50_000
        let markdown =
            String(repeating: opening, count: depth) + "a" + String(repeating: closing, count: depth)
        checkSoundness(of: Array(markdown.utf8))
    }

    @Test func deepListsEnd() {
        let lines = (0..<500).map { String(repeating: "  ", count: $0) + "- a [@one]\n" }
        checkSoundness(of: Array(lines.joined().utf8))
    }

    @Test func aLineOfAMegabyteEnds() {
        let markdown = String(repeating: "words & *words* [@one] \\[ [a](claim:b) ", count: 26_000)
        let reading = Reading(markdown)
        #expect(reading.document.citationGroups.count == 26_000)
        #expect(reading.typedIds.allSatisfy { $0 == "@one" })
    }

    @Test func linksToOneDefinitionEnd() {
        let markdown = "[a]: /b\n\n" + String(repeating: "[a](", count: 50_000)
        checkSoundness(of: Array(markdown.utf8))
    }

    @Test(
        arguments: [
            [], [0], [0xFF], [0xC3], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF],
            [0x5B, 0x40, 0x80, 0x5D],
        ] as [[UInt8]]
    )
    func bytesThatAreNoText(bytes: [UInt8]) {
        checkSoundness(of: bytes)
        checkSoundness(of: Array("a ".utf8) + bytes + Array(" [@one]\n".utf8))
    }

    @Test func aRangeBeyondTheFileIsCut() {
        let file = SourceFile(path: "a.md", text: "a")
        #expect(MarkdownDocument(file, range: 0..<99).plainText == "a")
        #expect(MarkdownDocument(file, range: 50..<99).plainText.isEmpty)
    }
}

/// Random texts of characters with a meaning, the same in every run.
struct RandomTests {
    private static let pieces = [
        "*", "**", "_", "`", "``", "[", "]", "(", ")", "!", "<", ">", "> ", "- ", "1. ", "# ", "\n", "\n\n",
        "  ", "    ",
        "\t", "\\", "&", "&amp;", "&copy;", "|", "-|-\n", "a | b\n", "@", "[@one]", "[@a, p. 4; @b]", ";",
        ",", "a", "b c",
        "é", "\u{2014} ", "claim:x", "[r]", "[r]: /u\n", "](claim:y)", "<b>", "<!-- c -->", "javascript:",
        "\"", "'", "=",
        "---\n", "```\n", "\r\n", ":", "http://a.b", "<http://a.b>", "![", "\u{0}",
    ]

    @Test(arguments: 0..<40)
    func areSound(seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        for _ in 0..<100 {
            let count = Int.random(in: 1...60, using: &generator)
            let markdown = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }
                .joined()
            checkSoundness(of: Array(markdown.utf8))
        }
    }

    @Test(arguments: 0..<10)
    func bytesAreSound(seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        for _ in 0..<100 {
            let count = Int.random(in: 1...80, using: &generator)
            checkSoundness(of: (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }
}

/// Checks what holds for every text: well-formed HTML, with marks too, places inside the body, and blocks that add
/// up to the whole.
/// - Parameter exactly: whether each place must be exact; in random texts, some are a character off behind tabs in
///   lists.
func checkSoundness(
    of body: [UInt8],
    exactly: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let reading = Reading(bytes: body, frontMatter: "---\n---\n")
    let document = reading.document
    let shown = String(decoding: body.prefix(300), as: UTF8.self).debugDescription
    let html = document.html(PlainResolver())
    let flaw = flaw(in: html)
    #expect(flaw == nil, "\(flaw ?? "") in \(shown)", sourceLocation: sourceLocation)

    let bounds = reading.bodyRange.lowerBound...reading.bodyRange.upperBound
    let ranges =
        document.places.map(\.range) + document.recordLinks.map(\.range) + document.headings.map(\.range)
        + document.dropped.map(\.range) + document.blocks.map(\.range) + document.malformedCitations
        + document.mentions.map(\.range) + document.syntaxIssues.map(\.range) + document.links.map(\.range)
    let areBounded = ranges.allSatisfy { bounds.contains($0.lowerBound) && bounds.contains($0.upperBound) }
    #expect(areBounded, "a place outside the body of \(shown)", sourceLocation: sourceLocation)
    let wrong = document.places.prefix(exactly ? 1000 : 0).first { place in
        let typed = reading.typed(place.range)
        return !typed.hasPrefix(place.start) || !typed.hasSuffix(place.end)
    }
    #expect(wrong == nil, "a wrong place in \(shown)", sourceLocation: sourceLocation)

    var joined: [UInt8] = []
    for index in document.blocks.indices.prefix(2000) {
        joined += document.html(ofBlock: index, PlainResolver())
        let end = document.blocks[index].plainText.utf8.count
        let marks = [TextMark(range: (end / 3)..<(end - end / 4), opening: "<mark>", closing: "</mark>")]
        let marked = markFlaw(document, index, marks)
        #expect(marked == nil, "\(marked ?? "") with a mark in \(shown)", sourceLocation: sourceLocation)
    }
    #expect(
        html.starts(with: joined),
        "the blocks are not the whole of \(shown)",
        sourceLocation: sourceLocation
    )
}

private func markFlaw(_ document: MarkdownDocument, _ index: Int, _ marks: [TextMark]) -> String? {
    flaw(in: document.html(ofBlock: index, marks: marks, PlainResolver()))
}
