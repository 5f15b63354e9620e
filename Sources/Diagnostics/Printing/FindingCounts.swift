/// The number of findings of each severity.
package struct FindingCounts: Hashable, Sendable {
    /// The number of errors, which stop the build.
    package let errors: Int
    /// The number of warnings.
    package let warnings: Int
    /// The number of notes.
    package let notes: Int

    /// Counts findings.
    package init(_ diagnostics: some Sequence<Diagnostic>) {
        var counts: [Diagnostic.Severity: Int] = [:]
        for diagnostic in diagnostics { counts[diagnostic.severity, default: 0] += 1 }
        errors = counts[.error, default: 0]
        warnings = counts[.warning, default: 0]
        notes = counts[.note, default: 0]
    }

    /// The counts in words, such as `2 errors, 1 warning`; `no findings` when there are none.
    package var sentence: String {
        let parts = [(errors, "error"), (warnings, "warning"), (notes, "note")]
            .filter { $0.0 > 0 }
            .map { count, word in "\(count) \(word)\(count == 1 ? "" : "s")" }
        return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
    }
}
