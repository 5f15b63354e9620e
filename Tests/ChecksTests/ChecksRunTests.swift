import Diagnostics
import Newsroom
import Testing

@testable import Checks

@Suite("Running the checks")
struct ChecksRunTests {
    private let today = CalendarDate("2026-12-01")

    private func base(_ changes: [String: String] = [:]) throws -> LoadedNewsroom {
        let first = try #require(CaseFile(rule: "_base").cases.first)
        return first.load(base: changes)
    }

    @Test("A thousand records give the same diagnostics in the same order, however the work was shared out")
    func order() async throws {
        var changes: [String: String] = [:]
        for number in 0..<1000 {
            changes["content/claims/claim-\(number).md"] =
                "---\nstatement: Number \(number).\nclaimant: nobody-\(number)\ntopics: cybr\n---\n# Top\n"
        }
        let loaded = try base(changes)
        let day = try #require(today)
        let first = await Checks.run(loaded, today: day)
        let second = await Checks.run(loaded, today: day)
        #expect(first == second)
        #expect(first == first.sorted())
        #expect(first.filter { $0.rule.name == "unknown-reference" }.count == 2000)
        #expect(first.filter { $0.rule.name == "claim-without-appearance" }.count == 1000)
    }

    @Test("Without settings there is nothing to check, and loading says so")
    func withoutSettings() async throws {
        let loaded = LoadedNewsroom(decoding: [])
        let found = await Checks.run(loaded, today: try #require(today))
        #expect(found.map(\.rule.name) == ["missing-settings"])
    }

    @Test("Severities that the newsroom sets hold for what other modules report, unless they are fixed")
    func adjusted() async throws {
        let settings =
            "name: D\nurl: https://d.example.org/\nlanguage: en\ndescription: D.\npublisher: d\n"
            + "scale:\n  version: 1\n  rulings:\n    - {id: a, label: A, meaning: A.}\n    - {id: b, label: B, meaning: B.}\n"
            + "checks:\n  missing-word: off\n  unknown-word: error\n  not-utf-8: off\n"
        let loaded = LoadedNewsroom(decoding: [SourceFile(path: "content/site.yaml", text: settings)])
        let newsroom = try #require(loaded.newsroom)
        let reported = [RuleID.missingWord, .unknownWord, .notUTF8, .unreadFile].map {
            Diagnostic(rule: $0, severity: .warning, message: "m", span: nil)
        }
        let adjusted = Checks.adjusted(reported, by: newsroom.settings)
        #expect(adjusted.map(\.rule.name) == ["unknown-word", "not-utf-8", "unread-file"])
        #expect(adjusted.map(\.severity) == [.error, .warning, .warning])
    }

    @Test("Long chains and circles of affiliations and derivations come to an end")
    func chains() async throws {
        var changes: [String: String] = [:]
        for number in 0..<300 {
            let next = (number + 1) % 300
            changes["content/sources/s\(number).md"] =
                "---\ntitle: S\npublisher: P\nkind: news-report\nchecked: read\nderived-from: s\(next)\n---\n"
            changes["content/profiles/p\(number).md"] =
                "---\nname: P\nkind: organisation\naffiliations: p\(next)\n---\n"
        }
        let found = await Checks.run(try base(changes), today: try #require(today))
        #expect(found.filter { $0.rule.name == "circular-derivation" }.count == 300)
    }
}
