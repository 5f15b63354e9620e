import Addresses
import Foundation
import Testing

@testable import Site

/// The writing directions of languages.
@Suite struct WritingDirectionTests {
    @Test(arguments: [
        "ar", "he", "iw", "fa", "ur", "yi", "dv", "ps", "sd", "ug", "ckb", "ks", "syr", "nqo", "arc", "azb",
        "lrc", "mzn", "bal",
        "az-Arab", "pa-Arab", "pa-PK", "uz-AF", "ku-Arab-IQ", "ha-Arab", "ff-Adlm", "ms-Arab-BN", "und-Hebr",
        "AR-EG", "he-IL",
        "fa_AF", "rhg-Rohg", "tzm-Arab", "kk-CN", "en-Hebr", "ar-arz", "ar-u-nu-latn", "fa-IR-x-home",
    ])
    func fromRight(language: String) { #expect(WritingDirection(ofLanguage: language) == .rightToLeft) }

    @Test(arguments: [
        "en", "en-GB", "fr", "es", "az", "az-Latn", "pa", "pa-IN", "pa-Guru", "ku", "uz", "tr", "ar-Latn",
        "he-Latn-IL", "sd-Deva",
        "sd-IN", "ks-Deva", "ug-Cyrl", "ug-KZ", "yi-Latn", "zh-Hant", "ja", "ko", "hi", "ha", "ff", "ms",
        "mt", "und", "", "-",
        "x-arabic", "en-x-arab", "i-klingon", "de-u-ca-hebr",
    ])
    func fromLeft(language: String) { #expect(WritingDirection(ofLanguage: language) == .leftToRight) }

    /// ICU has likely scripts of its own, which serve as a second opinion.
    @Test func scriptsAreThoseThatICUThinksLikely() {
        let languages = Locale.LanguageCode.isoLanguageCodes.map(\.identifier).filter { $0.count <= 3 }
        #expect(languages.count > 500)
        var different: [String] = []
        for language in languages {
            guard let script = Locale.Language(identifier: language).script?.identifier else { continue }
            let direction = WritingDirection(ofLanguage: "und-\(script)")
            if WritingDirection(ofLanguage: language) != direction { different.append(language) }
        }
        // ICU had Ancient Greek in the Cypriot script, which CLDR has corrected since.
        #expect(different.filter { $0 != "grc" } == [])
    }

    @Test func pageHasTheDirectionOfItsLanguageWithoutWordsInIt() async throws {
        for (language, direction) in [("he", "rtl"), ("pa-Arab", "rtl"), ("pa", "ltr")] {
            let edition = try Fixture(["content/site.yaml": Self.settings(language)]).edition()
            let page = try await BuiltSite(edition).page(.home)
            #expect(page.contains(#"<html lang="\#(language)" dir="\#(direction)">"#))
        }
    }

    private static func settings(_ language: String) -> String {
        """
        name: Check
        url: https://check.example/
        language: \(language)
        description: What was said.
        publisher: desk
        scale:
          version: 1
          rulings:
            - {id: false, label: Wrong, meaning: It is not so.}
            - {id: true, label: Right, meaning: It is so.}

        """
    }
}
