import Diagnostics
import Editorial
import Foundation
import Newsroom
import Testing

@testable import Assay

/// Nothing that was published vanishes in silence.
@Suite("What was published before")
struct PublishedBeforeTests {
    private static let journal = "content/journal/it-is.jsonl"

    private func rules(_ folder: JournaledFolder) async throws -> [String] {
        try await folder.check().map(\.rule.name)
    }

    private func expectOnlyMissingJournal(_ folder: JournaledFolder) async throws {
        let found = try await rules(folder)
        #expect(found == ["missing-journal"])
    }

    @Test("a journal that is deleted is missed, with the last site or without it")
    func deleted() async throws {
        let folder = try JournaledFolder()
        try await folder.publish()
        #expect(try await rules(folder) == [])
        _ = try await folder.build()
        try folder.room.remove(Self.journal)
        try await expectOnlyMissingJournal(folder)
        #expect(try await folder.build().site == nil)
        try folder.room.remove("_site")
        try await expectOnlyMissingJournal(folder)
    }

    @Test("a journal that is deleted with its texts is missed by the last site")
    func deletedWithTexts() async throws {
        let folder = try JournaledFolder()
        try await folder.publish()
        _ = try await folder.build()
        try folder.room.remove(Self.journal)
        try folder.room.remove("content/versions")
        try await expectOnlyMissingJournal(folder)
        try folder.room.remove(JournaledFolder.claim)
        try folder.room.remove(JournaledFolder.verdict)
        #expect(try await rules(folder).contains("missing-journal"))
    }

    @Test("a retraction that is cut off its journal is missed by the last site")
    func cutOff() async throws {
        let folder = try JournaledFolder()
        try await folder.publish()
        try await folder.act(.retract(reason: "The report was forged."), by: "desk")
        #expect(try await folder.build().site != nil)
        let lines = try #require(folder.room.text(Self.journal)).split(separator: "\n")
        try folder.room.write(Self.journal, lines.dropLast().joined(separator: "\n") + "\n")
        try await expectOnlyMissingJournal(folder)
        #expect(try await folder.build().site == nil)
        // A longer journal is fine, since it has lost nothing.
        try folder.room.write(Self.journal, lines.joined(separator: "\n") + "\n")
        try await folder.act(.reopen(reason: "A new report."), by: "desk")
        #expect(try await rules(folder) == [])
    }

    @Test("a claim that was renamed with its journal is told to keep its id", arguments: [false, true])
    func renamed(inItsLinesToo: Bool) async throws {
        let folder = try JournaledFolder()
        try await folder.publish()
        _ = try await folder.build()
        let lines = try #require(folder.room.text(Self.journal))
        let claim = try #require(folder.room.text(JournaledFolder.claim))
        try folder.room.write("content/claims/it-was.md", claim)
        try folder.room.write(
            "content/journal/it-was.jsonl",
            inItsLinesToo ? lines.replacing("\"it-is\"", with: "\"it-was\"") : lines
        )
        try folder.room.remove(Self.journal)
        try folder.room.remove(JournaledFolder.claim)
        try folder.room.replace("claim: it-is", with: "claim: it-was", in: JournaledFolder.verdict)
        let found = try await folder.check()
        let missing = try #require(found.first { $0.rule.name == "missing-journal" })
        #expect(missing.span?.file == Self.journal)
        #expect(missing.message.contains("that of `it-was` is the same under another id"))
        #expect(missing.help?.contains("the id `it-is` back") == true)
        let broken = try #require(found.first { $0.rule.name == "broken-journal" })
        #expect(broken.span?.file == "content/journal/it-was.jsonl")
        #expect((broken.help?.contains("give the claim's files the name") == true) == !inItsLinesToo)
    }

    @Test("a pipe in the place of a journal is what is wrong, and no journal is gone")
    func pipe() async throws {
        let folder = try JournaledFolder()
        try await folder.publish()
        _ = try await folder.build()
        try folder.room.remove(Self.journal)
        try #require(mkfifo(folder.room.path + "/" + Self.journal, 0o600) == 0)
        let found = try await folder.check().filter { $0.span?.file == Self.journal }
        #expect(found.map(\.rule.name) == ["unreadable-file"])
        #expect(found.first?.message == "the file cannot be read: it is not a regular file")
        #expect(found.first?.help?.hasPrefix("only regular files are read") == true)
    }

    @Test("a journal whose lines are others is missed, too")
    func others() async throws {
        let folder = try JournaledFolder()
        try await folder.publish()
        _ = try await folder.build()
        try folder.room.remove(Self.journal)
        try await folder.act(.comment(note: "One."), by: "desk")
        try await folder.publish()
        try await expectOnlyMissingJournal(folder)
        // As many lines as before, and the last one is another.
        let lines = try #require(folder.room.text(Self.journal)).split(separator: "\n")
        try folder.room.write(Self.journal, lines.dropLast().joined(separator: "\n") + "\n")
        let messages = try await folder.check().map(\.message)
        #expect(messages.contains { $0.contains("has other lines than the \(lines.count - 1) that readers") })
    }
}
