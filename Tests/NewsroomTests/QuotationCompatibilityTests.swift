import Testing

@testable import Newsroom

/// Unicode's properties (UAX 44) and compatibility forms (UAX 15) in the comparison of quotes.
@Suite("A quote is found however its letters and marks are set")
struct QuotationCompatibilityTests {
    private func found(_ quote: String, in passage: String) -> String? {
        guard case .found(let pieces) = QuoteFinder(passages: [passage]).find(quote: quote), pieces.count == 1
        else { return nil }
        return slice(passage, pieces[0].range)
    }

    @Test(
        arguments: [
            ("the first office", "in the ﬁrst oﬃce now", "ﬁrst"),
            ("ﬁrst", "the first office", "first"),
            ("GDP grew by 24", "our ＧＤＰ grew by ２４ points", "ＧＤＰ grew by ２４"),
            ("CO2 and H2O", "of CO₂ and H₂O in", "CO₂ and H₂O"),
            ("5 m2", "all 5 m² of it", "5 m²"),
            ("coeur de l'Oeuvre", "le cœur de l’Œuvre", "cœur de l’Œuvre"),
            ("OEUVRE", "son ŒUVRE", "ŒUVRE"),
            ("Caesar", "said Cæsar to", "Cæsar"),
            ("2 1/2 years", "for 2½ years", "2½ years"),
            ("1/2 of it", "a ½ of it", "½ of it"),
            ("No 5, 20 °C, 3 kg", "at № 5, 20 ℃, 3 ㎏", "№ 5, 20 ℃, 3 ㎏"),
            ("part IV", "in part Ⅳ", "part Ⅳ"),
            ("ガ行", "のｶﾞ行", "ｶﾞ行"),
            ("صلى الله عليه وسلم", "قال ﷺ هذا", "ﷺ"),
            // Arabic presentation forms, tatweel and vowel points; Hebrew points and ligatures.
            ("كتاب", "هذا كـتـاب جديد", "كـتـاب"),
            ("كتاب", "هذا كِتَابٌ جديد", "كِتَابٌ"),
            ("لا نعلم", "ﻻ نعلم", "ﻻ نعلم"),
            ("שלום", "אמר שָׁלוֹם", "שָׁלוֹם"),
            ("צה\"ל", "אמר צה״ל", "צה״ל"),
            ("רב-סרן", "הוא רב־סרן", "רב־סרן"),
        ])
    func sameLetters(quote: String, passage: String, covered: String) {
        #expect(found(quote, in: passage)?.contains(covered) ?? false, "\(quote) in \(passage)")
    }

    @Test("Every quotation mark of Unicode, and what is set as one")
    func quotationMarks() {
        let marks = (UInt32(0x80)...0x1_FFFF).compactMap(Unicode.Scalar.init).filter {
            $0.properties.isQuotationMark && $0 != "«" && $0 != "»"
        }
        #expect(marks.count >= 25)
        for mark in marks + [
            "\u{2BB}", "\u{275B}", "\u{275C}", "\u{275D}", "\u{275E}", "\u{5F4}", "\u{2033}",
        ] {
            #expect(found("an 'old' idea", in: "so an \(mark)old\(mark) idea it is") != nil, "\(mark)")
        }
        #expect(found("Hawai'i", in: "in Hawaiʻi") == "Hawaiʻi")
    }

    @Test("Every dash of Unicode, and the one that Japanese text has for it")
    func dashes() {
        let dashes = (UInt32(0x80)...0x1_FFFF).compactMap(Unicode.Scalar.init).filter(\.properties.isDash)
        #expect(dashes.count >= 25)
        for dash in dashes + ["\u{FF5E}"] {
            #expect(found("we - they", in: "say we \(dash) they do") != nil, "\(dash)")
        }
    }

    @Test("Whatever has no shape of its own")
    func ignorable() {
        let ignorable = (UInt32(0x80)...0xE_0FFF).compactMap(Unicode.Scalar.init).filter {
            $0.properties.isDefaultIgnorableCodePoint && $0.properties.generalCategory != .unassigned
        }
        #expect(ignorable.count > 300)
        for scalar in ignorable {
            #expect(found("ready", in: "are rea\(scalar)dy now") != nil, "\(scalar.value)")
        }
    }

    @Test(
        arguments: [
            ("the cybersecurity unit", "of the cyber-\nsecurity unit"),
            ("the cyber-security unit", "of the cyber-\nsecurity unit"),
            ("the cyber-\nsecurity unit", "of the cybersecurity unit"),
            ("joint-venture cybersecurity", "a joint-\nventure cyber-\nsecurity"),
            ("cybersecurity", "cyber\u{AD}\nsecurity"),
            ("cybersecurity", "cyber\u{2010}\n  security"),
            ("немедленно", "немед-\nленно"),
        ])
    func aHyphenAtALinesEnd(quote: String, passage: String) {
        #expect(found(quote, in: passage) != nil)
    }

    @Test(
        arguments: [
            ("102", "that is 10² of it"), ("106", "10⁶ people"), ("10-6", "10⁻⁶ of it"),
            ("1012", "10¹² of it"),
            ("21/2 years", "for 2½ years"), ("cybersecurity", "cyber-security"), ("1020", "10-\n20"),
            ("resign", "re-sign\nit is"), ("short and long", "short- and long"), ("ا", "آ"),
            ("strasse", "straße"),
            ("materialif", "material—\nif"), ("раris", "paris"),
        ])
    func otherWords(quote: String, passage: String) {
        #expect(found(quote, in: passage) == nil)
    }
}
