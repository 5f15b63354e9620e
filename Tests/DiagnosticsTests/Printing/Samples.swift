@testable import Diagnostics

/// Files in memory, and findings about the words in them.
struct Samples {
    let files: [SourceFile]

    init(_ files: (path: String, text: String)...) {
        self.files = files.map { SourceFile(path: $0.path, text: $0.text) }
    }

    init(files: [SourceFile]) {
        self.files = files
    }

    func source(_ path: String) -> SourceFile? { files.first { $0.path == path } }

    /// The span of the first occurrence of some words in a file.
    func span(_ words: String, in path: String) -> SourceSpan {
        guard let file = source(path) else {
            return SourceSpan(file: path, line: 1, column: 1, byteRange: 0..<0)
        }
        let wanted = Array(words.utf8)
        let starts = 0...max(0, file.bytes.count - wanted.count)
        let start = starts.first { file.bytes[$0...].starts(with: wanted) } ?? file.bytes.count
        return file.span(start..<start + wanted.count)
    }

    /// A printer's output as a list of lines, for readable snapshots.
    func print(_ diagnostics: Diagnostic..., as printer: some DiagnosticPrinter = TextPrinter()) -> String {
        printer.text(of: diagnostics, sources: source)
    }

    /// A claim, and an article without its quote.
    static let helsinki = Samples(
        (
            "content/claims/joint-analysis.md",
            """
            ---
            statement: Putin offered to examine material jointly.
            appearances:
              - article: vice-helsinki
                quote: "we are ready to analyse it together"
            ---

            """
        ),
        (
            "seeds/vice-helsinki.md",
            """
            ---
            title: Helsinki
            ---
            > Any specific material — if such things arise — we are ready to analyze together.

            """
        )
    )

    /// The finding that most people see first.
    static let missingQuote = Diagnostic(
        rule: RuleID("quote-not-in-article", nil),
        severity: .error,
        message: "the article `vice-helsinki` does not have this quote",
        span: helsinki.span("we are ready to analyse it together", in: "content/claims/joint-analysis.md"),
        caption: "not found",
        labels: [
            Diagnostic.Label(
                helsinki.span("we are ready to analyze together", in: "seeds/vice-helsinki.md"),
                "the nearest passage"
            )
        ],
        notes: ["the article has \"analyze\" where the quote has \"analyse it\""],
        help: "copy the words as the article prints them, or mark a change with brackets"
    )
}
