import Diagnostics
import Importing
import Starter

/// What an import says at its end: what came of each file, and what was lost or mended.
struct ImportReport {
    fileprivate struct Part {
        let name: String
        let format: ImportFormat
        let read: Int
        let findings: ImportFindings
        let outcome: IntakeOutcome
    }

    private var parts: [Part] = []

    /// The examples of a kind of finding.
    private static let exampleLimit = 3

    mutating func add(
        _ name: String,
        _ format: ImportFormat,
        read: Int,
        _ findings: ImportFindings,
        _ outcome: IntakeOutcome
    ) {
        parts.append(Part(name: name, format: format, read: read, findings: findings, outcome: outcome))
    }

    /// Whether something was read of each file, and all of it could be written.
    var isComplete: Bool { parts.allSatisfy { $0.read > 0 && $0.outcome.uneditable.isEmpty } }

    /// The report, line by line.
    func lines(isDry: Bool) -> [String] {
        parts.flatMap { part in
            ["\(part.name): \(part.format.name), \(part.noun)"] + part.outcome.lines(isDry: isDry)
                + lines(of: part.findings)
        }
    }

    private func lines(of findings: ImportFindings) -> [String] {
        findings.byKind.flatMap { kind, count, fields -> [String] in
            let names = fields.prefix(12).map { "\($0.name) \($0.count)" }.joined(separator: ", ")
            let rest = fields.count > 12 ? " and \(fields.count - 12) more fields" : ""
            let examples = findings.all.filter { $0.kind == kind && $0.value != nil }
                .prefix(Self.exampleLimit).map { finding in
                    "      \(finding.item.map { "item \($0): " } ?? "")\(finding.value ?? "")"
                }
            let place = names.isEmpty ? "" : " (\(names)\(rest))"
            return ["  \(count) \(kind.rawValue): \(kind.meaning)\(place)"] + examples
        }
    }

    /// The report as JSON.
    func json(isDry: Bool) -> JSONValue {
        [
            "dry_run": .bool(isDry),
            "files": .array(
                parts.map { part in
                    .object([
                        "name": .string(part.name), "format": .string(part.format.rawValue),
                        "read": .integer(part.read), "outcome": part.outcome.json,
                        "findings": .array(json(of: part.findings)),
                    ])
                }
            ),
        ]
    }

    private func json(of findings: ImportFindings) -> [JSONValue] {
        findings.byKind.map { kind, count, fields in
            .object([
                "kind": .string(kind.rawValue), "meaning": .string(kind.meaning), "count": .integer(count),
                "loss": .bool(kind.isLoss),
                "fields": .array(
                    fields.map { .object(["name": .string($0.name), "count": .integer($0.count)]) }
                ),
                "items": .array(
                    findings.all.filter { $0.kind == kind }.compactMap(\.item).map(JSONValue.integer)
                ),
                "examples": .strings(
                    findings.all.filter { $0.kind == kind }.compactMap(\.value).prefix(Self.exampleLimit)
                ),
            ])
        }
    }
}

extension ImportReport.Part {
    fileprivate var noun: String {
        switch format {
        case .webVTT, .srt, .transcript: read == 1 ? "1 passage" : "\(read) passages"
        default: read == 1 ? "1 claim" : "\(read) claims"
        }
    }
}

extension IntakeOutcome {
    /// The counts with their names, those that are not zero.
    private var counts: [(name: String, count: Int)] {
        [
            ("new items", newItems), ("items that know more", grownItems),
            ("items known already", knownItems),
            ("new claims", newClaims), ("new verdicts", newVerdicts), ("new sources", newSources),
            ("new profiles", newProfiles),
        ].filter { $0.count > 0 }
    }

    fileprivate func lines(isDry: Bool) -> [String] {
        let counts = counts.map { "\($0.name) \($0.count)" }
        let written = files.count + changes.count
        let files = written == 1 ? "1 file" : "\(written) files"
        let verb = isDry ? "would be written" : "written"
        var lines = [
            "  " + (written == 0 ? "nothing new" : "\(files) \(verb)")
                + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", "))
        ]
        if written == 1, let file = self.files.first { lines.append("  \(file.path)") }
        for (reason, count) in leftOut.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(count) × \(reason)")
        }
        if !unmapped.isEmpty {
            lines.append(
                "  no verdict for these rulings: write lines for them into a table, and give it with --ratings"
            )
            let sorted = unmapped.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            lines += sorted.prefix(20).map { "      \($0.value) × \($0.key)" }
            if sorted.count > 20 { lines.append("      and \(sorted.count - 20) others") }
        }
        for path in uneditable {
            lines.append(
                "  \(path) was left as it is: its front matter has a form that only a person can edit"
            )
        }
        return lines
    }

    fileprivate var json: JSONValue {
        .object([
            "new_items": .integer(newItems), "grown_items": .integer(grownItems),
            "known_items": .integer(knownItems), "new_claims": .integer(newClaims),
            "new_verdicts": .integer(newVerdicts), "new_sources": .integer(newSources),
            "new_profiles": .integer(newProfiles),
            "written": .strings(files.map(\.path) + changes.map(\.path)),
            "unmapped": .array(
                unmapped.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
                    .object(["rating": .string($0.key), "count": .integer($0.value)])
                }
            ),
            "left_out": .array(
                leftOut.sorted { $0.key < $1.key }.map {
                    .object(["reason": .string($0.key), "count": .integer($0.value)])
                }
            ),
            "uneditable": .strings(uneditable),
        ])
    }
}
