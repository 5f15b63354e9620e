import Foundation
import TestSupport
import Testing

private let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

/// What git does with journals, whose merge driver is the command itself.
@Suite("Git merges journals by itself", .enabled(if: hasGit, "git is not installed"))
struct JournalDriverTests {
    /// A desk whose clones know the driver, with one remark that all of them have.
    private func desk() throws -> SharedDesk {
        let desk = try SharedDesk()
        try desk.done(.writer, "comment", desk.claim, "0", "--commit")
        for person in SharedDesk.Person.allCases { try desk.done(person, "share") }
        return desk
    }

    private func say(_ note: String, _ desk: SharedDesk, by person: SharedDesk.Person) throws {
        try desk.done(person, "comment", desk.claim, note, "--commit")
    }

    @Test("a rebase puts one's own lines behind those that others have")
    func rebase() throws {
        let desk = try desk()
        for note in ["mine 1", "mine 2"] { try say(note, desk, by: .reviewer) }
        for note in ["theirs 1", "theirs 2"] { try say(note, desk, by: .writer) }
        try desk.done(.writer, "share")
        let shared = desk.text(desk.journal, of: .writer)
        try desk.git("pull", "-q", "--rebase", by: .reviewer)
        #expect(try desk.events(of: .reviewer) == ["0", "theirs 1", "theirs 2", "mine 1", "mine 2"])
        #expect(desk.text(desk.journal, of: .reviewer).hasPrefix(shared))
        try desk.done(.reviewer, "share")
        try desk.done(.writer, "share")
        #expect(desk.text(desk.journal, of: .writer) == desk.text(desk.journal, of: .reviewer))
    }

    @Test("a line that is picked out of another branch is there once, also when the branch is merged later")
    func cherryPick() throws {
        let desk = try desk()
        try desk.git("switch", "-qc", "branch", by: .writer)
        try say("branch 1", desk, by: .writer)
        try say("branch 2", desk, by: .writer)
        try desk.git("switch", "-q", "main", by: .writer)
        try say("main", desk, by: .writer)
        try desk.git("cherry-pick", "branch~1", by: .writer)
        #expect(try desk.events(of: .writer) == ["0", "main", "branch 1"])
        try desk.git("merge", "-q", "--no-edit", "branch", by: .writer)
        let all = ["0", "branch 1", "branch 2", "main"]
        #expect(try desk.events(of: .writer).sorted() == all)
    }

    @Test("a commit that git takes back takes no line out of a journal")
    func revert() throws {
        let desk = try desk()
        try say("said", desk, by: .writer)
        try say("after", desk, by: .writer)
        // Git finds nothing to commit, because the journal is as it was.
        try desk.shell("git revert --no-edit HEAD~1 || true", by: .writer)
        #expect(try desk.events(of: .writer) == ["0", "said", "after"])
    }

    @Test("merges criss-cross come to one journal, with each event once")
    func crissCross() throws {
        let desk = try desk()
        for number in 1...3 {
            try say("a\(number)", desk, by: .writer)
            try say("b\(number)", desk, by: .reviewer)
            // Each takes in the other's branch as it was before either merged.
            try desk.shell("git branch -f before", by: .writer)
            try desk.shell("git branch -f before", by: .reviewer)
            try desk.shell("git pull -q --no-rebase --no-edit ../reviewer before", by: .writer)
            try desk.shell("git pull -q --no-rebase --no-edit ../writer before", by: .reviewer)
            #expect(desk.text(desk.journal, of: .writer) == desk.text(desk.journal, of: .reviewer))
        }
        #expect(try desk.events(of: .writer).sorted() == ["0", "a1", "a2", "a3", "b1", "b2", "b3"])
        // The third has the branches one after the other, and in another order.
        try say("c1", desk, by: .second)
        for other in ["reviewer", "writer"] {
            try desk.shell("git pull -q --no-rebase --no-edit ../\(other) main", by: .second)
        }
        #expect(try desk.events(of: .second).count == 8)
        for person in [SharedDesk.Person.second, .writer, .reviewer, .second] {
            try desk.done(person, "share")
        }
        #expect(try desk.events(of: .reviewer).count == 8)
    }

    @Test("a clone that does not know the driver gets git's conflict, which `journal rebase` mends")
    func unknown() throws {
        let desk = try desk()
        try desk.git("config", "--remove-section", "merge.assay-journal", by: .reviewer)
        try say("mine", desk, by: .reviewer)
        try say("theirs", desk, by: .writer)
        try desk.done(.writer, "share")
        try desk.shell("git pull -q --no-rebase --no-edit && exit 1 || exit 0", by: .reviewer)
        #expect(desk.text(desk.journal, of: .reviewer).contains("<<<<<<<"))
        try desk.done(.reviewer, "journal", "rebase", desk.claim)
        try desk.shell("git add content && git commit -q --no-edit", by: .reviewer)
        #expect(try desk.events(of: .reviewer) == ["0", "theirs", "mine"])
    }

    @Test("versions that do not go together are a conflict with both in it")
    func conflict() throws {
        let desk = try desk()
        let broken = desk.text(desk.journal, of: .writer).replacing("\"note\":\"0\"", with: "\"note\":\"1\"")
        try desk.folder.write("writer/a", broken + "x\n")
        try desk.folder.write("writer/b", desk.text(desk.journal, of: .writer))
        let words = try desk.refused(.writer, "journal", "merge", "b", "a", "b", desk.journal)
        #expect(words.contains("the two versions do not go together"))
        #expect(desk.text("a", of: .writer).hasPrefix("<<<<<<< ours\n"))
    }
}
