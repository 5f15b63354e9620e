/// A printer of findings as workflow commands of GitHub Actions, shown there as annotations: errors first, then warnings,
/// then notes.
///
/// GitHub shows ten annotations of each severity for a step. Further findings are lines of the log, folded under their count.
/// See "Workflow commands for GitHub Actions" in GitHub's documentation; the escaping is that of
/// actions/toolkit (`core/src/command.ts`).
package struct GitHubPrinter: DiagnosticPrinter {
    private let place: RepositoryPlace

    /// Makes a printer. Paths are relative to the repository, as GitHub expects.
    package init(place: RepositoryPlace = .unknown) { self.place = place }

    /// How many annotations of one severity GitHub shows for a step.
    static let annotationLimit = 10

    /// One line a finding, the worst first.
    package func text(of diagnostics: [Diagnostic], sources: (String) -> SourceFile?) -> String {
        let ranked = Diagnostic.Severity.allCases.map { severity in
            diagnostics.filter { $0.severity == severity }
        }
        let annotations = ranked.flatMap { $0.prefix(Self.annotationLimit) }
        let others = ranked.flatMap { $0.dropFirst(Self.annotationLimit) }
        let lines = annotations.map { line(for: $0, sources: sources) }
        guard !others.isEmpty else { return lines.map { $0 + "\n" }.joined() }
        let head = "::group::\(FindingCounts(others).sentence) more, which GitHub shows no annotation for"
        return (lines + [head] + others.map(logLine) + ["::endgroup::"]).map { $0 + "\n" }.joined()
    }

    /// A finding as a line of the log that no runner takes for a command.
    private func logLine(for diagnostic: Diagnostic) -> String {
        let span = diagnostic.span.map { "\(place.path($0.file)):\($0.line):\($0.column): " } ?? ""
        let words = DisplayText.sentence("\(span)\(diagnostic.message)")
        return "\(diagnostic.severity.rawValue)[\(diagnostic.rule.name)]: \(words)".replacing(
            "##[",
            with: "# #["
        )
    }

    private func line(for diagnostic: Diagnostic, sources: (String) -> SourceFile?) -> String {
        var properties: [(String, String)] = []
        if let span = diagnostic.span {
            properties = place(of: span, in: sources(span.file))
        }
        properties.append(("title", diagnostic.rule.name))
        let list = properties.map { "\($0)=\(Self.escapedProperty($1))" }.joined(separator: ",")
        return
            "::\(command(for: diagnostic.severity)) \(list)::\(Self.escapedMessage(message(of: diagnostic)))"
    }

    private func command(for severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    private func place(of span: SourceSpan, in file: SourceFile?) -> [(String, String)] {
        let start = [("file", self.place.path(span.file)), ("line", "\(span.line)")]
        guard let end = file?.end(of: span) else { return start + [("col", "\(span.column)")] }
        // GitHub takes columns only for a place on one line.
        guard end.line == span.line else { return start + [("endLine", "\(end.line)")] }
        return start + [
            ("endLine", "\(end.line)"), ("col", "\(span.column)"), ("endColumn", "\(end.column)"),
        ]
    }

    private func message(of diagnostic: Diagnostic) -> String {
        // The log shows this text on terminals too.
        ([diagnostic.message] + diagnostic.remarks).flatMap(DisplayText.lines).joined(separator: "\n")
    }

    private static func escapedMessage(_ text: String) -> String {
        escaped(text, [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")])
    }

    /// A property's value, escaped and safe on a terminal: the log shows file names there too.
    private static func escapedProperty(_ text: String) -> String {
        escaped(escapedMessage(DisplayText.sentence(text)), [(":", "%3A"), (",", "%2C")])
    }

    private static func escaped(_ text: String, _ escapes: [(character: Unicode.Scalar, code: String)])
        -> String
    {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if let escape = escapes.first(where: { $0.character == scalar }) {
                escaped += escape.code
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
