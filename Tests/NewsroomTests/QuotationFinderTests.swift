import Testing

@testable import Newsroom

@Suite("Omissions, insertions and several places")
struct QuotationFinderTests {
    private static let passages = [
        "Any specific material — if such things arise — we are ready to analyze together.",
        "For instance, we can analyze them through the joint working group on cybersecurity.",
        "The “impenetrable [cybersecurity] unit” was one of the things I said several times...",
    ]
    private let finder = QuoteFinder(passages: passages)

    private func words(_ quote: String, prefix: String? = nil, suffix: String? = nil) -> [String] {
        guard case .found(let pieces) = finder.find(quote: quote, prefix: prefix, suffix: suffix) else {
            return []
        }
        return pieces.map { "\($0.passage): " + slice(Self.passages[$0.passage], $0.range) }
    }

    @Test(
        "An omission leaves out words of the passage, or goes on in a later one",
        arguments: ["[...]", "[…]", "...", "…", "(...)", "[ . . . ]"]
    )
    func omissions(mark: String) {
        #expect(
            words("Any specific material \(mark) we are ready")
                == ["0: Any specific material", "0: we are ready"]
        )
        #expect(
            words("ready to analyze together. \(mark) joint working group \(mark) unit")
                == ["0: ready to analyze together.", "1: joint working group", "2: unit"]
        )
        #expect(words("\(mark) joint working group \(mark)") == ["1: joint working group"])
    }

    @Test("Pieces must come in order")
    func order() throws {
        guard case .absent(let nearest) = finder.find(quote: "joint working group [...] specific material")
        else {
            Issue.record("found in the wrong order")
            return
        }
        let near = try #require(nearest)
        #expect(near.differences.isEmpty)
        #expect(near.text == "joint working group")
    }

    @Test("An insertion adds to words or replaces them")
    func insertions() {
        #expect(words("we [both] are ready") == ["0: we", "0: are ready"])
        #expect(words("material [of that kind] we are ready") == ["0: material", "0: we are ready"])
        #expect(words("Any [one] specific") == ["0: Any", "0: specific"])
        #expect(words("together [later] For instance") == [], "an insertion stays in its passage")
    }

    @Test("What stands in the article as typed is found so")
    func literalMarks() {
        #expect(words("impenetrable [cybersecurity] unit") == ["2: impenetrable [cybersecurity] unit"])
        #expect(words("I said several times...") == ["2: I said several times..."])
        #expect(
            words("The [...] “impenetrable [cybersecurity] unit” was") == [
                "2: The", "2: “impenetrable [cybersecurity] unit” was",
            ]
        )
    }

    @Test("A bracket in a word changes letters of it")
    func bracketInWord() {
        #expect(words("[W]e are ready") == ["0: e are ready"])
        #expect(words("For instan[t]") == ["1: For instan"])
        #expect(words("For instan") == [], "without a bracket half a word is none")
    }

    @Test("Several places are ambiguous until prefix or suffix choose")
    func severalPlaces() {
        guard case .ambiguous(let pieces) = finder.find(quote: "analyze") else {
            Issue.record("`analyze` stands twice")
            return
        }
        #expect(pieces.map(\.passage) == [0, 1])
        #expect(words("analyze", prefix: "we can") == ["1: analyze"])
        #expect(words("analyze", suffix: "together") == ["0: analyze"])
        #expect(words("analyze", prefix: "ready to", suffix: "together. …") == ["0: analyze"])
        #expect(words("if", prefix: "material —") == ["0: if"])
        #expect(words("analyze", prefix: "they could") == [], "fits neither place")
        #expect(words("specific", prefix: "no such prefix") == ["0: specific"], "one place needs no choice")
    }

    @Test("Overlapping places count as several")
    func overlapping() {
        let match = QuoteFinder(passages: ["no no no"]).find(quote: "no no")
        #expect(
            match == .ambiguous([QuotePiece(passage: 0, range: 0..<5), QuotePiece(passage: 0, range: 3..<8)])
        )
    }

    @Test("Of places for a quote with an omission the tightest counts, and one passage before two")
    func tightest() {
        let passages = ["we said that we were ready", "and ready we are"]
        let match = QuoteFinder(passages: passages).find(quote: "we [...] ready")
        #expect(
            match == .found([QuotePiece(passage: 0, range: 13..<15), QuotePiece(passage: 0, range: 21..<26)])
        )
    }

    @Test(
        "A quote without words is nowhere",
        arguments: ["", " ", "\u{A0}\n", "...", "[...]", "…", "[…] [...]", "[word]", "\u{200B}", "—", "\"\""]
    )
    func withoutWords(quote: String) {
        #expect(finder.find(quote: quote) == .absent(nearest: nil))
    }

    @Test("No passages, or empty ones")
    func noPassages() {
        #expect(QuoteFinder(passages: []).find(quote: "we") == .absent(nearest: nil))
        #expect(QuoteFinder(passages: ["", " "]).find(quote: "we") == .absent(nearest: nil))
    }

    @Test("A quote does not run on from one passage into the next")
    func passageEnds() {
        guard case .absent = finder.find(quote: "analyze together. For instance") else {
            Issue.record("found across passages")
            return
        }
    }
}
