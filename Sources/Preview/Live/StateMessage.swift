import Diagnostics

/// What the preview tells a page in the browser: which state of the pages is the newest, and what is wrong.
///
/// Every message tells everything, so that one that got lost does no harm.
enum StateMessage {
    /// More findings than this are only counted: nobody reads them in an overlay.
    static let findingLimit = 40

    /// A server-sent event (HTML Living Standard, section 9.2.6).
    ///
    /// - Parameter files: those of the records that the page was made from; what is wrong with them comes first.
    static func event(
        pages: String,
        board: String,
        findings: LiveFindings,
        madeFrom files: Set<String> = []
    ) -> [UInt8] {
        Array("event: state\ndata: ".utf8) + json(pages, board, findings, files).serialized()
            + Array("\n\n".utf8)
    }

    /// A comment, which keeps a connection alive and tells when it is not.
    static let heartbeat = Array(": \n\n".utf8)

    /// Files of which every page is made.
    private static func isEverywhere(_ file: String) -> Bool {
        file == "content/site.yaml" || file.hasPrefix("templates/")
    }

    private static func json(
        _ pages: String,
        _ board: String,
        _ findings: LiveFindings,
        _ files: Set<String>
    ) -> JSONValue {
        let all = findings.all
        func isHere(_ finding: Diagnostic) -> Bool {
            finding.span.map { files.contains($0.file) || isEverywhere($0.file) } ?? true
        }
        // Both parts stay sorted, errors first.
        let here = all.filter(isHere)
        let elsewhere = all.filter { !isHere($0) }
        return [
            "pages": .string(pages),
            "board": .string(board),
            "complete": .bool(findings.isComplete),
            "errors": .integer(all.count { $0.severity == .error }),
            "count": .integer(all.count),
            "here": .integer(here.count),
            "summary": .string(FindingCounts(all).sentence),
            "summary-here": .string(FindingCounts(here).sentence),
            "summary-elsewhere": .string(FindingCounts(elsewhere).sentence),
            "findings": .array((here + elsewhere).prefix(findingLimit).map { json($0, findings) }),
        ]
    }

    private static func json(_ diagnostic: Diagnostic, _ findings: LiveFindings) -> JSONValue {
        // The printer's text without what has a place of its own: the lines of the file, with carets.
        let bare = Diagnostic(
            rule: diagnostic.rule,
            severity: diagnostic.severity,
            message: "",
            span: diagnostic.span,
            caption: diagnostic.caption,
            labels: diagnostic.labels
        )
        let lines = TextPrinter().text(of: [bare], sources: findings.file).split(separator: "\n").dropFirst()
        return [
            "rule": .string(diagnostic.rule.name),
            "severity": .string(diagnostic.severity.rawValue),
            "message": .string(diagnostic.message),
            "place": diagnostic.span.map { .string("\($0.file):\($0.line):\($0.column)") } ?? .null,
            "excerpt": .string(lines.joined(separator: "\n")),
            "notes": .strings(diagnostic.notes),
            "help": diagnostic.help.map(JSONValue.string) ?? .null,
        ]
    }
}
