import Addresses
import DefaultTheme
import Diagnostics
import Newsroom
import Testing

@testable import Site

/// The catalogues that come with Assay: complete, alike, and typeset as their languages are.
@Suite struct LanguageTests {
    static let languages = DefaultTheme.strings.keys.map { String($0.dropLast(5)) }.sorted()

    static func words(_ language: String) throws -> (catalogue: Catalogue, diagnostics: [Diagnostic]) {
        let bytes = try #require(DefaultTheme.strings["\(language).yaml"])
        let file = SourceFile(path: "templates/strings/\(language).yaml", bytes: bytes)
        return Catalogue.decode(file, complement: Fixture.words)
    }

    /// The names in braces, in alphabetical order.
    static func places(in text: String) -> [String] {
        text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1)
            .map { String($0.prefix { $0 != "}" }) }.sorted()
    }

    @Test func fiveLanguagesComeWithAssay() {
        #expect(Self.languages == ["ar", "de", "en", "es", "fr"])
    }

    @Test(arguments: languages)
    func everyLanguageHasEveryWordAndNoOther(language: String) throws {
        #expect(try Self.words(language).diagnostics.map(\.message) == [])
    }

    /// Plural forms may leave the number out, because Arabic nouns tell one and two by themselves.
    @Test(arguments: languages)
    func everyLanguageHasTheSamePlacesForValues(language: String) throws {
        let words = try Self.words(language).catalogue
        for key in Fixture.words.keys where !key.hasSuffix(".one") {
            #expect(Self.places(in: words[key]) == Self.places(in: Fixture.words[key]), "\(key)")
        }
    }

    @Test(arguments: [
        ("de", ["one", "other"]), ("en", ["one", "other"]), ("es", ["one", "many", "other"]),
        ("fr", ["one", "many", "other"]),
        ("ar", ["zero", "one", "two", "few", "many", "other"]),
    ])
    func everyNounHasThePluralFormsOfItsLanguage(language: String, forms: [String]) throws {
        let words = try Self.words(language).catalogue
        let nouns = words.keys.filter { $0.hasSuffix(".other") }.map { $0.dropLast(6) }
        #expect(!nouns.isEmpty)
        for noun in nouns {
            for form in forms { #expect(words.has("\(noun).\(form)"), "\(noun).\(form)") }
        }
    }

    @Test(arguments: [
        ("en", "2018-07-01", "1 July 2018"), ("es", "2018-07-16", "16 de julio de 2018"),
        ("es", "2018-07", "julio de 2018"),
        ("es", "2018-07-16/2018-07-22", "16 de julio de 2018 – 22 de julio de 2018"),
        ("de", "2018-07-16", "16. Juli 2018"), ("de", "2018-07", "Juli 2018"),
        ("fr", "2018-07-16", "16 juillet 2018"), ("fr", "2018-08-01", "1er août 2018"),
        ("ar", "2018-07-16", "16 يوليو 2018"), ("ar", "2018/2019", "من 2018 إلى 2019"),
    ])
    func datesAreWrittenAsTheLanguageWritesThem(language: String, iso: String, text: String) throws {
        #expect(try Self.words(language).catalogue.span(#require(DateSpan(iso))) == text)
    }

    @Test(arguments: [
        ("ar", 0, "لا ادعاءات"), ("ar", 2, "ادعاءان"), ("ar", 7, "7 ادعاءات"), ("ar", 12, "12 ادعاءً"),
        ("fr", 0, "0 affirmation"), ("fr", 2, "2 affirmations"), ("es", 1, "1 afirmación"),
    ])
    func countsAreWrittenAsTheLanguageWritesThem(language: String, number: Int, text: String) throws {
        #expect(try Self.words(language).catalogue.count(number, "claim-count") == text)
    }

    @Test func frenchHasNoBreakSpacesAtItsPunctuation() throws {
        let words = try Self.words("fr").catalogue
        let space = "\u{a0}", narrow = "\u{202f}"
        for key in words.keys where !key.hasPrefix(Catalogue.pluralGroup) {
            let scalars = Array(words[key].unicodeScalars.map(String.init))
            for (at, scalar) in scalars.enumerated() {
                let before = at == 0 ? "" : scalars[at - 1]
                switch scalar {
                case ":", "»": #expect(before == space, "\(key)")
                case ";", "?", "!": #expect(before == narrow, "\(key)")
                case "«": #expect(scalars[at + 1] == space, "\(key)")
                case "'": Issue.record("a straight apostrophe in \(key)")
                default: break
                }
            }
        }
    }

}
