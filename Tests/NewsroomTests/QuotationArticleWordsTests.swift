import Diagnostics
import Testing

@testable import Newsroom

@Suite("Quotes are located in the blocks of an article")
struct QuotationArticleWordsTests {
    private static let body = """
        ## Digest

        The paper reports an *offer*.

        > Any **specific** material — we are
        > ready to analyze together.
        >
        > — P4

        Then it goes on.

        > We are ready.

        """

    private func words(extra: String = "") throws -> ArticleWords {
        let text = "---\ntitle: T\npublisher: p\n\(extra)---\n" + Self.body
        let settings =
            "name: D\nurl: https://d.example.org/\nlanguage: en\ndescription: D.\npublisher: d\n"
            + "scale:\n  version: 1\n  rulings:\n    - {id: a, label: A, meaning: A.}\n    - {id: b, label: B, meaning: B.}\n"
        let loaded = LoadedNewsroom(decoding: [
            SourceFile(path: "content/site.yaml", text: settings), SourceFile(path: "seeds/a.md", text: text),
        ])
        return ArticleWords(of: try #require(loaded.newsroom?.articles["a"]))
    }

    @Test("Only block quotes are the article's words; pieces count the document's blocks")
    func digest() throws {
        let words = try words()
        #expect(words.blocks == [2, 4])
        guard case .found(let pieces) = words.locate(quote: "specific material - we are ready") else {
            Issue.record("not found")
            return
        }
        let piece = try #require(pieces.first)
        #expect(piece.passage == 2)
        #expect(slice(words.document.blocks[2].plainText, piece.range) == "specific material — we are ready")
        #expect(words.locate(quote: "The paper reports an offer") == .absent(nearest: nil))
        #expect(words.locate(quote: "P4") == .absent(nearest: nil), "an attribution is not part of the words")
    }

    @Test("With `text: full` every block is")
    func fullText() throws {
        let words = try words(extra: "text: full\n")
        #expect(words.blocks == [0, 1, 2, 3, 4])
        guard case .found(let pieces) = words.locate(quote: "reports an offer.") else {
            Issue.record("not found")
            return
        }
        #expect(pieces.map(\.passage) == [1])
    }

    @Test("The nearest passage counts the document's blocks too")
    func nearest() throws {
        guard case .absent(let near?) = try words().locate(quote: "We were ready.") else {
            Issue.record("nothing near")
            return
        }
        #expect(near.piece.passage == 4)
        #expect(near.text == "We are ready.")
    }
}
