import Diagnostics
import Files
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Assay

/// A newsroom's own templates and words.
struct ThemeTests {
    private func theme(_ folder: TemporaryFolder, language: String = "en") throws -> Theme {
        Theme.read(from: try FileTree(root: folder.path), language: language)
    }

    private func findings(_ theme: Theme) -> [String] {
        theme.diagnostics.map { "\($0.rule.name) \($0.span?.file ?? "-"):\($0.span?.line ?? 0)" }
    }

    @Test("Folders of a theme are kept, and no file takes another's place")
    func folders() async throws {
        let room = try NewsroomFolder([
            "templates/theme/x.txt": "outer", "templates/theme/a/x.txt": "first",
            "templates/theme/b/x.txt": "second",
        ])
        let outcome = try CommandLineTool.run(["build", "--today", "2026-11-21"], in: room.path)
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(room.text("_site/assets/x.txt") == "outer")
        #expect(room.text("_site/assets/a/x.txt") == "first")
        #expect(room.text("_site/assets/b/x.txt") == "second")
    }

    @Test("Names that differ in case alone collide")
    func collisions() throws {
        let folder = try TemporaryFolder()
        try folder.write("templates/theme/Assay.css", "a{}")
        #expect(findings(try theme(folder)) == ["colliding-names templates/theme/assay.css:1"])
    }

    @Test("What a link leads to is no part of a theme, unless it lies there, and nothing of it goes out")
    func links() throws {
        let room = try NewsroomFolder([
            ".env": "SECRET=1", ".git/config": "SECRET=2", "templates/theme/own.txt": "own",
        ])
        let folder = room.path + "/templates/theme/"
        for (name, target) in [
            ("leak.txt", "../../.env"), ("leak.html", "../../.git/config"), ("git", "../../.git"),
            ("site.txt", "../../content/site.yaml"), ("content", "../../content"), ("twin.txt", "own.txt"),
        ] {
            try FileManager.default.createSymbolicLink(atPath: folder + name, withDestinationPath: target)
        }
        let outcome = try CommandLineTool.run(
            ["build", "--today", "2026-11-21", "--keep-going"],
            in: room.path
        )
        #expect(outcome.status == 1)
        #expect(outcome.output.matches(of: #/error\[symbolic-link-outside\]/#).count == 5)
        #expect(room.text("_site/assets/twin.txt") == "own")
        for name in ["leak.txt", "site.txt", "git/config", "content/site.yaml", "leak.html"] {
            #expect(!room.exists("_site/assets/" + name))
        }
    }

    @Test(
        "A theme's folder that is itself a link may lead to another folder, and to no records",
        arguments: ["content", "seeds", "."]
    )
    func linkedFolder(target: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("content/x.txt", "draft")
        try folder.write("seeds/x.txt", "draft")
        try folder.write("themes/ours/x.txt", "ours")
        try folder.write("templates/note.txt")
        try folder.link("templates/theme", to: "../" + target)
        let leaking = try theme(folder)
        #expect(leaking.templates.assets["x.txt"] == nil)
        #expect(leaking.diagnostics.map(\.rule.name) == ["symbolic-link-outside"])
        let other = try TemporaryFolder()
        try other.write("themes/ours/x.txt", "ours")
        try other.write("templates/note.txt")
        try other.link("templates/theme", to: "../themes/ours")
        #expect(try theme(other).templates.assets["x.txt"] == Array("ours".utf8))
    }

