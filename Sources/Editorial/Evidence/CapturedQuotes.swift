import Captures
import Diagnostics
import Newsroom

/// The quotations of a document, looked for in a page that was captured just now.
package struct CapturedQuotes: Sendable {
    /// The number of quotations.
    package let count: Int
    /// The findings about those that do not stand there, or could not be looked for.
    package let diagnostics: [Diagnostic]

    /// Whether each quotation stands in the page, as far as it could be looked for.
    package var areThere: Bool { diagnostics.allSatisfy { $0.rule == .snapshotNotText } }

    /// Looks for the quotations.
    /// - Parameter page: the page; its words are read by `pdftotext` where it is a PDF.
    package init(of document: any CapturedDocument, in newsroom: Newsroom, standIn page: CapturedPage) async {
        let quotes = DocumentQuote.all(of: document, in: newsroom)
        count = quotes.count
        guard !quotes.isEmpty else {
            diagnostics = []
            return
        }
        do throws(PDFText.Problem) {
            let text = page.kind == .pdf ? try await PDFText.read(page.content) : page.text
            guard let text else {
                diagnostics = quotes.map { Self.unsearched($0, document, "it is no text") }
                return
            }
            let words = SnapshotQuotes(document, text)
            diagnostics = quotes.compactMap(words.finding)
        } catch {
            diagnostics = quotes.map { Self.unsearched($0, document, "\(error)") }
        }
    }

    private static func unsearched(
        _ quote: DocumentQuote,
        _ document: any CapturedDocument,
        _ reason: String
    ) -> Diagnostic {
        Diagnostic(
            rule: .snapshotNotText,
            message: "this quote was not looked for in the snapshot of \(document.phrase): \(reason)",
            span: quote.span,
            help: "compare it by eye"
        )
    }
}
