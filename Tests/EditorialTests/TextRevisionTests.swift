import Testing

@testable import Editorial

struct TextRevisionTests {
    /// The stretches, each with a sign: `-` removed, `+` added, `…` left out.
    private func shown(_ before: String, _ after: String) -> [String] {
        TextRevision(before, after).stretches.map { stretch in
            switch stretch.fate {
            case .kept: stretch.text
            case .removed: "-" + stretch.text
            case .added: "+" + stretch.text
            case .leftOut: "…"
            }
        }
    }

    @Test("Words that changed stand beside those that stayed")
    func words() {
        #expect(shown("two of five years", "three of five years") == ["-two", "+three", "of five years"])
        #expect(shown("It is so.", "It is so.") == ["It is so."])
        #expect(shown("", "It is so.") == ["+It is so."])
        #expect(shown("It is so.", "") == ["-It is so."])
        #expect(shown("", "").isEmpty)
    }

    @Test("Line breaks within a paragraph are no change; a new paragraph is added whole")
    func paragraphs() {
        #expect(shown("one two\nthree", "one\ntwo three") == ["one two three"])
        #expect(shown("one\n\ntwo", "one\n\nnew words\n\ntwo") == ["one", "+new words", "two"])
    }

    @Test("What is far from a change is left out")
    func leftOut() {
        let words = (1...60).map { "w\($0)" }.joined(separator: " ")
        let found = shown(words + " old", words + " new")
        #expect(found.first == "…")
        #expect(found.dropFirst().first?.hasPrefix("w47 ") == true)
        #expect(found.suffix(2) == ["-old", "+new"])
    }

    @Test("A paragraph too long to compare is replaced whole")
    func long() {
        let words = Array(repeating: "word", count: 700).joined(separator: " ")
        let found = TextRevision(words, words + " more").stretches
        #expect(found.map(\.fate) == [.removed, .added])
    }
}
