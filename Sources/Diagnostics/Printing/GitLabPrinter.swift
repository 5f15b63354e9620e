/// A printer of findings as a code quality report of GitLab, which a merge request shows beside what it changed.
///
/// See "Code Quality report format" in GitLab's documentation.
package struct GitLabPrinter: DiagnosticPrinter {
    private let place: RepositoryPlace

    /// Makes a printer. Paths are relative to the repository, as GitLab expects.
    package init(place: RepositoryPlace = .unknown) { self.place = place }

    /// One JSON array. A finding about no file stands at the settings, because GitLab shows none without a place.
    package func text(of diagnostics: [Diagnostic], sources: (String) -> SourceFile?) -> String {
        var fingerprints = FindingFingerprints()
        let entries = diagnostics.map { diagnostic -> JSONValue in
            let fingerprint = fingerprints.next(for: diagnostic, sources: sources)
            let file = diagnostic.span?.file ?? "content/site.yaml"
            return [
                "description": .string(description(of: diagnostic)),
                "check_name": .string(diagnostic.rule.name),
                "fingerprint": .string(fingerprint),
                "severity": .string(Self.severity(diagnostic.severity)),
                "location": [
                    "path": .string(place.path(file)),
                    "lines": ["begin": .integer(diagnostic.span?.line ?? 1)],
                ],
            ]
        }
        return JSONValue.array(entries).text(.pretty) + "\n"
    }

    private func description(of diagnostic: Diagnostic) -> String {
        DisplayText.sentence(
            [diagnostic.message, diagnostic.help].compactMap(\.self).joined(separator: "; ")
        )
    }

    private static func severity(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "critical"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
