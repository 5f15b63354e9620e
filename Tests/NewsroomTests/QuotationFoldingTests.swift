import Testing

@testable import Newsroom

@Suite("A quote is found whatever the typography")
struct QuotationFoldingTests {
    /// Finds a quote in one passage and returns the words of the passage that it covers.
    private func found(_ quote: String, in passage: String) -> String? {
        guard case .found(let pieces) = QuoteFinder(passages: [passage]).find(quote: quote), pieces.count == 1
        else { return nil }
        return slice(passage, pieces[0].range)
    }

    @Test(
        arguments: [
            ("we are ready", "and\u{A0}we\nare\t \r\nready now", "we\nare\t \r\nready"),
            ("thin space", "a thin\u{2009}space b", "thin\u{2009}space"),
            ("an \"absurd\" idea", "so “an ‘absurd’ idea” it is", "an ‘absurd’ idea"),
            ("don't", "they don’t know", "don’t"),
            ("5' 4\"", "he is 5′ 4″ tall", "5′ 4″"),
            ("material - if such", "specific material—if such things", "material—if such"),
            ("material—if such", "specific material — if such things", "material — if such"),
            ("material -- if", "material – if", "material – if"),
            ("below −5 degrees", "it fell below -5 degrees", "below -5 degrees"),
            ("cybersecurity", "a cyber\u{AD}secu\u{200B}rity unit", "cyber\u{AD}secu\u{200B}rity"),
            ("café crème", "un cafe\u{301} cre\u{300}me noir", "cafe\u{301} cre\u{300}me"),
            ("cafe\u{301}", "un café noir", "café"),
            ("Việt Nam", "ở Vie\u{323}\u{302}t Nam nay", "Vie\u{323}\u{302}t Nam"),
            ("wait... what", "wait… what", "wait… what"),
        ])
    func sameWords(quote: String, passage: String, covered: String) throws {
        let words = try #require(found(quote, in: passage))
        #expect(Array(words.utf8) == Array(covered.utf8))
    }

    @Test(
        arguments: [
            (
                "\"nous sommes prêts\"", "Il dit : «\u{A0}nous sommes prêts\u{A0}».",
                "«\u{A0}nous sommes prêts\u{A0}»"
            ),
            ("dit : \"oui\"", "Il dit : « oui ».", "dit : « oui »"),
            (
                "sagte \"wir sind bereit\" und", "Er sagte »wir sind bereit« und ging",
                "sagte »wir sind bereit« und"
            ),
            ("„bereit“", "Er ist “bereit”.", "“bereit”"),
            ("мы готовы вместе", "Сказал: мы готовы вместе работать", "мы готовы вместе"),
            ("ما گفته ایم", "و ما گفته\u{200C} ایم که", "ما گفته\u{200C} ایم"),
            ("共同分析", "我们准备共同分析任何材料", "共同分析"),
            ("「準備」", "彼は『準備』と言った", "『準備』"),
            ("พร้อม", "เราพร้อมวิเคราะห์", "พร้อม"),
            ("כתב", "והכתב אמר", "כתב"),
        ])
    func manyLanguages(quote: String, passage: String, covered: String) {
        #expect(found(quote, in: passage) == covered)
    }

    @Test(
        arguments: [
            ("We are ready", "we are ready"),
            ("war", "a warrant, a postwar plan"),
            ("12", "in 2012 and 125"),
            ("мы", "немыслимо"),
            ("we are ready", "we are not ready"),
            ("cyber security", "cybersecurity"),
            ("resume", "résumé"),
        ])
    func otherWords(quote: String, passage: String) {
        #expect(found(quote, in: passage) == nil)
    }

    @Test("A mark with a combining character after it is still that mark")
    func combiningMarkAfterQuotationMark() {
        #expect(found("said \"\u{301}yes", in: "he said “\u{301}yes”") == "said “\u{301}yes")
    }

    @Test("Offsets count the bytes of the original text, and cover whole characters")
    func offsets() throws {
        let passage = "ß\u{200B}é — “naïve”\u{A0}plan ✓"
        let match = QuoteFinder(passages: ["", passage]).find(quote: "\"nai\u{308}ve\" plan")
        #expect(match == .found([QuotePiece(passage: 1, range: 12..<30)]))
        #expect(slice(passage, 12..<30) == "“naïve”\u{A0}plan")
    }
}

/// The text of a range of UTF-8 offsets.
func slice(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
}
