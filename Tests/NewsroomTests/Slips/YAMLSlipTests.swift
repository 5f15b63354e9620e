import Diagnostics
import Foundation
import Testing

@testable import Newsroom

/// Slips in YAML with their findings, from `Slips.md` beside this file; ASSAY_RECORD=1 records it anew.
///
/// A `yaml` block is a page's front matter, with `\u{…}` for a character; the `finding` block after it is the
/// expected output.
struct YAMLSlipTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Slips.md")

    @Test("Each slip is named at its own place, with the line as it should be")
    func slips() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        var lines: [String] = []
        var count = 0
        var block: [String]?
        var isSkipping = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if isSkipping, line != "```" { continue }
            isSkipping = false
            lines.append(line)
            if line == "```yaml" {
                block = []
            } else if line == "```finding" {
                count += 1
                lines += findings(in: (block ?? []).dropLast().dropLast())
                isSkipping = true
            } else {
                block?.append(line)
            }
        }
        let performed = lines.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["ASSAY_RECORD"] == "1" {
            try Data(performed.utf8).write(to: Self.file)
        }
        #expect(count > 50)
        #expect(performed == text)
    }

    private func findings(in lines: some Sequence<String>) -> [String] {
        let yaml = lines.joined(separator: "\n").replacing(#/\\u\{([0-9A-F]+)\}/#) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
        }
        let room = SmallNewsroom().adding("---\n\(yaml)\n---\nBody.\n", at: "content/pages/slip.md")
        let found = room.loaded.diagnostics
        if found.isEmpty { return ["nothing: \(room.loaded.newsroom?.pages["slip"]?.title.value ?? "-")"] }
        return found.flatMap { diagnostic in
            let place = diagnostic.span.map { "\($0.line):\($0.column)" } ?? "-"
            return ["\(place) \(diagnostic.rule.name): \(diagnostic.message)"]
                + (diagnostic.help.map { ["  \($0)"] } ?? [])
        }
    }
}
