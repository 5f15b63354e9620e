import Foundation
import TestSupport
import Testing

/// The `assay` binary, run as from a terminal.
struct CommandTests {
    private func assay(_ arguments: String..., in folder: String? = nil) throws -> CommandLineTool.Outcome {
        try CommandLineTool.run(arguments, in: folder)
    }

    @Test("A new newsroom passes the commands that its CI files run")
    func newNewsroom() throws {
        let room = try NewsroomFolder([:])
        let path = room.path + "/new"
        #expect(try assay("init", path).status == 0)
        for arguments in [["check"], ["build", "--out", "_site"], ["verify"], ["verify", "_site"]] {
            let outcome = try CommandLineTool.run(arguments, in: path)
            #expect(outcome.status == 0, "\(arguments): \(outcome.output)\(outcome.errors)")
        }
    }

    @Test("Builds, says so in one line, and exits with 0")
    func build() throws {
        let room = try NewsroomFolder()
        let outcome = try assay("build", "--today", "2026-11-21", in: room.path)
        #expect(outcome.status == 0)
        // The findings, which are notes alone here, are the output.
        #expect(!outcome.output.contains("error[") && !outcome.output.contains("warning["))
        #expect(outcome.errors.split(separator: "\n").last?.hasPrefix("built ") == true)
        #expect(room.exists("_site/index.html"))
    }

    @Test("A mistake is shown with its line and a caret, and exits with 1")
    func mistake() throws {
        let room = try NewsroomFolder()
        try room.replace("[@report]", with: "[@reprot]", in: "content/verdicts/it-is.md")
        let outcome = try assay("check", "--today", "2026-11-21", "-C", room.path)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("--> content/verdicts/it-is.md:12:"))
        #expect(outcome.output.contains("did you mean `report`?"))
        #expect(outcome.output.contains("^"))
        #expect(outcome.errors.contains(": 1 error"))
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
        #expect(empty.output.contains("there is no content/site.yaml"))
        let missing = try assay("check", "-C", room.path + "/missing")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("there is no such file or folder"))
    }

    @Test("Help on what is no command is a mistake, and help is a result")
    func help() throws {
        let misspelt = try assay("help", "biuld")
        #expect(misspelt.status == 64)
        #expect(misspelt.errors.contains("there is no command `biuld`; did you mean `build`?"))
        for arguments in [
            ["help"], ["--help"], ["help", "build"], ["build", "--help"], ["help", "journal", "rebase"],
        ] {
            let outcome = try CommandLineTool.run(arguments)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("USAGE") && outcome.errors.isEmpty, "\(arguments)")
        }
    }

    @Test("A command finds the newsroom above the folder in which it is given")
    func above() throws {
        let room = try NewsroomFolder(["content/claims/2024/.keep": ""])
        try room.replace("ruling: true", with: "ruling: treu", in: "content/verdicts/it-is.md")
        let outcome = try assay("check", "--today", "2026-11-21", in: room.path + "/content/claims/2024")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("--> content/verdicts/it-is.md:3:9"))
        let exact = try assay("check", "-C", ".", in: room.path + "/content")
        #expect(exact.output.contains("there is no content/site.yaml"))
    }

    @Test("A check of some paths shows what concerns them, and its status is theirs")
    func paths() throws {
        let room = try NewsroomFolder()
        try room.replace("ruling: true", with: "ruling: treu", in: "content/verdicts/it-is.md")
        let day = ["--today", "2026-11-21"]
        func check(_ path: String, in folder: String) throws -> CommandLineTool.Outcome {
            try CommandLineTool.run(["check", path] + day, in: folder)
        }
        let verdict = try check("content/verdicts/it-is.md", in: room.path)
        #expect(verdict.status == 1 && verdict.output.contains("rating-outside-scale"))
        let claims = try check("../claims", in: room.path + "/content/verdicts")
        #expect(claims.status == 0 && claims.output.isEmpty)
        #expect(claims.errors.contains("1 more elsewhere"))
        // The path itself tells the newsroom, from any folder.
        let far = try check(room.path + "/content/verdicts", in: "/")
        #expect(far.status == 1 && far.output.contains("rating-outside-scale"))
        #expect(try check(room.path, in: "/").status == 1)
        let missing = try check("nowhere.md", in: room.path)
        #expect(missing.status == 1 && missing.errors.contains("there is no file or folder `nowhere.md`"))
    }

    @Test("Paths for tools of a repository begin at the repository", arguments: ["github", "sarif"])
    func repository(format: String) throws {
        let room = try NewsroomFolder()
        let home = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: home.path + "/news",
            withIntermediateDirectories: true
        )
        for folder in ["content", "seeds"] {
            try FileManager.default.copyItem(
                atPath: room.path + "/" + folder,
                toPath: home.path + "/news/" + folder
            )
        }
        let verdict = "news/content/verdicts/it-is.md"
        let text = try #require(home.text(verdict))
        try home.write(verdict, text.replacing("ruling: true", with: "ruling: treu"))
        func output(_ environment: [String: String] = [:]) throws -> String {
            try CommandLineTool.run(
                ["check", "--format", format, "-C", home.path + "/news"],
                environment: environment
            ).output
        }
        #expect(!(try output()).contains(verdict))
        #expect(try output(["GITHUB_WORKSPACE": home.path]).contains(verdict))
        try home.write(".git/HEAD", "ref: refs/heads/main\n")
        let found = try output()
        #expect(found.contains(verdict))
        if format == "sarif" { #expect(found.contains("\"uri\": \"file://\(home.path)/\"")) }
    }

    @Test("Nothing that is echoed acts on a terminal")
    func harmless() throws {
        let room = try NewsroomFolder([
            "content/pages/\u{1B}[2J.md": "x", "content/x\u{9B}2J/y.md": "x", "README.md": "x",
        ])
        let odd = "\u{1B}]0;owned\u{7}"
        let commands = [
            [odd], ["explain", odd], ["check", "--\(odd)"], ["check", odd], ["check", "-C", odd],
            ["new", odd, odd],
            ["new", "claim", odd], ["new", "claim", "a", "--from", odd], ["log", odd], ["publish", odd],
            ["review", odd, "--as", odd], ["verify", odd], ["schema", odd], ["journal", "rebase", odd],
            ["build", "--out", "content/\(odd)"], ["init", "README.md/\(odd)"], ["check"],
            ["check", "--format", "github"], ["check", "--format", "json"], ["check", "--format", "sarif"],
            ["submit", "it-is", "--as", odd], ["check", "--today", odd], ["build", "--workers", odd],
        ]
        for arguments in commands {
            let outcome = try CommandLineTool.run(arguments, in: room.path)
            let said = outcome.output + outcome.errors
            #expect(outcome.status != 0, "\(arguments)")
            #expect(!said.isEmpty, "\(arguments)")
            let acting = said.unicodeScalars.filter {
                ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
            }
            #expect(acting.isEmpty, "\(arguments): \(said.debugDescription)")
        }
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
