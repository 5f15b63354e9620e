import Foundation
import TestSupport
import Testing

/// A newsroom with published verdicts that begins to keep journals.
@Suite(
    "From simple mode to newsroom mode",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen"))
)
struct AdoptTests {
    /// A desk in newsroom mode, with a site that was built in simple mode.
    private func switched(policy: String = "") throws -> CommandDesk {
        let desk = try CommandDesk(policy: nil)
        try desk.done("build", "-q")
        try desk.replace("mode: simple", with: "mode: newsroom" + policy, in: "content/site.yaml")
        return desk
    }

    @Test(
        "no page goes: check and build stop and name the way on, and adopt takes readers' text into a journal"
    )
    func adopt() throws {
        let desk = try switched()
        let page = "_site/claims/\(desk.claim)/index.html"
        for command in [["check"], ["build"]] {
            let outcome = try desk.call(command)
            #expect(outcome.status == 1)
            let text = outcome.output + outcome.errors
            #expect(text.contains("not-adopted") && text.contains("assay adopt \(desk.claim)"), "\(text)")
        }
        #expect(desk.text(page) != nil)
        #expect(try desk.done("adopt").contains("\(desk.claim): adopted by example-writer; now published"))
        let line = try #require(desk.text(desk.journal))
        #expect(line.contains("\"event\":\"adopted\"") && line.contains("\"published\":\"2024-10-16\""))
        #expect(line.contains("\"reviewers\":\"example-reviewer\""))
        let checked = try desk.call(["check"])
        let text = checked.output + checked.errors
        #expect(checked.status == 0 && text.contains("note[adopted-without-review]"), "\(text)")
        // Fields that agree with the journal are fine; the others are named.
        #expect(!text.contains("ignored-field"))
        try desk.replace("published: 2024-10-16", with: "published: 2024-10-17", in: desk.verdict)
        try desk.replace("reviewers: example-reviewer", with: "reviewers: example-writer", in: desk.verdict)
        let other = try desk.call(["check"])
        let named = other.output + other.errors
        #expect(
            named.contains("`published` is ignored in newsroom mode, and the journal says 2024-10-16")
        )
        #expect(
            named.contains(
                "`reviewers` is ignored in newsroom mode, and the journal says example-reviewer"
            )
        )
        try desk.replace("published: 2024-10-17", with: "published: 2024-10-16", in: desk.verdict)
        try desk.replace("reviewers: example-writer", with: "reviewers: example-reviewer", in: desk.verdict)
        try desk.replace("reviewers: example-reviewer\npublished: 2024-10-16\n", with: "", in: desk.verdict)
        try desk.done("build", "-q")
        let shown = try #require(desk.text(page))
        #expect(shown.contains("2024-10-16") && shown.contains("Taken into the journal"))
        try desk.done("verify")
        try desk.done("verify", "_site")
        #expect(try desk.done("adopt").contains("nothing to adopt"))
        #expect(try desk.done("log", desk.claim).contains("adopted"))
        // The adopted claim behaves like every other.
        try desk.done("reopen", desk.claim, "--reason", "Nobody signed it off.")
        try desk.done("submit", desk.claim)
        try desk.done("review", desk.claim, "--as", "example-reviewer", "--approve", "mostly-true")
        try desk.done("publish", desk.claim)
        let after = try desk.call(["check"])
        #expect(!(after.output + after.errors).contains("adopted-without-review"))
    }

    @Test("what readers do not have, or have otherwise, is not adopted")
    func drafts() throws {
        let desk = try switched()
        try desk.replace("ruling: mostly-true", with: "ruling: false", in: desk.verdict)
        #expect(try desk.refused("adopt").contains("readers have another `ruling`"))
        try desk.replace("ruling: false", with: "ruling: mostly-true", in: desk.verdict)
        let text = try #require(desk.text("content/claims/\(desk.claim).md"))
        try desk.write("content/claims/never-shown.md", text)
        let verdict = try #require(desk.text(desk.verdict))
        try desk.write("content/verdicts/never-shown.md", verdict.replacing(desk.claim, with: "never-shown"))
        #expect(try desk.refused("adopt", "never-shown").contains("readers do not have it"))
        #expect(try desk.refused("adopt").contains("1 of 2 not adopted"))
        #expect(desk.text(desk.journal) != nil && desk.text("content/journal/never-shown.jsonl") == nil)
    }

    @Test("what is in review, or has been published by the desk, is not adopted; nor anything in simple mode")
    func others() throws {
        let desk = try CommandDesk()
        try desk.done("build", "-q")
        try desk.done("submit", desk.claim)
        #expect(try desk.refused("adopt", desk.claim).contains("its journal goes on already"))
        let simple = try CommandDesk(policy: nil)
        #expect(try simple.refused("adopt").contains("`mode: newsroom` in content/site.yaml comes first"))
        let bare = try switched()
        try bare.run("/bin/rm", "-r", bare.room + "/_site")
        #expect(try bare.refused("adopt").contains("`--site` names it"))
    }

    @Test("where the policy wants signatures, what is adopted is signed")
    func signed() throws {
        let desk = try switched(policy: "\n  signatures: required")
        #expect(try desk.refused("adopt").contains("to be signed"))
        try desk.done("adopt", "--key", desk.folder.path + "/writer")
        try desk.done("verify")
    }

    @Test("a new verdict explains the fields of the mode that is on")
    func drafting() throws {
        let desk = try CommandDesk()
        try desk.write(
            "content/claims/other.md",
            "---\nstatement: Other.\nclaimant: examplewick-lamp-office\n---\n"
        )
        try desk.done("new", "verdict", "other", "--from", "other")
        let draft = try #require(desk.text("content/verdicts/other.md"))
        #expect(!draft.contains("published:") && !draft.contains("reviewers:"))
        #expect(draft.contains("with `mode: newsroom` the journal says"))
        let simple = try CommandDesk(policy: nil)
        try simple.write(
            "content/claims/other.md",
            "---\nstatement: Other.\nclaimant: examplewick-lamp-office\n---\n"
        )
        try simple.done("new", "verdict", "other", "--from", "other")
        #expect(simple.text("content/verdicts/other.md")?.contains("#published:") == true)
    }
}
