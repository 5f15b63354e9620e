import Foundation
import TestSupport
import Testing

/// The `assay` binary, run as a person runs it.
struct CommandTests {
    private func assay(_ arguments: String..., in folder: String? = nil) throws -> CommandLineTool.Outcome {
        try CommandLineTool.run(arguments, in: folder)
    }

    @Test("Builds, says so in one line, and exits with 0")
    func build() throws {
        let room = try NewsroomFolder()
        let outcome = try assay("build", "--today", "2026-11-21", in: room.path)
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.split(separator: "\n").last?.hasPrefix("built ") == true)
        #expect(room.exists("_site/index.html"))
    }

    @Test("A mistake is shown with its line and a caret, and exits with 1")
    func mistake() throws {
        let room = try NewsroomFolder()
        try room.replace("[@report]", with: "[@reprot]", in: "content/verdicts/it-is.md")
        let outcome = try assay("check", "--today", "2026-11-21", "-C", room.path)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("--> content/verdicts/it-is.md:12:"))
        #expect(outcome.errors.contains("did you mean `report`?"))
        #expect(outcome.errors.contains("^"))
        #expect(try assay("build", "-C", room.path).errors.contains("nothing was written"))
        #expect(!room.exists("_site/index.html"))
    }

    @Test("Forms for programs go to standard output", arguments: ["json", "sarif"])
    func formats(format: String) throws {
        let room = try NewsroomFolder()
        try room.replace("ruling: true", with: "ruling: treu", in: "content/verdicts/it-is.md")
        let outcome = try assay("check", "--format", format, "-C", room.path)
        #expect(outcome.status == 1)
        _ = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        #expect(outcome.output.contains("rating-outside-scale"))
    }

    @Test("Annotations for GitHub")
    func github() throws {
        let room = try NewsroomFolder()
        try room.replace("ruling: true", with: "ruling: treu", in: "content/verdicts/it-is.md")
        let outcome = try assay("check", "--format", "github", "-C", room.path)
        #expect(outcome.output.contains("::error file=content/verdicts/it-is.md,line=3"))
    }

    @Test("Wrong usage has the parser's own status, and says what to do")
    func usage() throws {
        let misspelt = try assay("biuld")
        #expect(misspelt.status == 64)
        #expect(misspelt.errors.contains("there is no command `biuld`; did you mean `build`?"))
        #expect(
            try assay("-C", "/x", "check").errors.contains(
                "options come after the command: `assay check -C /x`"
            )
        )
        #expect(try assay("check", "--today", "yesterday").status == 64)
        #expect(
            try assay("explain", "quote-not-in-artcle").errors.contains(
                "did you mean `quote-not-in-article`?"
            )
        )
    }

    @Test("Explains a rule, and lists all of them")
    func explain() throws {
        #expect(try assay("explain", "quote-not-in-article").output.contains("# quote-not-in-article"))
        #expect(try assay("explain").output.split(separator: "\n").count > 30)
        #expect(
            try assay("--version").output.trimmingCharacters(in: .whitespacesAndNewlines).split(
                separator: "."
            ).count == 3
        )
    }

    @Test("An empty folder and a missing one are named for what they are")
    func noNewsroom() throws {
        let room = try NewsroomFolder()
        try room.write("empty/nothing.txt", "")
        let empty = try assay("check", "-C", room.path + "/empty")
        #expect(empty.status == 1)
        #expect(empty.errors.contains("there is no content/site.yaml"))
        let missing = try assay("check", "-C", room.path + "/missing")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("there is no such file or folder"))
    }

    @Test("A folder that holds other files is not written to")
    func foreignFolder() throws {
        let room = try NewsroomFolder(["public/photo.jpg": "mine"])
        let outcome = try assay("build", "--out", room.path + "/public", "-C", room.path)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("photo.jpg"))
        #expect(room.files(below: "public") == ["photo.jpg"])
    }
}
