/// A printer of findings as a table in GitHub's Markdown, for the summary page of a run (`GITHUB_STEP_SUMMARY`): the worst
/// first.
package struct MarkdownPrinter: DiagnosticPrinter {
    private let place: RepositoryPlace

    /// The longest table. A summary page holds 1 MiB, and nobody reads as much.
    static let rowLimit = 200

    /// Makes a printer. Paths are relative to the repository.
    package init(place: RepositoryPlace = .unknown) { self.place = place }

    /// A heading with the counts, and a table of the findings.
    package func text(of diagnostics: [Diagnostic], sources: (String) -> SourceFile?) -> String {
        let heading = "### Assay: \(FindingCounts(diagnostics).sentence)\n"
        guard !diagnostics.isEmpty else { return heading }
        let ranked = Diagnostic.Severity.allCases.flatMap { severity in
            diagnostics.filter { $0.severity == severity }
        }
        let rows = ranked.prefix(Self.rowLimit).map { row(for: $0) + "\n" }.joined()
        let rest = ranked.count - Self.rowLimit
        let more = rest > 0 ? "\n…and \(rest) more: the log has them all.\n" : ""
        return heading + "\n| | Where | What | What to do |\n| --- | --- | --- | --- |\n" + rows + more
    }

    private func row(for diagnostic: Diagnostic) -> String {
        let span = diagnostic.span.map { "\(place.path($0.file)):\($0.line):\($0.column)" }
        let cells = [
            diagnostic.severity.rawValue, span.map(Self.escaped) ?? "",
            "\(Self.escaped(diagnostic.message)) (\(Self.escaped(diagnostic.rule.name)))",
            diagnostic.help.map(Self.escaped) ?? "",
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }

    /// A text as words of one line: nothing in it is markup, a mention or the end of a cell.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in DisplayText.sentence(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "@": escaped += "&#64;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$":
                escaped += "\\"
                escaped.unicodeScalars.append(scalar)
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
