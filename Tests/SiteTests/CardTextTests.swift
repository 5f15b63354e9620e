import Testing

@testable import Site

/// The lines of share images.
struct CardTextTests {
    private func card(_ text: String) -> CardText {
        CardText(text, width: 1056, choices: [(76, 2), (64, 3), (56, 4)])
    }

    @Test("A short claim has large letters, a long one smaller ones")
    func sizes() {
        #expect(card("The bridge has 36 lamps.").size == 76)
        #expect(card("The bridge has 36 lamps.").lines == ["The bridge has 36 lamps."])
        let long = String(repeating: "The town paid for lamps twice. ", count: 4)
        #expect(card(long).size == 56)
        #expect(card(long).lines.count <= 4)
        #expect(card(long).lines.joined(separator: " ") + " " == long)
    }

    @Test("What is too long is cut at a word, with an ellipsis")
    func cut() throws {
        let words = (1...90).map { "word\($0)" }.joined(separator: " ")
        let lines = card(words).lines
        #expect(lines.count == 4)
        let last = try #require(lines.last)
        #expect(
            last.hasSuffix("…")
                && last.dropLast().split(separator: " ").allSatisfy { words.contains($0 + " ") }
        )
        #expect(CardText.line(String(repeating: "x", count: 400), width: 620, size: 50).hasSuffix("x…"))
    }

    @Test("Chinese breaks between letters, and no line begins with a full stop")
    func chinese() {
        let lines = card(String(repeating: "桥上有三十六盏灯。", count: 6)).lines
        #expect(lines.count == 3 || lines.count == 4)
        #expect(lines.dropFirst().allSatisfy { !$0.hasPrefix("。") })
    }

    @Test("The direction is that of the first letter")
    func directions() {
        #expect(CardText.isFromRight("«الجسر» جديد"))
        #expect(CardText.isFromRight("36 גשרים"))
        #expect(!CardText.isFromRight("The bridge"))
        #expect(!CardText.isFromRight("…"))
    }

    @Test("No text breaks it", arguments: ["", " ", "…", "\n\n", "a\u{301}", "👩‍👩‍👧‍👦", "。"])
    func odd(text: String) {
        #expect(card(text).lines.count <= 1)
    }
}
