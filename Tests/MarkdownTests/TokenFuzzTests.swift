import Diagnostics
import Encodings
import Foundation
import Testing

@testable import Markdown

/// Random sequences of all that has a meaning in Markdown, and of all that libcmark writes otherwise than it was
/// typed.
///
/// `ASSAY_FUZZ_ITERATIONS` is the number of texts for each of the eight arguments, and `ASSAY_FUZZ_SEED` the first
/// seed.
struct TokenFuzzTests {
    private static let tokens = [
        // Brackets, citations, links
        "[", "]", "(", ")", "![", "](", "[x]", "[x](/y)", "[r][r]", "[r]: /u\n", "[^1]", "[^1]: ", "[@a]",
        "[@a, p. 4; @b]",
        "[-@a]", "@a", "@a [p. 3]", "(@a)", "[@", "@", ";", ",", "-@", "［@a］", "[＠a]", "a@b.example",
        "[Mayor]: Yes.\n",
        "![a](b.png)", "<http://a.b>", "http://a.b/c", "https://é.example/?x=1&y;", "www.a.b.", "claim:x",
        "](claim:x#y)",
        // Entities and escapes
        "&#xFFFE;", "&#65535;", "&#0;", "&#x0;", "&#xD800;", "&#x110000;", "&#x1F600;", "&#xFDD0;", "&#27;",
        "&#x202E;",
        "&NotEqualTilde;", "&fjlig;", "&nvlt;", "&amp;", "&copy;", "&unknown;", "&#", "&", "&Tab;",
        "&NewLine;", "&gt;",
        "\\", "\\\\", "\\[", "\\]", "\\@", "\\`", "\\~", "\\&#xFFFE;", "\\\n",
        // Characters
        "\u{0}", "\t", "\r", "\r\n", "\n", "\n\n", " ", "  \n", "    ", "\u{1}", "\u{1B}", "\u{7F}", "\u{85}",
        "\u{2028}",
        "\u{2029}", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "\u{E0041}",
        "\u{A0}", "é", "中", "𐌰",
        // Marks and blocks
        "*", "**", "***", "_", "__", "~", "~~", "~~~\n", "`", "``", "```\n", "<", ">", "<b>", "</b>", "<!--",
        "-->", "<!-- c -->",
        "> ", ">", "- ", "* ", "+ ", "1. ", "2018. ", "1) ", "# ", "## ", "===\n", "---\n", "- [ ] ",
        "- [x] ", "> [!NOTE]\n",
        "\u{2014} ", "|", "| a | b |\n", "|-|-|\n", "a | b\n-|-\n", "\\|", ":", "::", "==", "[[a]]", "{#id}",
        "w", "word ",
    ]

    private static let iterations = number("ASSAY_FUZZ_ITERATIONS") ?? 50
    private static let firstSeed = UInt64(number("ASSAY_FUZZ_SEED") ?? 0)

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }.map { max(0, $0) }
    }

    @Test(arguments: 0..<8)
    func noOrderOfTokensBreaksAText(part: UInt64) {
        var generator = SeededGenerator(state: Self.firstSeed &* 8 &+ part &+ 1_000)
        for _ in 0..<Self.iterations {
            let count = Int.random(in: 1...24, using: &generator)
            let text = (0..<count).compactMap { _ in Self.tokens.randomElement(using: &generator) }.joined()
            checkSoundness(of: Array(text.utf8), exactly: false)
            checkNothingHidden(in: text)
        }
    }

    /// Texts that crashed an earlier version, or gave invalid HTML.
    @Test(arguments: [
        "````\\&#xFFFE; w", "~~~\\&#x202E;\n", "[x](/y '\\&#xFFFF;')", "[x](/\\&#xFFFE;)",
        "~~http://a.b/c-->\\@~~\u{7F}w", "w http://a.b/~~x y~~", "~~www.a.b/c~~x",
        "\u{FEFF}a | b\n-|-\n", "\u{FEFF}- [ ] a | b\n-|-\n", "\u{FEFF}> [@a] | ~~b~~\n-|-\n",
        "&#xFFFE; [x", "[@s1, &#xFFFF;]", "&#65535; [", "`&#xFFFE;` [@a]", "[@a &#xFFFE;]",
        "&#xFFFE;&#xFFFE;[", "[x](/&#xFFFE;) [@a]",
        "![&#xFFFF;](a) [@a", "| &#xFFFE; [a |\n|-|\n", "# &#xFFFE; [@a]", "<b>&#xFFFE;</b>[",
        "[r]\n\n[r]: /&#xFFFE;",
    ])
    func noncharactersAsEntities(text: String) {
        checkSoundness(of: Array(text.utf8))
        checkNothingHidden(in: text)
    }
}

/// Checks that the page is UTF-8 without invisible characters.
private func checkNothingHidden(in text: String) {
    let reading = Reading(text)
    let html = reading.document.html(PlainResolver())
    #expect(String(validating: html, as: UTF8.self) != nil, "not UTF-8: \(text.debugDescription)")
    let hidden = HiddenCharacter.first(in: String(decoding: html, as: UTF8.self))
    #expect(
        hidden == nil,
        "\(hidden.map(\.codePoint) ?? "") comes through in \(text.debugDescription)"
    )
}
