import Checks
import Diagnostics
import LanguageProtocol
import Newsroom

/// Findings as LSP's diagnostics.
struct FindingMessage {
    let places: Places
    /// The files that were checked, by path.
    let files: [String: SourceFile]
    let showsRelatedPlaces: Bool
    /// The page of all rules on the web; nil if there is none.
    let rulesPage: String?

    /// The findings of a file. Those without a place stand at the beginning of the settings.
    static func findings(_ all: [Diagnostic], in path: String) -> [Diagnostic] {
        all.filter { finding in
            finding.span.map { $0.file == path } ?? (path == SiteSettings.path)
        }
    }

    /// A finding about a file.
    func json(_ finding: Diagnostic, in file: SourceFile) -> JSONValue {
        var message = finding.message
        for note in finding.notes { message += "\n" + note }
        if let help = finding.help { message += "\n" + help }
        let related = showsRelatedPlaces ? finding.labels.compactMap(json) : []
        return .object([
            "range": places.json(finding.span?.byteRange ?? 0..<0, in: file),
            "severity": .integer(Self.severity(finding.severity)),
            "code": .string(finding.rule.name),
            "codeDescription": rulesPage.map { ["href": .string("\($0)#\(finding.rule.name)")] },
            "source": "assay",
            "message": .string(message),
            "relatedInformation": related.isEmpty ? Optional.none : JSONValue.array(related),
        ])
    }

    private func json(_ label: Diagnostic.Label) -> JSONValue? {
        files[label.span.file].map { file in
            ["location": places.location(label.span.byteRange, in: file), "message": .string(label.text)]
        }
    }

    private static func severity(_ severity: Diagnostic.Severity) -> Int {
        switch severity {
        case .error: 1
        case .warning: 2
        case .note: 3
        }
    }
}
