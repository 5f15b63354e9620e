import Foundation
import TestSupport
import Testing

/// The commands `init`, `new` and `schema`, run as a newcomer runs them.
struct StartCommandTests {
    private func assay(
        _ arguments: String...,
        in folder: TemporaryFolder,
        environment: [String: String] = [:]
    ) throws -> CommandLineTool.Outcome {
        try CommandLineTool.run(arguments, in: folder.path, environment: environment)
    }

    private func newsroom() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        #expect(try assay("init", ".", "--quiet", in: folder).status == 0)
        return folder
    }

    @Test("init, build: a site without a finding; the last line said what comes next")
    func threeCommands() throws {
        let folder = try TemporaryFolder()
        let made = try assay("init", "our room", "--name", "Ours", in: folder)
        #expect(made.status == 0)
        #expect(made.errors.contains("cd 'our room'") && made.errors.contains("assay build"))
        let built = try assay("build", "-C", "our room", in: folder)
        #expect(built.status == 0)
        #expect(built.output.contains("warning[placeholder-left]") && !built.output.contains("error["))
        #expect(folder.exists("our room/_site/index.html"))
    }

    @Test("init refuses a folder that has one of its files, and a file in the folder's place")
    func initRefusals() throws {
        let folder = try newsroom()
        try folder.write("content/site.yaml", "mine")
        let again = try assay("init", ".", in: folder)
        #expect(again.status == 1)
        #expect(
            again.errors.contains("nothing was written") && again.errors.contains("\n  content/site.yaml\n")
        )
        #expect(folder.text("content/site.yaml") == "mine")
        let file = try assay("init", "README.md", in: folder)
        #expect(file.status == 1)
        #expect(file.errors.contains("`README.md` cannot be the newsroom's folder: it is not a folder"))
        #expect(try assay("init", in: folder).status == 64)
        #expect(try assay("init", "x", "--name", " ", in: folder).errors.contains("needs a name"))
    }

    @Test("init leaves a README and what git reads as they are, and says which lines git needs")
    func initBesideOthers() throws {
        let folder = try TemporaryFolder()
        try folder.write("README.md", "Ours.")
        try folder.write(".gitignore", "/_site/\n*.log")
        let made = try assay("init", ".", in: folder)
        #expect(made.status == 0)
        #expect(folder.text("README.md") == "Ours." && folder.text(".gitignore") == "/_site/\n*.log")
        #expect(made.errors.contains("left as it is: README.md\n"))
        #expect(
            made.errors.contains(
                "left as it is: .gitignore; add these lines to it:\n  /_drafts/\n  /.assay/\n"
            )
        )
        #expect(made.errors.contains("made a newsroom of 35 files"))
        #expect(try assay("build", "-q", in: folder).status == 0)
        // A folder with one of its records is refused.
        let again = try assay("init", ".", in: folder)
        #expect(again.status == 1 && again.errors.contains("nothing was written"))
    }

    @Test("new prints the path, and takes the author from git")
    func newFile() throws {
        let folder = try newsroom()
        try folder.write("gitconfig", "[user]\n  email = writer@example.org\n")
        let outcome = try assay(
            "new",
            "verdict",
            "second",
            in: folder,
            environment: ["GIT_CONFIG_GLOBAL": folder.path + "/gitconfig"]
        )
        #expect(outcome.status == 0)
        #expect(outcome.output == "content/verdicts/second.md\n")
        #expect(outcome.errors.contains("fill in: claim, ruling, title, summary\n"))
        #expect(folder.text("content/verdicts/second.md")?.contains("\nauthors: example-writer\n") == true)
        let again = try assay("new", "verdict", "second", in: folder)
        #expect(again.status == 1)
        #expect(again.errors.contains("already, in content/verdicts/second.md"))
    }

    @Test("What is wrong is said in the user's words")
    func newRefusals() throws {
        let folder = try newsroom()
        #expect(
            try assay("new", "claim", "Big Claim", in: folder).errors.contains("did you mean `big-claim`?")
        )
        #expect(try assay("new", "clam", "x", in: folder).status == 64)
        #expect(try assay("new", "claim", in: folder).status == 64)
        let empty = try TemporaryFolder()
        let outcome = try assay("new", "claim", "x", in: empty)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("`assay init DIR` makes a newsroom"))
        #expect(empty.contents == [])
    }

    @Test("The editor gets the words of VISUAL and the file's path, and no shell reads them")
    func editor() throws {
        let folder = try newsroom()
        try folder.write("editor.sh", "#!/bin/sh\nprintf '%s\\n' \"$@\" >'\(folder.path)/arguments'\n")
        let visual = "/bin/sh \(folder.path)/editor.sh --wait $(touch${IFS}evil) ;touch evil"
        let outcome = try assay(
            "new",
            "claim",
            "edited",
            "--edit",
            in: folder,
            environment: ["VISUAL": visual, "EDITOR": "false"]
        )
        #expect(outcome.status == 0)
        #expect(
            folder.text("arguments")
                == "--wait\n$(touch${IFS}evil)\n;touch\nevil\n\(folder.path)/content/claims/edited.md\n"
        )
        #expect(!folder.exists("evil"))
        let none = try assay("new", "claim", "other", "--edit", in: folder)
        #expect(none.errors.contains("set VISUAL or EDITOR"))
        #expect(!folder.exists("content/claims/other.md"))
        let wrong = try assay(
            "new",
            "claim",
            "third",
            "--edit",
            in: folder,
            environment: ["EDITOR": "no-such-editor"]
        )
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("`no-such-editor` cannot be started: there is no such program"))
    }

    @Test("schema prints one, or writes all; writing again replaces them")
    func schemas() throws {
        let folder = try TemporaryFolder()
        let one = try assay("schema", "verdict", in: folder)
        _ = try #require(try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
        for _ in 0..<2 { #expect(try assay("schema", "--all", "--out", "a/b", in: folder).status == 0) }
        #expect(folder.contents.filter { $0.hasSuffix(".schema.json") }.count == 9)
        #expect(folder.text("a/b/verdict.schema.json") == one.output)
        #expect(try assay("schema", "verdcit", in: folder).errors.contains("did you mean `verdict`?"))
        for arguments in [["schema"], ["schema", "--all"], ["schema", "claim", "--all"]] {
            #expect(try CommandLineTool.run(arguments, in: folder.path).status == 64)
        }
    }
}
