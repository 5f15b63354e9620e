import Foundation
import Testing

@testable import Checks

@Suite("Rules say exactly what their case files expect")
struct RuleCaseTests {
    private static let names = RuleCatalogue.rules.map { $0.guide.name }
    private static let isRecording = ProcessInfo.processInfo.environment["ASSAY_RECORD"] == "1"

    private func base() throws -> [String: String] {
        try #require(CaseFile(rule: "_base").cases.first).files
    }

    @Test("The newsroom that all cases start from gives no diagnostics at all")
    func baseIsClean() async throws {
        let file = try CaseFile(rule: "_base")
        let first = try #require(file.cases.first)
        #expect(first.files.count > 5)
        #expect(try await first.output(rule: nil, base: [:]) == "")
    }

    @Test("Each rule's cases", arguments: names)
    func cases(rule: String) async throws {
        let file = try CaseFile(rule: rule)
        let base = try base()
        var outputs: [String] = []
        for example in file.cases {
            outputs.append(try await example.output(rule: rule, base: base))
        }
        if Self.isRecording {
            try Data(file.text(expecting: outputs).utf8)
                .write(to: CaseFile.folder.appendingPathComponent("\(rule).md"))
            return
        }
        for (example, output) in zip(file.cases, outputs) {
            #expect(output == example.expected, "\(example.title)")
        }
        #expect(file.cases.contains { $0.expected.contains("[\(rule)]") }, "no case in which the rule fires")
        #expect(file.cases.contains { $0.expected.isEmpty }, "no case in which the rule is silent")
    }

    @Test("Each case file belongs to a rule")
    func noStrayCases() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: CaseFile.folder.path)
        let rules = Set(files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) })
        #expect(rules == Set(Self.names).union(["_base"]))
    }
}
