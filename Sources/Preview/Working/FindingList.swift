import Diagnostics
import Encodings
import Mustache

/// Findings for a page: what is wrong, where, and what helps.
struct FindingList {
    let findings: [Diagnostic]
    let scene: DeskScene
    /// The file that a page is about, whose findings need no name of a file; nil for a page about several.
    var path: String? = nil

    /// The most findings that a page shows.
    private static let limit = 60

    init(_ findings: [Diagnostic], in scene: DeskScene, of path: String? = nil) {
        self.findings = findings
        self.scene = scene
        self.path = path
    }

    /// The findings for a template; null for none.
    var record: TemplateValue {
        guard !findings.isEmpty else { return .null }
        return .record([
            "count": .text("\(findings.count)"),
            "errors": .bool(findings.hasErrors),
            "entries": .list(findings.prefix(Self.limit).map { .record(record($0)) }),
            "hidden": findings.count > Self.limit ? .text("and \(findings.count - Self.limit) more") : .null,
        ])
    }

    private func record(_ finding: Diagnostic) -> TemplateRecord {
        let isHere = path != nil && finding.span?.file == path
        return [
            "severity": .text(finding.severity.rawValue), "rule": .text(finding.rule.name),
            "message": .text(finding.message), "help": finding.help.map(TemplateValue.text) ?? .null,
            "line": isHere ? finding.span.map { .text("\($0.line)") } ?? .null : .null,
            "file": isHere ? .null : finding.span.map { .text("\($0.file):\($0.line)") } ?? .null,
            "edit": isHere
                ? .null
                : finding.span.map {
                    .text("\(scene.base)edit/?path=\(PercentEncoding.component($0.file))#text")
                } ?? .null,
            "fixes": fixes(of: finding),
        ]
    }

    /// The fixes that change nothing but the file that the page is about.
    private func fixes(of finding: Diagnostic) -> TemplateValue {
        guard let path else { return .null }
        let usable = finding.fixes.filter { fix in fix.edits.allSatisfy { $0.isReplacement(in: path) } }
        return usable.isEmpty
            ? .null
            : .record([
                "entries": .list(
                    usable.map { .record(["title": .text($0.title), "name": .text($0.name(for: finding))]) }
                )
            ])
    }
}

extension Edit {
    /// Whether the edit writes new text into a file, and nothing else.
    func isReplacement(in path: String) -> Bool {
        if case .replace(let span, _) = self { span.file == path } else { false }
    }
}

extension Fix {
    /// The name of a fix in a form: its finding's rule and place, and its title.
    func name(for finding: Diagnostic) -> String {
        "\(finding.rule.name) \(finding.span?.byteRange.lowerBound ?? 0) \(title)"
    }
}
