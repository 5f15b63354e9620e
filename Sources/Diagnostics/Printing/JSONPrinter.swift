/// A printer of findings as one JSON array, for programs.
///
/// An element has `rule`, `severity` (`error`, `warning`, `note`), `message`, `location`, `caption`, `labels`
/// (each with `location` and `text`), `notes`, `help` and `fixes`. A location has `file`, `line`, `column`,
/// `endLine`, `endColumn`, `byteOffset` and `byteLength`; lines and columns are counted from 1, columns in
/// Unicode scalars; the end is the place just after. A fix has `title`, `safety` (`safe`, `unsafe`, `fill-in`)
/// and `edits`: each with `location` and `text`, or with `from` and `to` for a file that gets another path.
/// Every member is always present, with `null` for an unknown value.
package struct JSONPrinter: DiagnosticPrinter {
    /// Makes a printer.
    package init() {}

    /// The array, one line in all when it is empty.
    package func text(of diagnostics: [Diagnostic], sources: (String) -> SourceFile?) -> String {
        JSONValue.array(diagnostics.map { value(of: $0, sources: sources) }).text(.pretty) + "\n"
    }

    private func value(of diagnostic: Diagnostic, sources: (String) -> SourceFile?) -> JSONValue {
        [
            "rule": .string(diagnostic.rule.name),
            "severity": .string(diagnostic.severity.rawValue),
            "message": .string(diagnostic.message),
            "location": diagnostic.span.map { location(of: $0, sources: sources) } ?? .null,
            "caption": diagnostic.caption.map(JSONValue.string) ?? .null,
            "labels": .array(
                diagnostic.labels.map { label in
                    ["location": location(of: label.span, sources: sources), "text": .string(label.text)]
                }
            ),
            "notes": .strings(diagnostic.notes),
            "help": diagnostic.help.map(JSONValue.string) ?? .null,
            "fixes": .array(diagnostic.fixes.map { value(of: $0, sources: sources) }),
        ]
    }

    private func value(of fix: Fix, sources: (String) -> SourceFile?) -> JSONValue {
        [
            "title": .string(fix.title),
            "safety": .string(fix.safety.rawValue),
            "edits": .array(
                fix.edits.map { edit in
                    switch edit {
                    case .replace(let span, let text):
                        ["location": location(of: span, sources: sources), "text": .string(text)]
                    case .move(let old, let new): ["from": .string(old), "to": .string(new)]
                    case .remove(let path): ["from": .string(path), "to": .null]
                    }
                }
            ),
        ]
    }

    private func location(of span: SourceSpan, sources: (String) -> SourceFile?) -> JSONValue {
        let end = sources(span.file)?.end(of: span)
        return [
            "file": .string(span.file),
            "line": .integer(span.line),
            "column": .integer(span.column),
            "endLine": end.map { .integer($0.line) } ?? .null,
            "endColumn": end.map { .integer($0.column) } ?? .null,
            "byteOffset": .integer(span.byteRange.lowerBound),
            "byteLength": .integer(span.byteRange.count),
        ]
    }
}