    @Test("Templates, style sheets and words are UTF-8, and have no merge conflicts")
    func texts() throws {
        let folder = try TemporaryFolder()
        let latin = Data([0x3C, 0x70, 0x3E, 0xD6])
        for name in ["theme/footer.html", "theme/own.css", "theme/own.js", "strings/de.yaml"] {
            try folder.write("templates/" + name)
            try latin.write(to: URL(fileURLWithPath: folder.path + "/templates/" + name))
        }
        try Data([0xFF, 0xD8, 0xFF, 0]).write(
            to: URL(fileURLWithPath: folder.path + "/templates/theme/own.jpg")
        )
        try folder.write("templates/theme/layout.html", "<<<<<<< HEAD\n<p>\n=======\n<p>\n>>>>>>> x\n")
        try folder.write(
            "templates/strings/es.yaml",
            "a:\n<<<<<<< HEAD\n  b: c\n=======\n  b: d\n>>>>>>> x\n"
        )
        let theme = try theme(folder)
        #expect(
            findings(theme).filter { !$0.hasPrefix("unknown-") && !$0.hasPrefix("missing-word -") } == [
                "not-utf-8 templates/strings/de.yaml:1", "merge-conflict templates/strings/es.yaml:2",
                "not-utf-8 templates/theme/footer.html:1", "merge-conflict templates/theme/layout.html:1",
                "not-utf-8 templates/theme/own.css:1", "not-utf-8 templates/theme/own.js:1",
            ]
        )
        #expect(theme.templates.assets["own.jpg"] == [0xFF, 0xD8, 0xFF, 0])
    }

    @Test("A template that no page uses is named, with the one that was meant")
    func unused() throws {
        let folder = try TemporaryFolder()
        try folder.write("templates/theme/footr.html", "<p>Foot</p>")
        try folder.write("templates/theme/parts/note.html", "<p>Note</p>")
        try folder.write("templates/theme/parts/lost.html", "<p>Lost</p>")
        try folder.write("templates/theme/footer.html", "<p>{{>parts/note}}</p>")
        let found = try theme(folder).diagnostics
        #expect(found.map(\.rule.name) == ["misplaced-file", "misplaced-file"])
        #expect(
            found.compactMap(\.span?.file) == [
                "templates/theme/footr.html", "templates/theme/parts/lost.html",
            ]
        )
        #expect(found.first?.help?.contains("`templates/theme/footer.html`") == true)
    }

    @Test("A file with a template's name and another ending is named, because readers would get it")
    func misnamed() throws {
        let folder = try TemporaryFolder()
        try folder.write("templates/theme/footer.htm", "<p>Foot</p>")
        try folder.write("templates/theme/footer.html.bak", "<p>Foot</p>")
        try folder.write("templates/theme/notes.txt", "Words.")
        let found = try theme(folder).diagnostics
        #expect(
            found.map { "\($0.rule.name) \($0.span?.file ?? "")" } == [
                "misplaced-file templates/theme/footer.htm", "misplaced-file templates/theme/footer.html.bak",
            ]
        )
        #expect(found.first?.help?.contains("name it `templates/theme/footer.html`") == true)
    }

    @Test("A mistake in the words is said once, at its place; what they lack is taken from ours")
    func words() throws {
        let broken = try TemporaryFolder()
        try broken.write("templates/strings/en.yaml", "claim:\n  kicker: \"Claim\n  evidence: Evidence\n")
        #expect(findings(try theme(broken)) == ["yaml-syntax templates/strings/en.yaml:2"])
        let partial = try TemporaryFolder()
        try partial.write("templates/strings/en.yaml", "claim:\n  kicker: The claim\n")
        let theme = try theme(partial)
        #expect(theme.words["claim.kicker"] == "The claim")
        #expect(theme.words["list.comma"] == ", ")
        #expect(Set(theme.diagnostics.map(\.rule.name)) == ["missing-word"])
        let misplaced = try TemporaryFolder()
        try misplaced.write("templates/strings/de.yml", "a: b\n")
        #expect(findings(try self.theme(misplaced)) == ["misplaced-file templates/strings/de.yml:1"])
    }

    @Test("Check and build say the same of a template with an unknown name")
    func agreement() throws {
        let room = try NewsroomFolder(["templates/theme/footer.html": "<p>{{footer_text}}</p>\n"])
        let check = try CommandLineTool.run(["check", "--today", "2026-11-21"], in: room.path)
        let build = try CommandLineTool.run(["build", "--today", "2026-11-21"], in: room.path)
        #expect(check.status == 1 && build.status == 1)
        #expect(check.output == build.output)
        #expect(check.output.contains("templates/theme/footer.html:1:4"))
        #expect(check.output.contains("known here: "))
    }
}

