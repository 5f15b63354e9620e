import Newsroom
import Testing

@testable import Editorial

/// The names of reviewers that readers see.
@Suite("A reviewer's name")
struct ReviewerNameTests {
    private func findings(_ folder: DeskFolder) async throws -> [String] {
        try await folder.desk().findings(try await folder.newsroom()).map { "\($0.severity) \($0.rule)" }
    }

    @Test("the journal has the one that the sign-off was given under; another one in the profile is named")
    func anotherName() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        let lines = try await folder.claim().journal.lines
        #expect(lines.map(\.name) == [nil, "Bo", nil])
        #expect(try await findings(folder).isEmpty)

        try folder.replace("name: Bo", with: "name: Somebody Else", in: "content/profiles/bo.md")
        #expect(try await findings(folder) == ["warning renamed-reviewer"])
        let finding = try #require(try await folder.desk().findings(try await folder.newsroom()).first)
        #expect(finding.message.contains("as Bo") && finding.message.contains("Somebody Else"))
        #expect(finding.span?.file == "content/profiles/bo.md" && finding.span?.line == 2)
        #expect(try await folder.verify().isSound)
    }

    @Test("whoever has a new name signs off again under it, and nothing is corrected")
    func newName() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        try folder.replace("name: Bo", with: "name: Bo Berg", in: "content/profiles/bo.md")
        try await folder.act(.reopen(reason: "Bo has a new name."), by: "ana")
        try await folder.publish()
        #expect(try await findings(folder).isEmpty)
        #expect(try await folder.claim().journal.lines.compactMap(\.name) == ["Bo", "Bo Berg"])
    }

    @Test("a line of an earlier Assay has none, and a line is read as it was written")
    func canonicalWriting() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        for line in try await folder.claim().journal.lines {
            #expect(try JournalLine(parsing: line.bytes.dropLast()) == line)
            #expect(try JournalLine(judging: Array(line.bytes.dropLast())) == line)
        }
    }
}
