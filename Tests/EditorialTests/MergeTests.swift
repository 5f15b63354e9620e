import Diagnostics
import Foundation
import Newsroom
import Testing

@testable import Editorial

@Suite("Two people's branches", .enabled(if: Tool.hasGit, "git is not installed"))
struct MergeTests {
    private func git(_ arguments: String..., in folder: DeskFolder) throws -> Int32 {
        let identity = [
            "-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main",
        ]
        return try Tool.run("git", identity + arguments, in: folder.path).status
    }

    private func commit(_ folder: DeskFolder) throws {
        #expect(try git("add", "-A", in: folder) == 0)
        #expect(try git("commit", "-qm", "x", in: folder) == 0)
    }

    /// A merged journal in which two branches wrote behind one line.
    /// - Returns: the exit status of git's merge.
    private func fork(attributes: String?, key: SigningKey?, _ folder: DeskFolder) async throws -> Int32 {
        if let attributes { try folder.write(".gitattributes", attributes) }
        try folder.write(".gitignore", ".keys-*\n")
        #expect(try git("init", "-q", in: folder) == 0)
        try await folder.act(.submit(note: nil), by: "ana")
        try commit(folder)
        #expect(try git("checkout", "-qb", "theirs", in: folder) == 0)
        try await folder.act(.comment(note: "Theirs, one."), by: "cy")
        try await folder.act(.approve(ruling: "true", note: nil), by: "cy", key: key)
        try commit(folder)
        #expect(try git("checkout", "-q", "main", in: folder) == 0)
        try await folder.act(.comment(note: "Ours, one."), by: "bo")
        try await folder.act(.comment(note: "Ours, two."), by: "bo")
        try commit(folder)
        return try git("merge", "-q", "theirs", "-m", "merge", in: folder)
    }

    @Test(
        "both branches' lines are there after a rebase, in a chain that holds",
        arguments: [nil, "content/journal/*.jsonl -text merge=union\n"]
    )
    func rebase(_ attributes: String?) async throws {
        let folder = try DeskFolder()
        let key = Tool.hasSSH ? try folder.key(of: "cy") : nil
        #expect(try await fork(attributes: attributes, key: key, folder) == (attributes == nil ? 1 : 0))
        let forked = try await folder.claim().journal
        #expect(forked.diagnostics.map(\.rule.name) == ["forked-journal"])
        #expect(forked.diagnostics[0].help?.contains("assay journal rebase it-is") == true)
        await #expect { try await folder.act(.comment(note: "x"), by: "bo") } throws: {
            "\($0)".contains("two branches")
        }

        let mended = try JournalRebase(
            "it-is",
            SourceFile(path: folder.journalPath, text: try folder.text(folder.journalPath))
        )
        #expect(mended.lineCount == 5 && mended.movedCount == 2)
        try folder.write(folder.journalPath, String(decoding: mended.bytes, as: UTF8.self))
        let claim = try await folder.claim()
        #expect(claim.journal.isSound)
        #expect(claim.journal.lines.compactMap(\.event.note) == ["Ours, one.", "Ours, two.", "Theirs, one."])
        #expect(claim.state == .approved)
        #expect(try await folder.verify().diagnostics == [])
        #expect(try await folder.verify().signatureCount == (key == nil ? 0 : 1))

        // A mended journal needs no mending, and accepts further lines.
        let again = try JournalRebase("it-is", claim.journal.file)
        #expect(again.bytes == mended.bytes && again.movedCount == 0)
        try await folder.act(.publish, by: "ana")
        #expect(try await folder.verify().diagnostics == [])
    }

    @Test("an event that is not possible after the merge has no effect, and stays")
    func lateEvent() throws {
        let digest = JournalTests.digest
        let trunk = JournalTests.lines([
            .submitted(digest, note: nil), .signedOff(digest, ruling: "true", note: nil),
        ])
        let head = trunk.last?.digest
        let ours = JournalTests.lines([.published(digest, ruling: "true")], after: head)
        let theirs = JournalTests.lines([.changesRequested(digest, note: "Wait.")], after: head, by: "cy")
        let bytes = (trunk + ours + theirs).flatMap(\.bytes)
        let mended = try JournalRebase("it-is", JournalTests.journal(bytes).file)
        let journal = JournalTests.journal(mended.bytes)
        #expect(journal.isSound && journal.lines.count == 4)
        let history = ClaimHistory(journal.lines)
        #expect(history.refusals.keys.sorted() == [3])
        #expect(history.standing.publication?.digest == digest)
        let newsroom = try SmallDesk.newsroom(SmallDesk.files())
        #expect(Desk(newsroom, journals: [journal]).diagnostics == [])
    }

    @Test("every way to lay two branches' lines into one file is mended into the same events")
    func interleaved() throws {
        let trunk = JournalTests.lines([.commented(note: "0")])
        let ours = JournalTests.lines([.commented(note: "a"), .commented(note: "b")], after: trunk[0].digest)
        let theirs = JournalTests.lines(
            [.commented(note: "c"), .commented(note: "d")],
            after: trunk[0].digest,
            by: "cy"
        )
        for mask in 0..<16 where (mask as Int).nonzeroBitCount == 2 {
            var (left, right) = (ours[...], theirs[...])
            let mixed = (0..<4).map { mask >> $0 & 1 == 1 ? left.removeFirst() : right.removeFirst() }
            let mended = try JournalRebase(
                "it-is",
                JournalTests.journal((trunk + mixed).flatMap(\.bytes)).file
            )
            let journal = JournalTests.journal(mended.bytes)
            #expect(journal.isSound)
            let notes = journal.lines.compactMap(\.event.note)
            #expect(notes == (mask & 1 == 1 ? ["0", "a", "b", "c", "d"] : ["0", "c", "d", "a", "b"]))
        }
    }

    @Test("a line that was changed is not mended, and a half-written one is taken away")
    func notMended() throws {
        let lines = JournalTests.lines([.commented(note: "a"), .commented(note: "b"), .commented(note: "c")])
        let text = String(decoding: lines.flatMap(\.bytes), as: UTF8.self)
        #expect(throws: JournalRebase.Problem.self) {
            try JournalRebase("it-is", SourceFile(path: "x", text: text.replacing("\"a\"", with: "\"x\"")))
        }
        let cut = try JournalRebase("it-is", SourceFile(path: "x", text: String(text.dropLast(5))))
        #expect(cut.droppedUnfinishedLine && cut.bytes == Array(lines[..<2].flatMap(\.bytes)))
    }
}