/// Files in places where nothing is read.
struct MisplacedFileTests {
    @Test(
        "A file where nobody reads it is named, with the place that was meant",
        arguments: [
            ("content/articles/x.md", "move it to `seeds/x.md`"),
            ("content/article/2024/x.markdown", "move it to `seeds/x.md`"),
            ("content/verdict/x.md", "move it to `content/verdicts/x.md`"),
            ("content/Claims/x.md", "move it to `content/claims/x.md`"),
            ("content/sorces/x.md", "move it to `content/sources/x.md`"),
            ("content/stray.md", "move it into one of"),
            ("content/site.yml", "write what it says into `content/site.yaml`"),
            ("content/Site.yaml", "write what it says into `content/site.yaml`"),
            ("content/other/content/site.yaml", "move that newsroom's folder out"),
            ("content/misc/x.md", "move it out of `content/`"),
            ("content/images/x.png", "it goes out as `assets/x.png`"),
            ("content/x.PNG", "it goes out as `assets/x.PNG`"),
            ("seed/x.md", "move it to `seeds/x.md`"),
            ("articles/x.md", "move it to `seeds/x.md`"),
            ("verdicts/2024/x.md", "move it to `content/verdicts/x.md`"),
            ("template/theme/footer.html", "move it to `templates/theme/footer.html`"),
            ("templates/footer.html", "move it to `templates/theme/footer.html`"),
            ("templates/en.yaml", "move it to `templates/strings/en.yaml`"),
            ("templates/themes/footer.html", "move it to `templates/theme/footer.html`"),
        ]
    )
    func places(path: String, help: String) async throws {
        let room = try NewsroomFolder([path: "---\ntitle: T\n---\n"])
        let request = Request(
            folder: try FileTree(root: room.path),
            today: try #require(CalendarDate("2026-11-21"))
        )
        let found = await Pipeline.check(request).diagnostics.filter { $0.severity == .warning }
        #expect(found.map(\.rule.name) == ["misplaced-file"])
        #expect(found.first?.span?.file == path)
        #expect(found.first?.help?.contains(help) == true, "\(found.first?.help ?? "")")
    }

    @Test("Settings of another name are missing settings, and not misplaced ones too")
    func misnamedSettings() async throws {
        let room = try NewsroomFolder(["content/site.yml": "name: T\n"])
        try room.remove("content/site.yaml")
        let request = Request(
            folder: try FileTree(root: room.path),
            today: try #require(CalendarDate("2026-11-21"))
        )
        let found = await Pipeline.check(request).diagnostics
        #expect(found.filter { $0.span?.file == "content/site.yml" }.map(\.rule.name) == ["missing-settings"])
    }

    @Test("What the desk keeps lies where it belongs")
    func known() async throws {
        let room = try NewsroomFolder([
            "content/journal/it-is.jsonl": "", "content/versions/it-is/x.json": "{}",
            "content/allowed_signers": "",
            "pages/x.html": "x", "sources/x.txt": "x", "docs/x.md": "x", "template/x.md": "x",
            "templates/theme/own.txt": "x", "content/.hidden/x.md": "x", "content/x.md~": "x",
        ])
        let request = Request(
            folder: try FileTree(root: room.path),
            today: try #require(CalendarDate("2026-11-21"))
        )
        let found = await Pipeline.check(request).diagnostics
        #expect(!found.contains { $0.rule.name == "misplaced-file" })
    }

    @Test("A build with nothing to do notices a file that came where nobody reads it, and one that went")
    func rebuilt() throws {
        let room = try NewsroomFolder()
        func build() throws -> String {
            try CommandLineTool.run(["build", "--today", "2026-11-21"], in: room.path).output
        }
        #expect(!(try build()).contains("misplaced-file"))
        try room.write("content/articles/x.md", "x")
        #expect(try build().contains("misplaced-file"))
        #expect(try build().contains("misplaced-file"))
        try room.remove("content/articles")
        #expect(!(try build()).contains("misplaced-file"))
        try FileManager.default.createDirectory(
            atPath: room.path + "/content/claims/x.md",
            withIntermediateDirectories: true
        )
        #expect(try build().contains("misplaced-file"))
    }
}
