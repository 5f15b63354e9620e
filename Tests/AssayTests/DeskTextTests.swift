import Foundation
import TestSupport
import Testing

/// Texts and files that must not bring the desk's commands to a standstill.
@Suite(
    "What the desk is given",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen"))
)
struct DeskTextTests {
    @Test("a reason with nothing in it is a mistake of usage; nothing is written, and nothing is stuck")
    func blank() throws {
        let desk = try CommandDesk()
        try desk.done("submit", desk.claim)
        let before = desk.text(desk.journal)
        let commands = [
            ["comment", desk.claim], ["review", desk.claim, "--as", "example-reviewer", "--request-changes"],
            ["retract", desk.claim, "--reason"], ["reopen", desk.claim, "--reason"],
            ["correct", desk.claim, "--kind", "minor", "--note"],
        ]
        for command in commands {
            for blank in ["", "  ", "\n", "\u{200B}"] {
                let outcome = try desk.call(command + [blank])
                #expect(outcome.status == 64, "\(command): \(outcome.errors)")
                #expect(
                    outcome.errors.contains("is blank") && outcome.errors.contains("Usage:"),
                    "\(outcome.errors)"
                )
            }
            #expect(try desk.call(command + ["a\u{1B}[31m"]).errors.contains("U+001B"))
        }
        #expect(desk.text(desk.journal) == before)
        // A blank optional note is left out.
        try desk.done("assign", desk.claim, "example-writer", "--note", "")
        try desk.done("reply", "asked", desk.claim, "examplewick-lamp-office", "--note", " ")
        try desk.done(
            "review",
            desk.claim,
            "--as",
            "example-reviewer",
            "--approve",
            "mostly-true",
            "--note",
            ""
        )
        #expect(desk.text(desk.journal)?.contains("\"note\"") == false)
        try desk.done("check", "-q")
    }

    @Test("bytes that are not UTF-8 are not made into other characters")
    func foreignBytes() throws {
        let desk = try CommandDesk()
        let outcome = try desk.shell("\"$ASSAY\" comment \(desk.claim) \"$(printf 'caf\\351')\"")
        #expect(
            outcome.status == 64 && outcome.errors.contains("argument 3 is not UTF-8"),
            "\(outcome.errors)"
        )
        #expect(desk.text(desk.journal) == nil)
    }

    @Test(
        "a journal that is a pipe, a folder or a link is refused, and keeps nobody waiting",
        arguments: ["pipe", "folder", "link"]
    )
    func strangers(_ kind: String) throws {
        let desk = try CommandDesk()
        try desk.write("content/journal/other.txt", "")
        let make = ["pipe": "mkfifo", "folder": "mkdir", "link": "ln -s ../../../writer.pub"][kind] ?? ""
        try #require(desk.shell("\(make) \(desk.journal)").status == 0)
        for command in ["comment \(desk.claim) x", "submit \(desk.claim)", "journal rebase \(desk.claim)"] {
            let outcome = try desk.shell("timeout 60 \"$ASSAY\" \(command)")
            #expect(outcome.status == 1, "\(kind): \(command): \(outcome.errors)")
        }
        for command in ["check", "status", "verify"] where kind != "folder" {
            #expect(try desk.shell("timeout 60 \"$ASSAY\" \(command)").status == 1, "\(kind): \(command)")
        }
        #expect(try desk.call(["status"]).output.contains("published") == false)
    }

    @Test("a report that cannot be written is a failure")
    func fullDevice() throws {
        let desk = try CommandDesk()
        for command in ["status", "log \(desk.claim)", "comment \(desk.claim) Hm.", "check --format json"] {
            let outcome = try desk.shell("\"$ASSAY\" \(command) >/dev/full")
            #expect(outcome.status == 1, "\(command)")
            #expect(
                outcome.errors.contains("the report could not be written: No space left"),
                "\(outcome.errors)"
            )
        }
        // An event that was recorded in spite of the failure is there.
        #expect(desk.text(desk.journal)?.contains("Hm.") == true)
    }

    @Test("where verdicts are published by their day, log, status and review say so")
    func simpleMode() throws {
        let desk = try CommandDesk(policy: nil)
        #expect(try desk.done("status").contains("1 published"))
        #expect(try desk.done("log", desk.claim).contains("now published"))
        #expect(try desk.done("comment", desk.claim, "Hm.").contains("now published"))
        #expect(try desk.done("log", desk.claim).contains("now published"))
        #expect(try desk.done("review", desk.claim, "--as", "example-reviewer").contains("(published)"))
        #expect(try desk.done("undo", desk.claim).contains("now published"))
        try desk.replace("published: 2024-10-16\n", with: "", in: desk.verdict)
        #expect(try desk.done("log", desk.claim).contains("now draft"))
    }
}
