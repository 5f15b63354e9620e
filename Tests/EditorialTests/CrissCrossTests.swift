import Diagnostics
import Files
import Foundation
import Newsroom
import Testing

@testable import Editorial

/// Two people whose branches are merged again and again in both directions, by git itself.
@Suite("Merges criss-cross", .enabled(if: Tool.hasGit, "git is not installed"))
struct CrissCrossTests {
    /// A repository with the branches of two people.
    private final class Repository {
        let folder: DeskFolder
        init() throws {
            folder = try DeskFolder()
            try folder.write(".gitattributes", "content/journal/*.jsonl -text merge=union\n")
            try git("init", "-q")
        }

        func git(_ arguments: String...) throws {
            let identity = [
                "-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main",
            ]
            let outcome = try Tool.run("git", identity + arguments, in: folder.path)
            try #require(outcome.status == 0, "\(arguments): \(outcome.output)")
        }

        func commit() throws {
            try git("add", "-A")
            try git("commit", "-q", "--allow-empty", "-m", "x")
        }

        /// Appends a remark on a branch.
        func say(_ note: String, on branch: String, by author: String = "bo") async throws {
            try git("checkout", "-q", branch)
            try await folder.act(.comment(note: note), by: author)
            try commit()
        }

        /// Merges a branch into another and mends the journal.
        func merge(_ other: String, into branch: String) async throws {
            try git("checkout", "-q", branch)
            try git("merge", "-q", other, "-m", "merge")
            _ = try await JournalMending("it-is", in: folder.tree).mend()
            try commit()
        }

        func notes(on branch: String) async throws -> [String] {
            try git("checkout", "-q", branch)
            let claim = try await folder.claim()
            #expect(claim.journal.diagnostics == [] && claim.journal.timeFindings == [])
            return claim.journal.lines.compactMap(\.event.note)
        }
    }

    @Test("after merges in both directions each event is there once, and both branches come to one journal")
    func both() async throws {
        let room = try Repository()
        try await room.folder.act(.comment(note: "0"), by: "ana")
        try room.commit()
        try room.git("branch", "theirs")
        try await room.say("a1", on: "main")
        try await room.say("b1", on: "theirs", by: "cy")
        try room.git("branch", "main-before", "main")
        try await room.merge("theirs", into: "main")
        #expect(try await room.notes(on: "main") == ["0", "a1", "b1"])
        try await room.merge("main-before", into: "theirs")
        #expect(try await room.notes(on: "theirs") == ["0", "b1", "a1"])

        // Both write on, each behind their own order of lines.
        try await room.say("a2", on: "main")
        try await room.say("b2", on: "theirs", by: "cy")
        try room.git("branch", "-f", "main-before", "main")
        try await room.merge("theirs", into: "main")
        #expect(try await room.notes(on: "main") == ["0", "a1", "b1", "a2", "b2"])
        try await room.merge("main-before", into: "theirs")
        #expect(Set(try await room.notes(on: "theirs")) == ["0", "a1", "b1", "a2", "b2"])

        // The same again, with longer branches.
        for number in 3...5 {
            try await room.say("a\(number)", on: "main")
            try await room.say("b\(number)", on: "theirs", by: "cy")
        }
        try room.git("branch", "-f", "main-before", "main")
        try await room.merge("theirs", into: "main")
        try await room.merge("main-before", into: "theirs")
        let all = ["0"] + (1...5).flatMap { ["a\($0)", "b\($0)"] }
        for branch in ["main", "theirs"] {
            let notes = try await room.notes(on: branch)
            #expect(notes.sorted() == all.sorted(), "\(branch): \(notes)")
        }
        // Merging the other's merge gives the other's journal.
        try await room.merge("main", into: "theirs")
        #expect(try await room.notes(on: "theirs").count == all.count)
    }

    @Test("lines that the upstream branch has keep their places, and one's own follow")
    func upstream() async throws {
        let room = try Repository()
        try await room.folder.act(.comment(note: "0"), by: "ana")
        try room.commit()
        try room.git("branch", "shared")
        try await room.say("mine", on: "main")
        try await room.say("shared 1", on: "shared", by: "cy")
        try await room.say("shared 2", on: "shared", by: "cy")
        let before = try room.folder.text(room.folder.journalPath)
        try room.git("branch", "-q", "--set-upstream-to=shared", "main")
        try await room.merge("shared", into: "main")
        #expect(try await room.notes(on: "main") == ["0", "shared 1", "shared 2", "mine"])
        #expect(try room.folder.text(room.folder.journalPath).hasPrefix(before))
        #expect(try await JournalMending("it-is", in: room.folder.tree).mend().contains("nothing to mend"))
    }

    @Test("copies of lines that merges left are taken away, and said so")
    func copies() throws {
        let trunk = JournalTests.lines([.commented(note: "0")])
        let ours = JournalTests.lines([.commented(note: "a")], after: trunk[0].digest)
        let theirs = JournalTests.lines([.commented(note: "b")], after: trunk[0].digest, by: "cy")
        let left = [trunk[0], ours[0], theirs[0].moved(after: ours[0].digest)]
        let right = [trunk[0], theirs[0], ours[0].moved(after: theirs[0].digest)]
        let mended = try JournalRebase("it-is", JournalTests.journal((left + right).flatMap(\.bytes)).file)
        #expect(mended.lineCount == 3 && mended.copyCount == 3)
        #expect(JournalTests.journal(mended.bytes).lines == left)
    }

    @Test("a last line that lacks its line feed alone stays, and gets it back")
    func lineFeed() throws {
        let lines = JournalTests.lines([.commented(note: "a"), .commented(note: "b")])
        let whole = lines.flatMap(\.bytes)
        let cut = JournalTests.journal(Array(whole.dropLast()))
        #expect(cut.diagnostics.map(\.rule.name) == ["half-written-line"])
        #expect(cut.diagnostics[0].message.contains("whole, but for the line feed"))
        let mended = try JournalRebase("it-is", cut.file)
        #expect(mended.bytes == whole && mended.restoredLineFeed && !mended.droppedUnfinishedLine)
        let shorter = try JournalRebase("it-is", JournalTests.journal(Array(whole.dropLast(2))).file)
        #expect(shorter.bytes == lines[0].bytes && shorter.droppedUnfinishedLine && !shorter.restoredLineFeed)
        // A missing line feed after the only line is restored too.
        #expect(
            try JournalRebase("it-is", JournalTests.journal(Array(lines[0].bytes.dropLast())).file).bytes
                == lines[0].bytes
        )
    }

    @Test("line ends that became those of Windows are put right")
    func carriageReturns() throws {
        let lines = JournalTests.lines([.commented(note: "a"), .commented(note: "b")])
        let text = String(decoding: lines.flatMap(\.bytes), as: UTF8.self)
        let foreign = JournalTests.journal(Array(text.replacing("\n", with: "\r\n").utf8))
        #expect(foreign.diagnostics[0].message.contains("a carriage return"))
        let mended = try JournalRebase("it-is", foreign.file)
        #expect(mended.bytes == Array(text.utf8) && mended.restoredLineEnds)
    }
}
