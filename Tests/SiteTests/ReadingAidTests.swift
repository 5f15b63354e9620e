import Testing

@testable import Site

/// Figures, initials and headline sizes.
@Suite struct ReadingAidTests {
    @Test(arguments: [
        ("Thomas Rid", "TR"), ("The checking desk", "TD"), ("Jo", "J"), ("li müller", "LM"),
        ("عمر خالد", "ع"),
        ("習近平", "習"), ("“Jo” March", "JM"), ("…", ""), ("Jean-Luc", "JL"),
    ])
    func initials(name: String, initials: String) {
        #expect(PersonView.initials(of: name) == initials)
    }

    @Test func minutesAreCountedByWordsOrByLetters() {
        #expect(KeyFigures.minutes(toRead: "") == 1)
        #expect(KeyFigures.minutes(toRead: String(repeating: "word ", count: 440)) == 2)
        #expect(KeyFigures.minutes(toRead: String(repeating: "字", count: 880)) == 2)
    }

    @Test(arguments: [(90, nil), (91, "long"), (160, "long"), (161, "longest")] as [(Int, String?)])
    func longHeadlinesHaveASize(letters: Int, size: String?) {
        #expect(HeadlineLength(of: String(repeating: "é", count: letters))?.rawValue == size)
    }
}
