import Addresses
import DefaultTheme
import Diagnostics
import Editorial
import Newsroom
import Testing

@testable import Site

@Suite struct CatalogueTests {
    @Test(
        arguments: [
            ("2018", "2018"), ("2018-07", "July 2018"), ("2018-07-06", "6 July 2018"),
            ("2018-07-16/2018-07-22", "16 July 2018 to 22 July 2018"),
            ("2018/2019-02", "2018 to February 2019"),
        ])
    func datesAreAsPreciseAsTheyAre(iso: String, text: String) throws {
        #expect(Fixture.words.span(try #require(DateSpan(iso))) == text)
    }

    @Test func valuesGoIntoTheirPlacesOnce() {
        let words = Catalogue(language: "en", entries: ["a.b": "{x} and {y} and {z} {"])
        #expect(words.text("a.b", ["x": "{y}", "y": "2"]) == "{y} and 2 and {z} {")
    }

    @Test(
        arguments: [
            ("en", [0: "other", 1: "one", 2: "other"]), ("fr", [0: "one", 1: "one", 2: "other"]),
            ("es", [0: "other", 1: "one", 1_000_000: "many"]),
            (
                "ar",
                [
                    0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other",
                    103: "few",
                ]
            ),
            ("ar-EG", [2: "two"]),
        ])
    func countsTakeThePluralFormOfTheLanguage(language: String, forms: [Int: String]) throws {
        let words = try LanguageTests.words(String(language.prefix(2))).catalogue
        for (number, form) in forms { #expect(words.pluralForm(of: number).rawValue == form, "\(number)") }
    }

    @Test func numbersHaveTheDigitsOfTheLanguage() {
        let words = Catalogue(language: "ar", entries: ["format.digits": "٠١٢٣٤٥٦٧٨٩"])
        #expect(words.number(2018) == "٢٠١٨")
    }

    @Test func aMissingWordIsShownInTheOtherLanguageAndReported() throws {
        let file = SourceFile(
            path: "templates/strings/fr.yaml",
            text: "site:\n  skip: Aller au contenu\n  skipp: x\n"
        )
        let (words, diagnostics) = Catalogue.decode(file, complement: Fixture.words)
        #expect(words.language == "fr")
        #expect(words["site.skip"] == "Aller au contenu")
        #expect(words["claims.title"] == "Claims")
        let missing = diagnostics.filter { $0.rule.name == "missing-word" }
        #expect(missing.count == Fixture.words.keys.count - 1)
        let unknown = try #require(diagnostics.first { $0.rule.name == "unknown-word" })
        #expect(unknown.help == "did you mean `site.skip`?")
        #expect(unknown.span?.line == 3)
    }

    @Test func whatIsNotTextIsReported() {
        let file = SourceFile(path: "templates/strings/xx.yaml", text: "site: text\nclaim:\n  rated: [a]\n")
        #expect(Catalogue.decode(file).diagnostics.map(\.message).count == 2)
    }

    /// Words whose keys are made in Swift, so that the templates cannot vouch for them.
    @Test func everyWordOfAnEnumIsThere() {
        let words = Fixture.words
        let keys =
            Evidence.Stance.allCases.map { "stance.\($0.rawValue)" }
            + Appearance.Kind.allCases.map { "appearance.\($0.rawValue)" }
            + Source.SourceKind.allCases.map { "source-kind.\($0.rawValue)" }
            + Source.Checked.allCases.flatMap {
                ["checked.\($0.rawValue)", "checked-meaning.\($0.rawValue)"]
            }
            + Source.Status.allCases.map { "source-status.\($0.rawValue)" }
            + Profile.ProfileKind.allCases.map { "profile-kind.\($0.rawValue)" }
            + RecordList.allCases.flatMap { ["\($0.rawValue).title", "\($0.rawValue).introduction"] }
            + JournalEvent.Kind.allCases.filter { $0.concernsReaders && $0 != .corrected }.map {
                "history.\($0.rawValue)"
            }
            + Correction.Kind.allCases.map { "correction.\($0.rawValue)" }
            + (1...12).map { "month.\($0)" }
        for key in keys { #expect(words.has(key), "\(key)") }
    }
}
