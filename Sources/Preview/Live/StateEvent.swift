import Diagnostics

/// The event for a page in the browser: the newest state of the pages, and the findings.
///
/// Every event holds everything, so that a lost one does no harm.
enum StateEvent {
    /// The most findings in an event; further ones are counted.
    static let findingLimit = 40

    /// A server-sent event (HTML Living Standard, section 9.2.6).
    ///
    /// - Parameter files: the files that the page was made from, whose findings come first.
    static func event(
        pages: String,
        board: String,
        findings: LiveFindings,
        madeFrom files: Set<String> = []
    ) -> [UInt8] {
        Array("event: state\ndata: ".utf8) + json(pages, board, findings, files).serialized()
            + Array("\n\n".utf8)
    }

    /// A comment that keeps a connection alive, and shows when it is broken.
    static let heartbeat = Array(": \n\n".utf8)

    /// Whether every page depends on a file.
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
        // The printer's text without the parts that the event has on their own: the lines of the file, with
        // carets.
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
