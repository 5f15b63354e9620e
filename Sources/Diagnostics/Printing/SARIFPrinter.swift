import Encodings

/// A printer of findings as a SARIF 2.1.0 log (OASIS Static Analysis Results Interchange Format), for code
/// review tools.
///
/// Section numbers in this file are those of the standard.
package struct SARIFPrinter: DiagnosticPrinter {
    private let version: String
    private let rules: [RuleDescription]
    private let place: RepositoryPlace

    /// Makes a printer for a version of the tool and the rules that it knows.
    package init(version: String, rules: [RuleDescription], place: RepositoryPlace = .unknown) {
        self.version = version
        self.rules = rules
        self.place = place
    }

    /// The log, with one run.
    package func text(of diagnostics: [Diagnostic], sources: (String) -> SourceFile?) -> String {
        let table = ruleTable(for: diagnostics)
        let indices = Dictionary(
            table.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var fingerprints = FindingFingerprints()
        let results = diagnostics.map { diagnostic in
            result(
                of: diagnostic,
                ruleIndex: indices[diagnostic.rule.name],
                fingerprint: fingerprints.next(for: diagnostic, sources: sources),
                sources: sources
            )
        }
        let log: JSONValue = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                [
                    "tool": ["driver": driver(rules: table)],
                    "invocations": [["executionSuccessful": true]],
                    "originalUriBaseIds": [Self.root: rootLocation],
                    "columnKind": "unicodeCodePoints",
                    "results": .array(results),
                ]
            ],
        ]
        return log.text(.pretty) + "\n"
    }

    /// The name of the repository's folder, by which paths are relative (3.4.4).
    private static let root = "%SRCROOT%"

    /// An artifactLocation object (3.4): the repository's folder, which ends in a slash (3.14.14).
    private var rootLocation: JSONValue {
        .object([
            "uri": place.root.map { root in
                .string("file://" + Self.relativeReference(to: root.hasSuffix("/") ? root : root + "/"))
            },
            "description": ["text": "The root of the repository."],
        ])
    }

    /// The known rules and the unknown ones of findings, sorted by name.
    private func ruleTable(for diagnostics: [Diagnostic]) -> [RuleDescription] {
        let known = Set(rules.map(\.name))
        let others = Set(diagnostics.map(\.rule.name)).subtracting(known)
        let severities = Dictionary(
            diagnostics.map { ($0.rule.name, $0.severity) },
            uniquingKeysWith: { first, _ in first }
        )
        let undescribed = others.map { name in
            RuleDescription(name: name, summary: name, severity: severities[name] ?? .error)
        }
        return (rules + undescribed).sorted { $0.name < $1.name }
    }

    private func driver(rules: [RuleDescription]) -> JSONValue {
        [
            "name": "Assay",
            "version": .string(version),
            "rules": .array(rules.map(descriptor)),
        ]
    }

    /// A reportingDescriptor object (3.49).
    private func descriptor(of rule: RuleDescription) -> JSONValue {
        .object([
            "id": .string(rule.name),
            "shortDescription": ["text": .string(rule.summary)],
            "help": rule.explanation.map { ["text": .string($0)] },
            "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
        ])
    }

    /// A result object (3.27).
    private func result(
        of diagnostic: Diagnostic,
        ruleIndex: Int?,
        fingerprint: String,
        sources: (String) -> SourceFile?
    ) -> JSONValue {
        let related = diagnostic.labels.enumerated().map { index, label in
            location(of: label.span, id: index + 1, message: label.text, sources: sources)
        }
        return .object([
            "ruleId": .string(diagnostic.rule.name),
            "ruleIndex": ruleIndex.map(JSONValue.integer),
            "level": .string(diagnostic.severity.rawValue),
            "message": ["text": .string(([diagnostic.message] + diagnostic.remarks).joined(separator: "\n"))],
            "locations": .array(
                diagnostic.span.map {
                    [location(of: $0, message: diagnostic.caption, sources: sources)]
                } ?? []
            ),
            "relatedLocations": related.isEmpty ? nil : .array(related),
            "fixes": fixes(of: diagnostic, sources: sources),
            "partialFingerprints": ["finding/v1": .string(fingerprint)],
        ])
    }

    /// The fix objects (3.55) of a finding; nil if there are none. SARIF has no word for moving a file, so those fixes are left out.
    private func fixes(of diagnostic: Diagnostic, sources: (String) -> SourceFile?) -> JSONValue? {
        let fixes = diagnostic.fixes.compactMap { fix -> JSONValue? in
            var replacements: [String: [JSONValue]] = [:]
            for edit in fix.edits {
                guard case .replace(let span, let text) = edit else { return nil }
                replacements[span.file, default: []].append(
                    [
                        "deletedRegion": region(of: span, in: sources(span.file)),
                        "insertedContent": ["text": .string(text)],
                    ]
                )
            }
            return [
                "description": ["text": .string(fix.title)],
                "artifactChanges": .array(
                    replacements.sorted { $0.key < $1.key }.map { file, replacements in
                        ["artifactLocation": artifact(file), "replacements": .array(replacements)]
                    }
                ),
                "properties": ["safety": .string(fix.safety.rawValue)],
            ]
        }
        return fixes.isEmpty ? nil : .array(fixes)
    }

    /// An artifactLocation object (3.4) of a file.
    private func artifact(_ file: String) -> JSONValue {
        ["uri": .string(Self.relativeReference(to: place.path(file))), "uriBaseId": .string(Self.root)]
    }

    /// A location object (3.28).
    private func location(
        of span: SourceSpan,
        id: Int? = nil,
        message: String?,
        sources: (String) -> SourceFile?
    ) -> JSONValue {
        .object([
            "id": id.map(JSONValue.integer),
            "physicalLocation": [
                "artifactLocation": artifact(span.file),
                "region": region(of: span, in: sources(span.file)),
            ],
            "message": message.map { ["text": .string($0)] },
        ])
    }

    /// A region object (3.30); its end column is the one just after the last character.
    private func region(of span: SourceSpan, in file: SourceFile?) -> JSONValue {
        let end = file?.end(of: span)
        return .object([
            "startLine": .integer(span.line),
            "startColumn": .integer(span.column),
            "endLine": end.map { .integer($0.line) },
            "endColumn": end.map { .integer($0.column) },
            "byteOffset": .integer(span.byteRange.lowerBound),
            "byteLength": .integer(span.byteRange.count),
        ])
    }

    /// A path as a relative URI reference (RFC 3986, section 4.2): every byte that is neither unreserved nor
    /// a `/` is percent-encoded, a colon too, so that no first segment can look like a scheme.
    static func relativeReference(to path: String) -> String { PercentEncoding.path(path) }
}
