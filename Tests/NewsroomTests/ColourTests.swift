import Testing

@testable import Newsroom

/// Colours and their contrast, against the numbers that WCAG's own tools give.
struct ColourTests {
    @Test("Colours are read as style sheets write them")
    func reading() {
        #expect(Colour("#0b4a7a")?.text == "#0b4a7a")
        #expect(Colour("#FA0")?.text == "#ffaa00")
        for text in ["", "#", "0b4a7a", "#0b4a7", "#0b4a7g", "red", "#0b4a7a80", "#é00"] {
            #expect(Colour(text) == nil)
        }
    }

    @Test(
        "Contrasts",
        arguments: [
            ("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48),
            ("#0000ff", "#ffffff", 8.59),
        ]
    )
    func contrast(first: String, second: String, ratio: Double) throws {
        let contrast = try #require(Colour(first)).contrast(with: try #require(Colour(second)))
        #expect((contrast - ratio).magnitude < 0.01)
    }

    @Test(
        "Every colour becomes one that can be read on either paper",
        arguments: ["#000", "#fff", "#f80", "#0b4a7a", "#888"]
    )
    func readable(text: String) throws {
        let colour = try #require(Colour(text))
        for grounds in [PageGround.light, PageGround.dark] {
            #expect(colour.readable(on: grounds).contrast(withEach: grounds) >= Colour.leastContrast)
        }
    }
}
