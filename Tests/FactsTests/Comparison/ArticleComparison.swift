import Foundation

extension FactsComparison {
    /// Compares an article's identification and its passages.
    ///
    /// The author and exact date of both articles are not established, so a record that has one invents it.
    func compare(article record: RecordFile, into result: inout Comparison) {
        let path = record.path
        guard let letter = Facts.articles[record.id] else {
            result.expect(false, "articles", in: path, "the facts have no such article")
            return
        }
        let fields = record.fields
        result.expectEqual(
            fields.text("title"),
            facts.identification("Headline", article: letter),
            "headlines",
            in: path
        )
        let address = facts.identification("Canonical address", article: letter)
            .firstMatch(of: /https:[^`]+/).map { String($0.output) }
        result.expectEqual(fields.text("url"), address, "addresses of articles", in: path)
        result.expectEqual(fields.texts("authors"), [], "authors left blank", in: path)
        result.expect(
            fields.text("published").map { ["2018-07", "2018-07-16/2018-07-22"].contains($0) } ?? true,
            "dates left open",
            in: path,
            "the facts establish no day"
        )
        let known = facts.foldedClaims
        for passage in Passages(of: record.body).all {
            result.expect(
                known.contains(passage.words.folded),
                "passages",
                in: path,
                "“\(passage.words)” is not in the facts"
            )
            result.expect(
                known.contains("\(letter) \(passage.locator)"),
                "places of passages",
                in: path,
                "the facts name no \(letter) \(passage.locator)"
            )
            result.expect(
                passage.words.wordCount <= 40,
                "lengths of quotes",
                in: path,
                "“\(passage.words)”"
            )
        }
    }
}

/// The block quotes of an article's body, each with the place in its attribution line.
struct Passages {
    private(set) var all: [(words: String, locator: String)] = []

    init(of body: String) {
        var words: [String] = []
        for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("> — ") {
                all.append((words.joined(separator: " ").trimmed, line.dropFirst(4).trimmed))
                words = []
            } else if line.hasPrefix(">") {
                words.append(line.dropFirst().trimmed)
            }
        }
    }
}
