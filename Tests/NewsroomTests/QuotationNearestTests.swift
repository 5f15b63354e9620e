import Testing

@testable import Newsroom

@Suite("The nearest words of a quote that stands nowhere")
struct QuotationNearestTests {
    private static let passages = [
        "Any specific material — if such things arise — we are ready to analyze together.",
        "For instance, we can analyze them through the joint working group on cyber security, as we said.",
        "我们准备共同分析任何具体材料，如果有的话。",
    ]

    private func near(_ quote: String) -> NearPassage? {
        guard case .absent(let nearest) = QuoteFinder(passages: Self.passages).find(quote: quote) else {
            return nil
        }
        return nearest
    }

    private func differences(_ quote: String) -> [String]? {
        near(quote)?.differences.map { "\($0.quote) | \($0.passage)" }
    }

    @Test(
        arguments: [
            ("the joint working group on cybersecurity", ["cybersecurity | cyber security"]),
            (
                "specific material, if such things arise, we",
                ["material, if | material — if", "arise, we | arise — we"]
            ),
            ("we are ready to analyse it together", ["analyse it | analyze"]),
            ("we are not ready to analyze together", ["not | "]),
            ("we ready to analyze together", ["we | are"]),
            ("specific material — if things arise", [" | such"]),
            ("WE are ready to analyze", ["WE | we"]),
            ("[...] ready to analyze tomorrow", ["tomorrow | together"]),
            ("共同分析任何一般材料", ["一般 | 具体"]),
        ])
    func differingWords(quote: String, expected: [String]) {
        #expect(differences(quote) == expected)
    }

    @Test("The words and their place are those of the passage")
    func place() throws {
        let nearest = try #require(near("through the joint working group on cybersecurity"))
        #expect(nearest.text == "through the joint working group on cyber security")
        #expect(nearest.piece.passage == 1)
        #expect(slice(Self.passages[1], nearest.piece.range) == nearest.text)
    }

    @Test("Nothing is near", arguments: ["Putin denied everything on Monday", "xy", "Zahlen und Fakten"])
    func nothingNear(quote: String) {
        #expect(QuoteFinder(passages: Self.passages).find(quote: quote) == .absent(nearest: nil))
    }

    @Test("Long and repetitive texts are searched all the same")
    func longTexts() throws {
        let article = String(repeating: "ab ", count: 40_000) + "the end of it"
        let finder = QuoteFinder(passages: [article])
        let quote = String(repeating: "ab ", count: 20_000) + "the start of it"
        guard case .absent(let nearest) = finder.find(quote: quote) else {
            Issue.record("found")
            return
        }
        #expect(try #require(nearest).piece.passage == 0)
        let cut = finder.find(quote: String(repeating: "ab [...] ", count: 5_000))
        #expect(cut == .absent(nearest: nil), "a quote of more than fifty pieces is not looked for")
        guard case .ambiguous(let places) = finder.find(quote: "ab [...] ab") else {
            Issue.record("not ambiguous")
            return
        }
        #expect(places.count == 100)
    }
}
