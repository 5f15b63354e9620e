import Addresses
import Testing

@testable import Checks

/// The fast paths for splitting words, compared with the thorough ones.
struct WordsTests {
    private static let texts = [
        "", " ", "It's never \"all\", - is it?", "rock-'n'-roll -- 'quoted' --", "THE ’90s don’t end’",
        "a\r\nb\tc\u{B}d",
        "3.5 million, $4 (once)", "-", "'", "’", "semi;colon:dash-", "x\u{1C}y", "one\u{0}two",
    ]

    @Test("Plain texts have the words that any text has", arguments: texts)
    func plain(text: String) {
        #expect(PhraseSearch.plainWords(of: text) == PhraseSearch.anyWords(of: text))
    }

    @Test(
        "Texts with other letters are left to the thorough way",
        arguments: ["né", "“all”", "a\u{301}", "İ"]
    )
    func other(text: String) {
        #expect(PhraseSearch.plainWords(of: text) == nil)
        #expect(PhraseSearch.words(of: text) == PhraseSearch.anyWords(of: text))
    }

    @Test("Words are counted as characters would count them", arguments: texts)
    func count(text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        #expect(text.wordCount == words.count { $0.contains { $0.isLetter || $0.isNumber } })
    }

    @Test(
        "Phrases are found in the order of the list; what is harmless is taken out and keeps its neighbours apart"
    )
    func phrases() {
        let words = PhraseSearch.words(of: "Above all, they NEVER say no one came after all")
        #expect(
            PhraseList(["no one", "all", "never"]).occurrences(in: words).map(\.phrase) == [
                "no one", "all", "never",
            ]
        )
        let rest = PhraseList(["after all", "above all"]).removed(from: words)
        #expect(rest == ["", "they", "never", "say", "no", "one", "came", ""])
        #expect(PhraseList(["all"]).occurrences(in: rest).isEmpty)
    }

    @Test("The absolute word that stands first is named")
    func absolute() {
        #expect(
            AbsoluteWords.first(in: "Not all of them ever paid, and nobody asked.", language: "en")
                == "nobody"
        )
        #expect(AbsoluteWords.first(in: "Only a few came.", language: "en") == nil)
        #expect(AbsoluteWords.first(in: "Ils ont toujours payé.", language: "fr") == "toujours")
        #expect(AbsoluteWords.first(in: "Sie haben immer gezahlt.", language: "de") == "immer")
        #expect(AbsoluteWords.first(in: "Sie haben nicht immer gezahlt.", language: "de") == nil)
        // A language without word lists has no such words.
        #expect(AbsoluteWords.first(in: "They always paid.", language: "xx") == nil)
    }

    @Test(
        "Addresses keep their hosts",
        arguments: [
            ("https://Example.org/a", "example.org"), ("http://user@example.org:80?x", "example.org"),
            ("https://localhost/", "localhost"), ("http://[::1]:80/", "[::1]:80"),
        ]
    )
    func hosts(address: String, host: String) {
        #expect(WebAddress(address)?.host == host)
    }

    @Test(
        "What is no address has no host",
        arguments: ["example.org", "ftp://example.org", "https://", "https://a..b"]
    )
    func noHosts(address: String) { #expect(WebAddress(address)?.host == nil) }
}
