import Foundation
import TestSupport
import Testing

/// The answers of the desk's commands to wrong use, and in newsrooms that are not in order.
///
/// `ClaimsLifeTests` shows what they do.
@Suite(
    "The desk's commands",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen"))
)
final class DeskCommandTests {
    private let folder = try? TemporaryFolder()
    private let claim = "example-lamps-replaced"
    private var seconds = 1_795_000_000

    private var room: String { (folder?.path ?? "") + "/room" }

    /// Runs a command that must succeed.
    /// - Returns: its output.
    @discardableResult
    private func done(_ arguments: String..., location: SourceLocation = #_sourceLocation) throws -> String {
        let outcome = try call(arguments)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)", sourceLocation: location)
        return outcome.output + outcome.errors
    }

    /// Runs a command that must be refused, with the exit status 1.
    /// - Returns: its error output.
    private func refused(_ arguments: String..., location: SourceLocation = #_sourceLocation) throws -> String
    {
        let outcome = try call(arguments)
        #expect(outcome.status == 1, "\(arguments): \(outcome.output)", sourceLocation: location)
        return outcome.output + outcome.errors
    }

    private func call(_ arguments: [String]) throws -> CommandLineTool.Outcome {
        seconds += 3600
        return try CommandLineTool.run(
            arguments,
            in: room,
            environment: ["SOURCE_DATE_EPOCH": "\(seconds)", "HOME": folder?.path ?? "/"]
        )
    }

    private func replace(_ old: String, with new: String, in name: String) throws {
        let before = try String(contentsOfFile: room + "/" + name, encoding: .utf8)
        try #require(before.contains(old), "\(name) has no \(old)")
        try Data(before.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: room + "/" + name))
    }

    private func run(_ program: String, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder.map { URL(fileURLWithPath: $0.path) }
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    /// A newsroom from `init`, in newsroom mode, with two people who have keys; git names the person.
    private func open() throws {
        try #require(CommandLineTool.run(["init", "room"], in: folder?.path).status == 0)
        try replace("mode: simple", with: "mode: newsroom\n  signatures: required", in: "content/site.yaml")
        try replace(
            "reviewers: example-reviewer\npublished: 2024-10-16\n",
            with: "",
            in: "content/verdicts/\(claim).md"
        )
        var signers = ""
        for name in ["writer", "reviewer"] {
            try run("/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", name)
            let key = try String(contentsOfFile: (folder?.path ?? "") + "/\(name).pub", encoding: .utf8)
            signers += "\(name)@example.org namespaces=\"assay\" \(key)"
        }
        try Data(signers.utf8).write(to: URL(fileURLWithPath: room + "/content/allowed_signers"))
        try run("/usr/bin/git", "init", "-q", room)
        try run("/usr/bin/git", "-C", room, "config", "user.email", "Writer@example.org")
    }

    @Test("verify takes its folder as other commands do, too, and says nothing with --quiet")
    func verifiedPlace() throws {
        let desk = try CommandDesk()
        try desk.done("submit", desk.claim)
        #expect(try desk.done("verify", "-C", ".").contains("verified 1 journal"))
        #expect(try desk.done("verify", "--quiet", ".") == "")
        #expect(try desk.refused("verify", "-C", ".", ".", status: 64).contains("name two folders"))
    }

    @Test("verify says once what cannot be verified without ssh-keygen, and verifies Ed25519 keys without it")
    func withoutSSHKeygen() throws {
        try open()
        let home = folder?.path ?? ""
        try run("/usr/bin/ssh-keygen", "-q", "-t", "rsa", "-b", "2048", "-N", "", "-C", "", "-f", "other")
        let key = try String(contentsOfFile: home + "/other.pub", encoding: .utf8)
        let signers = try String(contentsOfFile: room + "/content/allowed_signers", encoding: .utf8)
        try Data((signers + "example-reviewer \(key)").utf8)
            .write(to: URL(fileURLWithPath: room + "/content/allowed_signers"))
        try done("submit", claim, "--key", home + "/writer")
        try done(
            "review",
            claim,
            "--approve",
            "mostly-true",
            "--as",
            "example-reviewer",
            "--key",
            home + "/reviewer"
        )
        try done("comment", claim, "Fine.", "--as", "example-reviewer", "--key", home + "/other")
        try done("publish", claim, "--key", home + "/writer")
        try done("build", "-q")
        let empty = ["PATH": "/nowhere", "HOME": home, "XDG_CACHE_HOME": home + "/none"]
        for place in [".", "_site"] {
            let outcome = try CommandLineTool.run(
                ["verify", place, "--format", "json"],
                in: room,
                environment: empty
            )
            let found = outcome.output.components(separatedBy: "\"rule\"").count - 1
            #expect(outcome.status == 1 && found == 1, "\(outcome.output)")
            #expect(outcome.output.contains("the program `ssh-keygen` is not installed"))
        }
        // A valid signature is cached, if the cache folder is the user's own.
        try done("verify")
        let remembered = ["PATH": "/nowhere", "HOME": home]
        #expect(try CommandLineTool.run(["verify"], in: room, environment: remembered).status == 0)
    }

    @Test("a command that refuses says what to do")
    func refusals() throws {
        try open()
        #expect(
            try refused("submit", "example-lamp-replaced").contains("did you mean `example-lamps-replaced`?")
        )
        #expect(try refused("assign", claim, "example-writers").contains("did you mean `example-writer`?"))
        #expect(try refused("submit", claim, "--as", "nobody").contains("the profiles with a role are"))
        try run("/usr/bin/git", "-C", room, "config", "user.email", "stranger@example.org")
        #expect(
            try refused("submit", claim).contains("no profile has the e-mail address `stranger@example.org`")
        )
        #expect(try refused("journal", "rebase", claim).contains("cannot be mended: there is no such file"))
        #expect(try refused("log", claim, "--as", "nobody").contains("there is no profile `nobody`"))
        #expect(try refused("verify", "nowhere").contains("cannot be used"))
    }
    @Test("in simple mode the desk's commands say that journals decide nothing")
    func simpleMode() throws {
        try open()
        try replace("mode: newsroom\n  signatures: required", with: "mode: simple", in: "content/site.yaml")
        #expect(try done("submit", claim).contains("note: journals decide nothing yet"))
    }

    @Test("what is wrong with a journal is said by every command that reads it")
    func brokenJournal() throws {
        try open()
        let key = (folder?.path ?? "") + "/writer"
        try done("submit", claim, "--key", key)
        #expect(try done("journal", "rebase", claim).contains("there is nothing to mend in its 1 line"))
        let journal = "content/journal/\(claim).jsonl"
        let whole = try String(contentsOfFile: room + "/" + journal, encoding: .utf8)
        try Data((whole + whole.prefix(40)).utf8).write(to: URL(fileURLWithPath: room + "/" + journal))
        for command in [["status"], ["log", claim], ["review", claim, "--as", "example-reviewer"]] {
            let outcome = try call(command)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("\(journal):2:1: the last line was not written to its end"))
            #expect(outcome.errors.contains("assay journal rebase"))
        }
        #expect(try call(["status"]).output.contains("its journal is broken"))
        #expect(try done("journal", "rebase", claim).contains("of its 1 line 0 moved, the unfinished"))
        #expect(try String(contentsOfFile: room + "/" + journal, encoding: .utf8) == whole)
    }

    @Test("a site in which nothing was published through a journal cannot be verified, and is told so")
    func siteWithoutJournals() throws {
        try open()
        try done("build", "-q")
        #expect(
            try done("verify", "_site").contains(
                "the site has no journals: nothing in it shows what was approved"
            )
        )
    }

    @Test("nobody vouches for a text that a build would refuse; what is wrong is shown as check shows it")
    func errors() throws {
        try open()
        let verdict = "content/verdicts/\(claim).md"
        let good = try String(contentsOfFile: room + "/" + verdict, encoding: .utf8)
        func write(_ text: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: room + "/" + verdict))
        }

        try write(good + "\nAnd more [@nobody-wrote-this, p. 4].\n")
        let unknown = try refused("submit", claim)
        #expect(unknown.contains("error[unknown-reference]: there is no source or article"))
        #expect(unknown.contains(" --> \(verdict):") && unknown.contains("^^^"))
        #expect(unknown.contains("\(claim): not submitted: an error in its files"))
        #expect(try done("status").contains("draft"), "something was written")

        // An unreadable verdict is not a missing one.
        try write(good.replacing("ruling:", with: "ruling: ["))
        #expect(try refused("submit", claim).contains("error[yaml-syntax]"))

        // An error in one claim's file does not stop another claim.
        try write(good)
        let other = room + "/content/claims/other.md"
        try Data("---\nstatement: Other.\nclaimant: nobody-at-all\n---\n".utf8).write(
            to: URL(fileURLWithPath: other)
        )
        try done("submit", claim, "--key", (folder?.path ?? "") + "/writer")

        // An article with an error outside its quotes leaves the submitted text unchanged; a build refuses it all
        // the same.
        let article = "seeds/example-bridge-lamps.md"
        let whole = try String(contentsOfFile: room + "/" + article, encoding: .utf8)
        try Data((whole + "\nSee [there](claim:nobody-wrote-this).\n").utf8).write(
            to: URL(fileURLWithPath: room + "/" + article)
        )
        let key = (folder?.path ?? "") + "/reviewer"
        let approval = [
            "review", claim, "--approve", "mostly-true", "--as", "example-reviewer", "--key", key,
        ]
        let approved = try call(approval)
        #expect(approved.status == 1 && approved.output.contains(" --> \(article):"))
        #expect(approved.errors.contains("\(claim): not signed off: an error in its files"))
        #expect(try refused("publish", claim).contains("not published: an error"))
        // The mistake that a reviewer wants changed does not stop the reviewer.
        try done("review", claim, "--request-changes", "Who?", "--as", "example-reviewer", "--key", key)
    }
}
