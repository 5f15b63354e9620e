import Matching
import Testing

@Suite struct StemmerTests {
    /// Words with the stems that Snowball's own vocabularies have for them.
    @Test(arguments: [
        ("en", "elections", "elect"), ("en", "generously", "generous"), ("en", "vaccinations", "vaccin"),
        ("en", "dying", "die"), ("de", "häuser", "haus"), ("de", "aufenthalt", "aufenthalt"),
        ("fr", "continuellement", "continuel"), ("fr", "majestueusement", "majestu"),
        ("es", "cheques", "chequ"), ("es", "torneos", "torne"), ("ru", "важные", "важн"),
        ("pt", "quilométricas", "quilométr"), ("it", "abbandonata", "abbandon"),
    ])
    func stems(_ language: String, _ word: String, _ stem: String) {
        #expect(Stemmer(language: language).stem(word) == stem)
    }

    @Test func aLanguageWithoutAnAlgorithmKeepsItsWords() {
        let stemmer = Stemmer(language: "ja")
        #expect(!stemmer.isAvailable)
        #expect(stemmer.stem("elections") == "elections")
    }

    @Test func everyLanguageHasItsAlgorithm() {
        for language in Stemmer.algorithms.keys.sorted() {
            #expect(Stemmer(language: language).isAvailable, "\(language)")
        }
    }

    @Test func aRegionDoesNotMatter() {
        #expect(Stemmer(language: "en-GB").stem("elections") == "elect")
    }

    @Test func aVeryLongWordStaysWhole() {
        let word = String(repeating: "elections", count: 1000)
        #expect(Stemmer(language: "en").stem(word) == word)
    }
}
