import Foundation
import TestSupport
import Testing

/// The desk's commands, run as two people run them: the life of one claim, from a new newsroom to a retraction.
@Suite(
    "The life of a claim",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen"))
)
final class DeskCommandTests {
    private let folder = try? TemporaryFolder()
    private let claim = "example-lamps-replaced"
    private var seconds = 1_795_000_000

    private var room: String { (folder?.path ?? "") + "/room" }

    /// Runs a command that has to succeed, and gives what it printed.
    @discardableResult
    private func done(_ arguments: String..., location: SourceLocation = #_sourceLocation) throws -> String {
        let outcome = try call(arguments)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)", sourceLocation: location)
        return outcome.output + outcome.errors
    }

    /// Runs a command that has to be refused with the exit status 1, and gives why.
    private func refused(_ arguments: String..., location: SourceLocation = #_sourceLocation) throws -> String
    {
        let outcome = try call(arguments)
        #expect(outcome.status == 1, "\(arguments): \(outcome.output)", sourceLocation: location)
        return outcome.errors
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

    /// A newsroom as `init` makes it, in newsroom mode, with two people who have keys; git says who sits there.
    private func open() throws {
        try #require(CommandLineTool.run(["init", "room"], in: folder?.path).status == 0)
        try replace("mode: simple", with: "mode: newsroom\n  signatures: required", in: "content/site.yaml")
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

    @Test("assigned, refused, voided, published, corrected, verified, retracted")
    func life() throws {
        try open()
        let verdict = "content/verdicts/\(claim).md"
        let reviewer = ["--as", "example-reviewer", "--key", "../reviewer"]
        #expect(try done("status").contains("1 claims: 1 draft"))
        #expect(
            try done("assign", claim, "example-writer").contains(
                "assigned by example-writer; it is draft now"
            )
        )
        #expect(try refused("publish", claim, "--key", "../writer").contains("nobody has approved this text"))
        try done("submit", claim)
        #expect(try refused("review", claim, "--approve", "mostly-true").contains("no author approves"))
        #expect(
            try done("review", claim, "--as", "example-reviewer").contains("you have not looked at it before")
        )
        #expect(try refused("publish", claim, "--key", "../writer").contains("0 of 1 sign-offs: 1 missing"))
        try #require(call(["review", claim, "--approve", "mostly-true"] + reviewer).status == 0)
        #expect(try done("status", "--format", "json").contains("\"state\": \"approved\""))

        // A word changes, and the sign-off is void; another way of writing it does not.
        try replace("Its own inventory lists", with: "Its own inventory of October lists", in: verdict)
        #expect(try done("status").contains("`example-reviewer` signed off an earlier text"))
        #expect(try refused("publish", claim, "--key", "../writer").contains("nobody has approved this text"))
        try done("submit", claim)
        #expect(
            try done("review", claim, "--as", "example-reviewer").contains("+ The lamp office had replaced")
        )
        try #require(call(["review", claim, "--approve", "mostly-true"] + reviewer).status == 0)
        try replace("ruling: mostly-true", with: "ruling: \"mostly-true\"", in: verdict)
        #expect(try done("publish", claim, "--key", "../writer").contains("it is published now"))
        try done("build", "-q")
        #expect(try done("verify").contains("all hold"))
        #expect(try done("verify", "_site").contains("all hold"))

        // What readers saw is corrected, and not just changed.
        try replace("lists four that", with: "lists five that", in: verdict)
        #expect(try refused("check").contains("error[changed-after-publication]"))
        #expect(try refused("build", "-q").contains("error[changed-after-publication]"))
        try done("submit", claim)
        try #require(call(["review", claim, "--approve", "mostly-true"] + reviewer).status == 0)
        #expect(try refused("publish", claim, "--key", "../writer").contains("need a correction"))
        let correction = "Five posts waited for parts, not four."
        try done("correct", claim, "--kind", "substantive", "--note", correction, "--key", "../writer")
        try done("build", "-q")
        for file in ["claims/\(claim)/index.html", "pages/corrections/index.html", "feeds/corrections.xml"] {
            let text = try String(contentsOfFile: room + "/_site/" + file, encoding: .utf8)
            #expect(text.contains(correction), "\(file)")
        }
        // The list of corrections says what was found, not what was claimed.
        let list = try String(contentsOfFile: room + "/_site/pages/corrections/index.html", encoding: .utf8)
        #expect(
            list.contains(
                "/\(claim)/index.html\">Example: 36 of the 40 lamps were new; four were still to come</a><br>Five posts"
            )
        )
        let page = try String(contentsOfFile: room + "/_site/claims/\(claim)/index.html", encoding: .utf8)
        #expect(page.contains("CorrectionComment") && page.contains("\"ClaimReview\""))

        // A retraction leaves a page without a rating.
        try done("retract", claim, "--reason", "The inventory was misread.", "--key", "../writer")
        try done("build", "-q")
        let tombstone = try String(
            contentsOfFile: room + "/_site/claims/\(claim)/index.html",
            encoding: .utf8
        )
        #expect(tombstone.contains("The inventory was misread.") && !tombstone.contains("\"ClaimReview\""))
        let data = try String(contentsOfFile: room + "/_site/data/claims.json", encoding: .utf8)
        #expect(data.contains("\"retracted\":[{\"id\":\"\(claim)\""))
        #expect(try done("verify", "_site").contains("all hold"))
        #expect(try done("log", claim).contains("example-lamps-replaced is retracted"))
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
        #expect(try refused("verify", "nowhere").contains("cannot be used"))
    }
}
