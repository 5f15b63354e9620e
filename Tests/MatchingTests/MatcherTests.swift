import Testing

@testable import Matching

@Suite struct MatcherTests {
    private static let claims = [
        ClaimText(
            id: "vaccines-2019",
            statement: "In 2019, 4,300 children in Ohio were hurt by vaccines.",
            title: "No: vaccines did not hurt thousands of children in Ohio",
            summary: "The number is that of all reports.",
            names: ["Jane Roe"],
            notes: ["content/claims/vaccines-2019.md"]
        ),
        ClaimText(id: "bridge", statement: "The mayor sold the old harbour bridge to a private investor."),
        ClaimText(
            id: "unemployment",
            statement: "Unemployment in France has doubled since President Macron took office."
        ),
        ClaimText(id: "wolves", statement: "Wolves have never attacked people in Brandenburg."),
        ClaimText(
            id: "water",
            statement: "The city's tap water has more lead in it than federal law allows."
        ),
    ]

    private func best(_ sentence: String) -> Match? {
        Matcher(ClaimIndex(Self.claims, language: "en")).matches(for: sentence).first
    }

    /// Few words are shared where little is said, and one denies what the other says.
    @Test func aShortDenialIsPossible() {
        let match = best("Wolves attacked people in Brandenburg")
        #expect(match?.claim.id == "wolves")
        #expect(match?.certainty == .possible)
    }

    @Test(arguments: [
        ("Did vaccines hurt 4300 children in Ohio in 2019?", "vaccines-2019"),
        ("They say our mayor has sold the harbour bridge to private investors!", "bridge"),
        ("unemployment doubled in france since macron took office", "unemployment"),
        ("There is more lead in the city’s tap water than federal law allows", "water"),
    ])
    func findsTheClaim(_ sentence: String, _ id: String) {
        let match = best(sentence)
        #expect(match?.claim.id == id)
        #expect(match?.certainty == .likely, "\(sentence)")
    }

    @Test(arguments: [
        "The weather will be fine tomorrow.", "", "the", "…!?", "https://example.org/vaccines-ohio",
        "It is the best of the best that there is.",
    ])
    func noneIsAnAnswer(_ sentence: String) {
        #expect(best(sentence) == nil)
    }

    @Test func differencesAreCalledOut() throws {
        let match = try #require(best("In 2018, 5,300 children in Ohio were hurt by vaccines."))
        #expect(match.differences.map(\.words) == ["4,300, not 5,300", "2019, not 2018"])
        let wolves = try #require(best("Wolves have attacked people in Brandenburg."))
        #expect(wolves.differences == [Difference(kind: .negation, claim: "never", sentence: "")])
        let france = try #require(
            best("Unemployment in Spain has doubled since President Macron took office.")
        )
        #expect(france.differences.map(\.words) == ["France, not Spain"])
    }

    @Test func agreeingWordsAreMarked() throws {
        let sentence = "Our mayor SOLD a harbour bridge"
        let match = try #require(best(sentence))
        let bytes = Array(sentence.utf8)
        #expect(
            match.words.map { String(decoding: bytes[$0], as: UTF8.self) } == [
                "mayor SOLD", "harbour bridge",
            ]
        )
        let statement = Array(match.claim.statement.utf8)
        #expect(
            match.statementWords.map { String(decoding: statement[$0], as: UTF8.self) }
                == ["mayor sold", "harbour bridge"]
        )
    }

    @Test func hiddenClaimsAreNotFound() {
        let index = ClaimIndex(Self.claims, language: "en")
        let matches = Matcher(index).matches(for: "The mayor sold the harbour bridge", hiding: ["bridge"])
        #expect(!matches.contains { $0.claim.id == "bridge" })
    }

    @Test func aStoredIndexIsTheSame() throws {
        let index = ClaimIndex(Self.claims, language: "en")
        let stored = try #require(ClaimIndex(stored: index.stored[...]))
        #expect(stored.stored == index.stored)
        #expect(stored.text(of: 0) == Self.claims[0])
        let sentence = "vaccines hurt children in Ohio"
        #expect(Matcher(stored).matches(for: sentence) == Matcher(index).matches(for: sentence))
    }

    /// Whatever happened to a stored index, it is refused or can be asked.
    @Test func aBrokenIndexDoesNoHarm() {
        let bytes = ClaimIndex(Self.claims, language: "en").stored
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            var broken = bytes
            if Bool.random() { broken.removeLast(Int.random(in: 0..<broken.count, using: &generator)) }
            for _ in 0..<Int.random(in: 0...4, using: &generator) where !broken.isEmpty {
                broken[Int.random(in: broken.indices, using: &generator)] = UInt8.random(
                    in: 0...255,
                    using: &generator
                )
            }
            guard let index = ClaimIndex(stored: broken[...]) else { continue }
            _ = Matcher(index).matches(for: "vaccines hurt 4300 children in Ohio", limit: 20)
        }
    }

    /// The word of certainty for a sentence in a newsroom that has one claim, and so no rival to it.
    @Test(
        arguments: [
            ("The lamp office replaced all 40 lamps of Biscuit Bridge by October 2024.", Certainty.likely),
            ("The lamp office replaced 30 lamps of Biscuit Bridge", .likely),
            ("The mayor of Biscuit Bridge resigned over a letter", .possible),
            ("The mayor said that bananas are blue", .none), ("all posts lit", .none),
            ("unemployment rose", .none),
        ]
    )
    func oneClaimAloneIsNotLikeEverything(_ sentence: String, _ certainty: Certainty) {
        let lamps = ClaimText(
            id: "lamps",
            statement: "The lamp office replaced all 40 lamps of Biscuit Bridge by October 2024.",
            title: "36 of the 40 lamps were new; four were still to come"
        )
        let matches = Matcher(ClaimIndex([lamps], language: "en")).matches(for: sentence)
        #expect(matches.first?.certainty ?? .none == certainty)
    }

    @Test func anEmptyIndexAnswersNone() {
        #expect(Matcher(ClaimIndex([], language: "en")).matches(for: "Anything at all").isEmpty)
    }

    @Test func accentsMayBeLeftOut() {
        let index = ClaimIndex(
            [
                ClaimText(
                    id: "escuelas",
                    statement: "La educación pública perdió 3.000 millones de euros en Galicia."
                )
            ],
            language: "es"
        )
        let matches = Matcher(index).matches(
            for: "la educacion publica perdio 3000 millones de euros en galicia"
        )
        #expect(matches.first?.claim.id == "escuelas")
        #expect(matches.first?.differences == [])
    }
}
