import Testing
import Watching

@Suite("Drift of a page from its copy")
struct DriftTests {
    private static let sentences = (1...40).map { number in
        "Sentence \(number) tells at some length what witness \(number * 7) of case \(number * 3) has seen."
    }

    @Test("is none for the same words")
    func findsNothing() {
        let drift = Drift(from: Self.sentences, to: Self.sentences, gone: [])
        #expect(drift.isNone)
        #expect(drift.containment == 1000)
    }

    @Test("tells which sentences went and which came")
    func tellsSentences() {
        var page = Self.sentences
        page[3] = page[3].replacing("has seen", with: "denies to have seen")
        page.append("An advertisement. Buy now!")
        let drift = Drift(from: Self.sentences, to: page, gone: ["a quotation"])
        #expect(drift.removed == [Self.sentences[3]])
        #expect(drift.added == [page[3], "An advertisement.", "Buy now!"])
        #expect((970..<1000).contains(drift.containment ?? 0))
        #expect(!drift.isNone)
    }

    @Test("leaves lines of advertising out of the share")
    func ignoresAdditions() {
        #expect(
            Drift(from: Self.sentences, to: Self.sentences + ["New words only"], gone: []).containment == 1000
        )
    }

    @Test("finds nothing left on another page")
    func findsAnotherPage() {
        let drift = Drift(
            from: Self.sentences,
            to: ["The page you are looking for does not exist."],
            gone: []
        )
        #expect(drift.containment == 0)
        #expect(Drift.containment(of: [], in: ["words"]) == nil)
        #expect(Drift.containment(of: ["Two words"], in: ["two, words!"]) == 1000)
    }

    @Test("leaves out what changes within minutes")
    func leavesOutNoise() {
        func page(_ clock: String, _ counter: String = "Seen 1 time") -> [String] {
            [Self.sentences[0], clock, Self.sentences[1], Self.sentences[2], counter]
        }
        let noise = Noise(page("10:00"), page("10:01", "Seen 2 times"))
        #expect(Drift(from: page("10:00"), to: page("23:59", "Seen 9 times"), gone: [], noise: noise).isNone)
        var changed = page("23:59")
        changed[2] = "Another sentence."
        #expect(
            Drift(from: page("10:00"), to: changed, gone: [], noise: noise).added.contains(
                "Another sentence."
            )
        )
    }

    @Test("ends sentences in other scripts, and at closing marks")
    func partsSentences() {
        let drift = Drift(from: [], to: ["他说：一切都好。她不同意！ “Yes.” He said 3.5 percent. قال نعم؟ لا."], gone: [])
        #expect(drift.added.count == 5 || drift.added.count == 6)
        #expect(drift.added.contains("他说：一切都好。"))
        #expect(drift.added.contains("“Yes.”"))
        #expect(drift.added.contains("He said 3.5 percent."))
    }
}
