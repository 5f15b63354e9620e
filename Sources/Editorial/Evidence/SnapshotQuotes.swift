import Captures
import Diagnostics
import Newsroom

/// A quotation of a source or an article, in the record that quotes it.
package struct DocumentQuote: Sendable {
    /// The record that quotes.
    package let record: any Record
    /// The words.
    package let quote: Located<String>

    /// The place of the words.
    var span: SourceSpan { record.file.span(quote.range) }

    /// The quotations of a document, in claims' appearances and in verdicts' evidence.
    package static func all(of document: any CapturedDocument, in newsroom: Newsroom) -> [DocumentQuote] {
        if let source = document as? Source {
            return newsroom.verdicts(using: source).flatMap { verdict in
                verdict.evidence.compactMap { evidence in
                    guard case .source(let id) = evidence.reference, id.value == source.id else { return nil }
                    return evidence.quote.map { DocumentQuote(record: verdict, quote: $0) }
                }
            }
        }
        guard let article = document as? Article else { return [] }
        let claimed = newsroom.claims(in: article).flatMap { claim in
            claim.appearances.filter { $0.article.value == article.id }
                .map { DocumentQuote(record: claim, quote: $0.quote) }
        }
        let cited = newsroom.verdicts(citing: article).flatMap { verdict in
            verdict.evidence.compactMap { evidence -> DocumentQuote? in
                guard case .article(let id) = evidence.reference, id.value == article.id else { return nil }
                return evidence.quote.map { DocumentQuote(record: verdict, quote: $0) }
            }
        }
        return claimed + cited
    }
}

/// The captured words of a document, prepared for finding quotations.
struct SnapshotQuotes {
    private let document: any CapturedDocument
    private let finder: QuoteFinder
    private let hidden: QuoteFinder
    private let hasWords: Bool

    init(_ document: any CapturedDocument, _ text: VisibleText) {
        self.document = document
        finder = QuoteFinder(passages: text.passages)
        hidden = QuoteFinder(passages: text.hidden)
        hasWords = !text.passages.isEmpty
    }

    /// The finding about a quotation; nil if it stands in the words.
    func finding(_ quote: DocumentQuote) -> Diagnostic? {
        guard case .absent(let nearest) = finder.find(quote: quote.quote.value) else { return nil }
        let name = "the snapshot of \(document.phrase)"
        guard case .absent = hidden.find(quote: quote.quote.value) else {
            return Diagnostic(
                rule: .quoteOnlyHidden,
                message: "this quote stands in \(name) only where no reader sees it",
                span: quote.span,
                caption: "in a script, a comment or a hidden element",
                help: "quote what the page shows, or capture it in a browser, which runs its scripts"
            )
        }
        return Diagnostic(
            rule: .quoteNotInSnapshot,
            message: "this quote does not stand in \(name)",
            span: quote.span,
            caption: "not in the captured words",
            labels: document.snapshot.map { [.init(document.file.span($0.file.range), "the snapshot")] }
                ?? [],
            notes: notes(on: nearest),
            help: nearest == nil
                ? "capture the page that has these words, or take the quotation out"
                : "copy the captured words; mark omitted words with `[...]` and your own with `[brackets]`"
        )
    }

    private func notes(on nearest: NearPassage?) -> [String] {
        guard hasWords else { return ["the captured page shows no words at all"] }
        guard let nearest else { return ["no passage of the captured page comes near"] }
        if nearest.differences.isEmpty { return ["all its parts stand there, but not in this order"] }
        return ["the nearest words there are: \(nearest.text.onOneLine(160))"]
            + nearest.differences.prefix(5).map { difference in
                if difference.quote.isEmpty { return "the quote lacks “\(difference.passage.onOneLine(80))”" }
                if difference.passage.isEmpty {
                    return "the page does not have “\(difference.quote.onOneLine(80))”"
                }
                return
                    "the quote has “\(difference.quote.onOneLine(80))”, the page “\(difference.passage.onOneLine(80))”"
            }
    }
}

extension CapturedDocument {
    /// The record in a sentence.
    var phrase: String { "the \(Self.kind.rawValue) `\(id)`" }
}

extension String {
    /// The text on one line, cut with `…` after a number of characters.
    fileprivate func onOneLine(_ limit: Int) -> String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= limit ? line : line.prefix(limit) + "…"
    }
}
