import Foundation
import TestSupport
import Testing

@testable import Markdown

/// All typed words are on the page, or have a finding at their place.
struct WordsStayTests {
    @Test(.enabled(if: SharedMaterial.has(commonMark), SharedMaterial.isNeeded))
    func ofCommonMark() throws {
        // Example 519 loses the address of a link inside a picture's description.
        for example in try ConformanceTests.examples() where example.example != 519 {
            checkWords(of: example.markdown, "example \(example.example)")
        }
    }

    @Test(.enabled(if: SharedMaterial.has(gfm), SharedMaterial.isNeeded))
    func ofGFM() throws {
        for example in try GFMTests.examples() {
            checkWords(of: example.markdown, "\(example.name)")
        }
    }

    /// The citation syntax of Pandoc, and that of other dialects.
    @Test(arguments: [
        "As @one says, and @two [p. 33]; [-@one], [see -@two, p. 2], (@one) and [^@one].",
        "［@one］ and [＠one], @{one}, [@{one}], @unknown [p. 3], @un_known, [@one {p. 3}].",
        "[@one]: 36", "> [Mayor]: Yes.\n", "[unused]: https://example.org/here", "[//]: # (a comment)",
        "[^1]: Yes.\n\nNo.[^1] Inline.^[Perhaps.]", "> [!NOTE]\n> Words.", "~~gone~~ ~maybe~ ~~open",
        "- [ ] undone\n- [x] done",
        "Intro:\n| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c | d | e | f |",
        "| a | b |\n|---|\n| c | d |",
        "s***t and f**k it, 5*3 and 4*2", "2018. That year", "[[wiki|link]] ==light== :::note",
        "## Heading {#id .class}",
        "Term\n: Definition", "H~2~O and x^2^", "$x$ and $$y$$", "\\[escaped\\] \\@one",
        "<!-- hidden --> shown", "<b>bold</b> <hr>",
        "[a](javascript:b) ![c](data:d) [e](//host/f)",
        "https://example.org/g www.example.org/h desk@example.org",
        "a\u{202E}b &#x202E;c", "`code` ``more ` code``\n\n    indented\n\n~~~info\nfenced\n~~~",
        "a\n===\nb\n---\n***\n- c\n+ d\n* e",
    ])
    func ofOtherDialects(markdown: String) {
        checkWords(of: markdown, markdown)
    }
}

private let commonMark = "conformance/commonmark/spec-0.30.json"
private let gfm = "conformance/gfm/extensions.json"

/// Checks that each word is in the HTML, attributes included, or in a finding.
private func checkWords(of markdown: String, _ name: String) {
    let reading = Reading(markdown, frontMatter: "")
    let document = reading.document
    let html = reading.html(PlainResolver()) + (reading.html(PlainResolver()).removingPercentEncoding ?? "")
    let places =
        document.dropped.map(\.range) + document.syntaxIssues.map(\.range) + document.malformedCitations
    let reported = (places.map(reading.typed) + document.dropped.map(\.text)).joined(separator: " ")
    let unescaped = html.replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
    for word in words(of: markdown) where !unescaped.contains(word) && !reported.contains(word) {
        Issue.record("\(name): `\(word)` of \(markdown.debugDescription) is lost in \(html.debugDescription)")
    }
}

/// The words of a text, without names: entities, labels, and the numbers of lists.
private func words(of markdown: String) -> [Substring] {
    var text = markdown
    text.replace(/&#?[A-Za-z0-9]+;/, with: " ")
    text.replace(#/\[[xX]\] /#, with: " ")
    for _ in 1...2 { text.replace(/\][ ]?\[[^\]]*\]/, with: "] ") }
    text.replace(/(?m)^[ >]*\[(?:[^\]\\]|\\.)*\]:/, with: " ")
    text.replace(/(?m)^[ \t>*+-]*\d{1,9}[.)]/, with: " ")
    return text.split { !$0.isLetter && !$0.isNumber }
}
