import Diagnostics
import Foundation
import Testing

@testable import Preview

/// The findings that a page in the browser receives.
@Suite struct StateEventTests {
    private static func finding(_ path: String, _ severity: Diagnostic.Severity) -> Diagnostic {
        Diagnostic(
            rule: RuleID("x", nil),
            severity: severity,
            message: "in \(path)",
            span: SourceFile(path: path, text: "text\n").startSpan
        )
    }

    private static let findings = [
        finding("content/claims/a.md", .error), finding("content/claims/b.md", .warning),
        finding("content/site.yaml", .warning), finding("content/verdicts/b.md", .note),
        finding("templates/theme/home.html", .note),
    ]

    private static func state(
        _ findings: [Diagnostic],
        madeFrom files: Set<String>
    ) throws -> (here: Int, messages: [String], summaries: [String]) {
        var live = LiveFindings()
        live.take(checked: findings.sorted(), [:])
        let event = StateEvent.event(pages: "1", board: "1", findings: live, madeFrom: files)
        let lines = String(decoding: event, as: UTF8.self).split(separator: "\n")
        let json = try #require(lines.first { $0.hasPrefix("data: ") }).dropFirst(6)
        let state = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let messages = (state["findings"] as? [[String: Any]])?.compactMap { $0["message"] as? String }
        let summaries = ["summary-here", "summary-elsewhere"].compactMap { state[$0] as? String }
        return (try #require(state["here"] as? Int), try #require(messages), summaries)
    }

    @Test func whatConcernsThePageComesFirst() throws {
        let state = try Self.state(Self.findings, madeFrom: ["content/claims/b.md", "content/verdicts/b.md"])
        #expect(state.here == 4)
        #expect(
            state.messages == [
                "in content/claims/b.md", "in content/site.yaml", "in content/verdicts/b.md",
                "in templates/theme/home.html", "in content/claims/a.md",
            ]
        )
        #expect(state.summaries == ["2 warnings, 2 notes", "1 error"])
    }

    @Test func thePagesOwnFindingsAreShownHoweverManyOthersThereAre() throws {
        let others = (100..<300).map { Self.finding("content/claims/c\($0).md", .error) }
        let own = Self.finding("content/claims/z.md", .note)
        let state = try Self.state(others + [own], madeFrom: ["content/claims/z.md"])
        #expect(state.here == 1 && state.messages.first == "in content/claims/z.md")
        #expect(state.messages.count == StateEvent.findingLimit)
    }

    @Test func nothingConcernsAPageThatNobodyKnows() throws {
        let state = try Self.state([Self.finding("content/claims/a.md", .error)], madeFrom: [])
        #expect(state.here == 0 && state.summaries == ["no findings", "1 error"])
    }
}
