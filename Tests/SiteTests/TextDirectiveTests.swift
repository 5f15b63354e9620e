import Addresses
import Testing

@testable import Site

/// WICG, "URL Fragment Text Directives", sections "Syntax" and "Finding ranges in a document".
@Suite struct TextDirectiveTests {
    @Test(
        arguments: [
            (TextDirective(start: "the offer"), "text=the%20offer"),
            (TextDirective(start: "the offer", end: "was made"), "text=the%20offer,was%20made"),
            (
                TextDirective(prefix: "that", start: "the offer", end: "was made", suffix: "in July"),
                "text=that-,the%20offer,was%20made,-in%20July"
            ),
            (TextDirective(start: "the offer", suffix: "in July"), "text=the%20offer,-in%20July"),
            // Separators of directives, terms and contexts are encoded within a term.
            (TextDirective(start: "R&D, cyber-security"), "text=R%26D%2C%20cyber%2Dsecurity"),
            (TextDirective(prefix: "so-", start: "-called", suffix: "-"), "text=so%2D-,%2Dcalled,-%2D"),
            (TextDirective(start: "100% “grün”"), "text=100%25%20%E2%80%9Cgr%C3%BCn%E2%80%9D"),
        ]
    )
    func aDirectiveIsWrittenAsTheSpecificationHasIt(directive: TextDirective, text: String) {
        #expect(directive.text == text)
    }

    @Test(
        arguments: [
            ("https://a.example/b", "https://a.example/b#:~:text=c"),
            ("https://a.example/b?c=d#part-2", "https://a.example/b?c=d#part-2:~:text=c"),
            ("https://a.example/b#:~:text=older", "https://a.example/b#:~:text=c"),
        ]
    )
    func anAddressKeepsItsOwnFragment(document: String, address: String) {
        #expect(TextDirective(start: "c").address(in: document) == address)
    }

    @Test func aShortQuoteIsGivenInFullWithoutTheMarksAtItsEnds() {
        #expect(TextDirective(quote: "“We are\n ready — now.”") == TextDirective(start: "We are ready — now"))
    }

    @Test func aLongQuoteIsGivenByItsFirstAndLastWords() {
        let quote = "one two three four five six seven eight nine ten eleven twelve thirteen."
        #expect(
            TextDirective(quote: quote)
                == TextDirective(
                    start: "one two three four five six",
                    end: "eight nine ten eleven twelve thirteen"
                )
        )
    }

    @Test(arguments: ["We said [...] we go.", "We said … we go", "We said [that] we go"])
    func whatTheEditorLeftOutOrPutInIsNotLookedFor(quote: String) {
        #expect(TextDirective(quote: quote) == TextDirective(start: "We said", end: "we go"))
    }

    @Test func aPrefixStandsNextToTheQuoteWithItsMarks() {
        #expect(
            TextDirective(
                quote: "“yes”, he said",
                prefix: "one two three four five six seven:",
                suffix: "(twice)."
            )
                == TextDirective(
                    prefix: "two three four five six seven:",
                    start: "“yes”, he said",
                    suffix: "(twice"
                )
        )
    }

    @Test(
        arguments: [
            ("the first \"plan\" - ours", "Of the ﬁrst “plan” — ours today.", "the ﬁrst “plan” — ours"),
            ("in 2024", "It was in ２０２４ then.", "in ２０２４"),
            // The article's own wording is kept, across lines too.
            ("the first plan", "Of the\n> first plan.", "the first plan"),
            ("the first plan", "Of *the* first plan.", "the first plan"),
        ]
    )
    func theWordsAreTheArticlesWhereTheyAreTypedOtherwise(quote: String, text: String, start: String) throws {
        let newsroom = try Fixture.oneClaim(extra: [
            "seeds/a.md": "---\ntitle: A\npublisher: p\n---\n> \(text)\n",
            "content/claims/c.md":
                "---\nstatement: S.\nclaimant: who\nappearances:\n  - article: a\n    quote: '\(quote)'\n---\n",
        ]).newsroom
        let appearance = try #require(newsroom.claims["c"]?.appearances.first)
        let article = try #require(newsroom.articles["a"])
        #expect(TextDirective(appearance, in: article) == TextDirective(start: start))
    }

    @Test func aWordThatALineEndPartsIsNotLookedFor() throws {
        let directive = PassageDirectives(["One two three cyber-\nsecurity four five six"]).directive(0)
        #expect(directive == TextDirective(start: "One two three", end: "four five six"))
    }

    @Test(arguments: ["", "…", "— !"])
    func aQuoteWithoutWordsHasNone(quote: String) {
        #expect(TextDirective(quote: quote) == nil)
    }

    @Test func ofPassagesThatBeginAlikeMoreWordsAreGiven() throws {
        let words = (1...30).map { "w\($0)" }
        let first = words.joined(separator: " ")
        let second = (words.prefix(8) + words.suffix(12)).joined(separator: " ").uppercased()
        let directives = PassageDirectives([first, second, "x y", ""])
        #expect(try #require(directives.directive(0)).start == words.prefix(12).joined(separator: " "))
        #expect(directives.directive(2) == TextDirective(start: "x y"))
        #expect(directives.directive(3) == nil)
    }
}
