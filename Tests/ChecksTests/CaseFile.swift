import Captures
import Diagnostics
import Foundation
import Newsroom
import Testing
import Watching

@testable import Checks

/// A Markdown file of tiny newsrooms, each with the exact diagnostics of a rule.
///
/// A section `## title` is a case. Fenced blocks named by a path are files, added to those of `_base.md` or
/// replacing them; an empty block removes a file. `Today: 2027-01-01` sets the day, and `Retracted: an-id` retracts
/// a verdict as a journal does. The block `diagnostics` has the expected output, which is empty if the rule must be
/// silent.
struct CaseFile {
    struct Case: CustomTestStringConvertible {
        let title: String
        var files: [String: String] = [:]
        var today = "2026-12-01"
        /// The ids of the verdicts that were published and retracted.
        var retracted: Set<String> = []
        var expected = ""
        var testDescription: String { title }
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Cases"
    )

    let rule: String
    let text: String
    private(set) var cases: [Case] = []

    init(rule: String) throws {
        self.rule = rule
        text = try String(contentsOf: Self.folder.appendingPathComponent("\(rule).md"), encoding: .utf8)
        var fence: (mark: String, name: String, lines: [String])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let open = fence {
                if line == open.mark {
                    close(open.name, open.lines)
                    fence = nil
                } else {
                    fence?.lines.append(line)
                }
            } else if line.hasPrefix("```") {
                let mark = String(line.prefix { $0 == "`" })
                fence = (mark, String(line.dropFirst(mark.count)), [])
            } else if line.hasPrefix("## ") {
                cases.append(Case(title: "\(rule): \(line.dropFirst(3))"))
            } else if line.hasPrefix("Today: "), !cases.isEmpty {
                cases[cases.count - 1].today = String(line.dropFirst(7))
            } else if line.hasPrefix("Retracted: "), !cases.isEmpty {
                cases[cases.count - 1].retracted.insert(String(line.dropFirst(11)))
            }
        }
    }

    private mutating func close(_ name: String, _ lines: [String]) {
        guard !cases.isEmpty else { return }
        if name == "diagnostics" {
            cases[cases.count - 1].expected = lines.joined(separator: "\n")
        } else {
            cases[cases.count - 1].files[name] = lines.map { $0 + "\n" }.joined()
        }
    }

    /// The file's text with other expected diagnostics, one text for each case.
    func text(expecting outputs: [String]) -> String {
        var lines: [String] = []
        var index = -1
        var skips = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if skips, line == "```" { skips = false }
            if skips { continue }
            lines.append(line)
            if line == "```diagnostics" {
                skips = true
                index += 1
                if !outputs[index].isEmpty { lines.append(outputs[index]) }
            }
        }
        return lines.joined(separator: "\n")
    }
}

extension CaseFile.Case {
    /// The newsroom of the case, on top of the base.
    func load(base: [String: String]) -> LoadedNewsroom {
        var merged = base.merging(files) { $1 }.filter { !$0.value.isEmpty }
        let log = merged.removeValue(forKey: CapturePlace.watchLog).map { WatchLog(Array($0.utf8)) }
        var loaded = LoadedNewsroom(decoding: merged.map { SourceFile(path: $0.key, text: $0.value) })
        if let log, let newsroom = loaded.newsroom {
            let seen = newsroom.captures.seen(log.states)
            loaded = loaded.replacing(newsroom.replacing(captures: seen), adding: [], [:])
        }
        guard !retracted.isEmpty, let newsroom = loaded.newsroom else { return loaded }
        let takenBack = newsroom.verdicts.filter { retracted.contains($0.id) }.map { verdict in
            let publication = VerdictPublication(
                published: nil,
                updated: nil,
                reviewers: verdict.written.reviewers,
                replies: verdict.written.replies,
                isRetracted: true
            )
            return (verdict.id, publication)
        }
        let shown = newsroom.replacing(publications: Dictionary(uniqueKeysWithValues: takenBack))
        return loaded.replacing(shown, adding: [], [:])
    }

    /// A rule's diagnostics for the case, and those of the files themselves.
    func output(rule: String?, base: [String: String]) async throws -> String {
        let loaded = load(base: base)
        let day = try #require(CalendarDate(today))
        let all = await Checks.run(loaded, today: day)
        return all.filter { rule == nil || $0.rule.name == rule || loaded.diagnostics.contains($0) }
            .map(\.inFull).joined(separator: "\n")
    }
}

extension Diagnostic {
    /// All parts of a diagnostic, one to a line.
    fileprivate var inFull: String {
        func place(_ span: SourceSpan?) -> String { span.map { "\($0.file):\($0.line):\($0.column)" } ?? "-" }
        return
            (["\(severity.rawValue)[\(rule)] \(place(span)): \(message)"]
            + labels.map { "  \(place($0.span)): \($0.text)" } + notes.map { "  note: \($0)" }
            + (help.map { ["  help: \($0)"] } ?? [])).joined(separator: "\n")
    }
}
