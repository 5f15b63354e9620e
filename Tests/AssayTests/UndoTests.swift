import Foundation
import TestSupport
import Testing

/// A mistaken line, in a git repository.
@Suite(
    "Taking a line back",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen"))
)
struct UndoTests {
    private func commit(_ desk: CommandDesk) throws {
        try desk.git("add", "-A")
        try desk.git("commit", "-q", "-m", "x")
    }

    @Test("the last line goes with the text that it alone named, until nothing is left")
    func everything() throws {
        let desk = try CommandDesk()
        try desk.done("submit", desk.claim)
        let submitted = desk.text(desk.journal)
        try desk.done("comment", desk.claim, "Hm.")
        #expect(try desk.done("undo", desk.claim).contains("took back commented of 2026-11-1"))
        #expect(desk.text(desk.journal) == submitted)
        #expect(try desk.done("undo", desk.claim).contains("now draft"))
        #expect(desk.text(desk.journal) == nil)
        #expect(desk.folder.contents.filter { $0.hasPrefix("room/content/versions/") } == [])
        #expect(try desk.refused("undo", desk.claim).contains("has no line"))
        try desk.done("verify")
    }

    @Test("a text that an earlier line names stays")
    func namedTwice() throws {
        let desk = try CommandDesk()
        try desk.done("submit", desk.claim)
        try desk.done("review", desk.claim, "--as", "example-reviewer", "--request-changes", "Who?")
        #expect(
            try desk.refused("undo", desk.claim).contains(
                "is `example-reviewer`'s and not `example-writer`'s"
            )
        )
        try desk.done("undo", desk.claim, "--as", "example-reviewer")
        try desk.done("verify")
    }

    @Test("a line that any commit has stays, and the command says what to write instead")
    func committed() throws {
        let desk = try CommandDesk()
        try commit(desk)
        try desk.done("submit", desk.claim)
        // A staged line has reached nobody else.
        try desk.git("add", "-A")
        try desk.done("undo", desk.claim)
        try desk.done("submit", desk.claim)
        try commit(desk)
        let refusal = try desk.refused("undo", desk.claim)
        #expect(refusal.contains("is committed") && refusal.contains("assay submit \(desk.claim)"))
        // A line on another branch or in a stash counts as committed.
        try desk.git("branch", "keep")
        try desk.git("reset", "-q", "--soft", "HEAD~1")
        #expect(try desk.refused("undo", desk.claim).contains("is committed"))
        try desk.git("branch", "-D", "keep")
        try desk.done("undo", desk.claim)
        try desk.done("comment", desk.claim, "Hm.")
        try desk.git("add", "-A")
        try desk.git("stash", "-q")
        try desk.git("stash", "apply", "-q")
        #expect(try desk.refused("undo", desk.claim).contains("is committed"))
    }

    @Test("a line that the built site shows stays")
    func published() throws {
        let desk = try CommandDesk()
        try desk.done("submit", desk.claim)
        try desk.done("review", desk.claim, "--as", "example-reviewer", "--approve", "mostly-true")
        try desk.done("publish", desk.claim)
        try desk.done("build", "-q")
        let refusal = try desk.refused("undo", desk.claim)
        #expect(refusal.contains("readers may have it") && refusal.contains("assay retract"))
        // The line after it can be taken back.
        try desk.done("retract", desk.claim, "--reason", "A slip.")
        #expect(try desk.done("undo", desk.claim).contains("now published"))
    }

    @Test("a broken journal is mended first")
    func broken() throws {
        let desk = try CommandDesk()
        try desk.done("comment", desk.claim, "Hm.")
        try desk.write(desk.journal, String((desk.text(desk.journal) ?? "").dropLast()))
        #expect(try desk.refused("undo", desk.claim).contains("journal rebase"))
    }
}
