import Matching
import Testing

@Suite struct CandidateTests {
    private let order = CandidateOrder(language: "en")

    @Test func sentencesAreSplit() {
        let text =
            "Mr. Smith of the U.S. paid 3.5 million. Really? \u{201C}Yes!\u{201D} he said. It grew\nby 5 %.\n\nNext block"
        let bytes = Array(text.utf8)
        #expect(
            SentenceReader.sentences(of: text).map { String(decoding: bytes[$0], as: UTF8.self) } == [
                "Mr. Smith of the U.S. paid 3.5 million.", "Really?", "\u{201C}Yes!\u{201D} he said.",
                "It grew\nby 5 %.", "Next block",
            ]
        )
    }

    @Test(arguments: [
        ("Unemployment fell to 4.3 percent.", [SentenceSigns.Reason.figure, .comparison]),
        ("It happened because of the court.", [.cause, .named]),
        ("He said: “I never did.”", [.quotation]),
        ("We love this place.", []),
    ])
    func reasons(_ sentence: String, _ reasons: [SentenceSigns.Reason]) {
        #expect(order.signs(sentence).reasons == reasons)
    }

    @Test func theOrderLeavesNothingOut() {
        let text =
            "Thank you very much. In 1996 Congress cut taxes by 30 percent, more than ever before. I will think about it. Good night."
        let candidates = order.candidates(in: text)
        #expect(candidates.count == 4)
        #expect(candidates[0].sentence.hasPrefix("In 1996"))
        #expect(candidates.allSatisfy { !$0.reasons.isEmpty && $0.worth >= 0 && $0.worth <= 1 })
    }

    @Test func anotherLanguageGoesByThePlainRule() {
        let german = CandidateOrder(language: "de")
        #expect(!german.isModel)
        let candidates = german.candidates(
            in: "Guten Abend. Die Arbeitslosigkeit ist 2019 um 5 Prozent gestiegen."
        )
        #expect(candidates.first?.reasons == [.figure, .comparison])
    }

    /// Splitting loses nothing but blanks, and never cuts a character.
    @Test func anyTextIsSplit() {
        let pieces = ["A", "b", ".", "?", "”", "’", "。", " ", "\n", "é", "5", "\u{A0}", ")", "Mr"]
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...25, using: &generator)).compactMap { _ in
                pieces.randomElement(using: &generator)
            }.joined()
            let bytes = Array(text.utf8)
            let sentences = SentenceReader.sentences(of: text)
            let joined = sentences.map { String(decoding: bytes[$0], as: UTF8.self) }.joined()
            let blanks: Set<UInt8> = [0x20, 0x0A]
            #expect(
                joined.utf8.filter { !blanks.contains($0) } == bytes.filter { !blanks.contains($0) },
                "\(text)"
            )
        }
    }
}
