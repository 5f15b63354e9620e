import Matching
import Testing

@Suite struct WordReaderTests {
    private func terms(_ text: String, _ language: String = "en") -> [String] {
        WordReader(language: language).read(text).map(\.term)
    }

    @Test(arguments: [
        ("Elections weren’t rigged", ["elect", "weren't", "rig"]),
        ("See https://example.org/a?b=c and pic.example.com/xyz", ["see", "and"]),
        ("#AustralianFires by @realDonaldTrump", ["australian", "fire", "by", "real", "donald", "trump"]),
        ("#COVID19 is 5G", ["covid", "#19", "is", "5g"]),
        ("4,300 and 1.5 and 23", ["#4300", "and", "#1.5", "and", "#23"]),
        ("23 million, $4.5M, 3k, two", ["#23000000", "#4500000", "#3000", "#2"]),
        ("1.1 million is 1,100,000", ["#1100000", "is", "#1100000"]),
        ("ﬁne Ｔｅｘｔ", ["fine", "text"]),
        ("", []),
    ])
    func english(_ text: String, _ expected: [String]) {
        #expect(terms(text) == expected)
    }

    @Test(arguments: [
        ("de", "1.500 Häuser, 3,5 Millionen", ["#1500", "haus", "#3500000"]),
        ("fr", "l’année 12\u{202F}000", ["l", "anne", "#12000"]),
        ("es", "12,5 millones", ["#12500000"]),
        ("ar", "٢٥ مليون", ["#25000000"]),
        ("ja", "東京は", ["東京", "京は"]),
    ])
    func others(_ language: String, _ text: String, _ expected: [String]) {
        #expect(terms(text, language) == expected)
    }

    @Test func placesAreThoseOfTheText() {
        let text = "Ünited #BigLie — 23 million."
        let bytes = Array(text.utf8)
        let words = WordReader(language: "en").read(text)
        #expect(
            words.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
                "Ünited", "Big", "Lie", "23 million",
            ]
        )
    }

    @Test func traits() {
        let words = WordReader(language: "en").read("We met Joe Biden in May 2018, and not in 350 towns.")
        func with(_ trait: Word.Traits) -> [String] {
            words.filter { $0.traits.contains(trait) }.map(\.folded)
        }
        #expect(with(.name) == ["joe", "biden", "may"])
        #expect(with(.date) == ["may", "#2018"])
        #expect(with(.number) == ["#2018", "#350"])
        #expect(with(.negation) == ["not"])
    }

    @Test func aHeadlineHasNoNames() {
        let words = WordReader(language: "en").read("Does Video Show a Long Anaconda Swimming?")
        #expect(words.allSatisfy { !$0.traits.contains(.name) })
    }

    /// Whatever the bytes are, places lie within the text and do not go back.
    @Test func anyTextIsRead() {
        var generator = SystemRandomNumberGenerator()
        let pieces = [
            "#", "@", "a", "É", "٣", "1", ",", ".", "'", "’", " ", "\u{A0}", "東", "M", "https://", "\u{200D}",
            "\n", "🏳️‍🌈", "m", "bn", "%",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...20, using: &generator)).compactMap { _ in
                pieces.randomElement(using: &generator)
            }.joined()
            var end = 0
            for language in ["en", "de", "fr"] {
                end = 0
                for word in WordReader(language: language).read(text) {
                    #expect(
                        word.range.lowerBound >= min(end, word.range.lowerBound)
                            && word.range.upperBound <= text.utf8.count,
                        "\(text)"
                    )
                    end = word.range.upperBound
                }
            }
        }
    }
}
