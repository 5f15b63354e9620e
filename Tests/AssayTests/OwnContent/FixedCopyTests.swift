import Foundation
import TestSupport
import Testing

/// Fixes on broken copies of the repository's own newsroom.
struct FixedCopyTests {
    @Test(
        "After all safe fixes no finding has one, and a second run changes nothing",
        arguments: BrokenCopy.all
    )
    func safe(_ broken: BrokenCopy) throws {
        try fix(broken, ["--fix"], leaving: ["safe"])
    }

    @Test("After all fixes that need no words of a person, the same holds", arguments: BrokenCopy.all)
    func all(_ broken: BrokenCopy) throws {
        try fix(broken, ["--fix", "--unsafe"], leaving: ["safe", "unsafe"])
    }

    private func fix(_ broken: BrokenCopy, _ options: [String], leaving absent: Set<String>) throws {
        let copy = try NewsroomCopy()
        try copy.change(
            BrokenCopy.Change(file: "content/site.yaml", old: "mode: newsroom", new: "mode: simple")
        )
        for change in broken.changes { try copy.change(change) }
        let first = try copy.check(options)
        #expect(!first.errors.contains("nothing was fixed"), "\(first.errors)")
        #expect(try copy.fixes().filter { absent.contains($0) } == [])
        // A second run would change nothing; and showing that writes nothing.
        let after = try copy.texts()
        #expect(try copy.check(["--diff"] + options.dropFirst()).output == "")
        #expect(try copy.texts() == after)
    }

    @Test("What was signed is not changed without being asked for")
    func signed() throws {
        let copy = try NewsroomCopy()
        let path = "content/sources/telegraph-uk-must-prepare.md"
        // A field that nobody reads is no part of what was signed, and its right name would be.
        try copy.change(
            BrokenCopy.Change(
                file: path,
                old: "publisher:",
                new: "also-att: https://example.com/\npublisher:"
            )
        )
        let before = try #require(copy.texts()[path])
        #expect(try copy.fixes() == ["unsafe"])
        let outcome = try copy.check(["--fix"])
        #expect(try copy.texts()[path] == before)
        #expect(outcome.errors.contains("`assay check --fix --unsafe` mends 1 of them"))
        _ = try copy.check(["--fix", "--unsafe"])
        #expect(try copy.texts()[path] == before.replacing("also-att:", with: "also-at:"))
    }
}

extension NewsroomCopy {
    /// Runs `assay check` on the copy.
    func check(_ options: [String]) throws -> CommandLineTool.Outcome {
        try CommandLineTool.run(["check", "--today", "2026-12-01", "-C", path] + options)
    }

    /// The safety of each fix of the findings.
    func fixes() throws -> [String] {
        struct Finding: Decodable {
            struct Fix: Decodable { let safety: String }
            let fixes: [Fix]
        }
        let output = try check(["--format", "json"]).output
        return try JSONDecoder().decode([Finding].self, from: Data(output.utf8)).flatMap {
            $0.fixes.map(\.safety)
        }
    }
}
