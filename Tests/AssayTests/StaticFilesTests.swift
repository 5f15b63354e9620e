import Foundation
import TestSupport
import Testing

/// The files of `static/`, from the newsroom to the site.
struct StaticFilesTests {
    private func build(_ room: NewsroomFolder, _ more: String...) throws -> CommandLineTool.Outcome {
        try CommandLineTool.run(["build", "--today", "2026-11-21"] + more, in: room.path)
    }

    @Test("Files go out as they are, are in the manifest, and verify")
    func goOut() throws {
        let room = try NewsroomFolder([
            "static/CNAME": "facts.example.org\n", "static/.well-known/security.txt": "Contact: x\n",
            "static/files/a.txt": "a", "static/.secret": "no", "static/files/.hidden": "no",
            "static/robots.txt": "User-agent: Bot\nDisallow: /\n",
        ])
        #expect(try build(room).status == 0)
        #expect(room.text("_site/CNAME") == "facts.example.org\n")
        #expect(room.text("_site/.well-known/security.txt") == "Contact: x\n")
        #expect(room.text("_site/files/a.txt") == "a")
        #expect(!room.exists("_site/.secret") && !room.exists("_site/files/.hidden"))
        let robots = try #require(room.text("_site/robots.txt"))
        #expect(robots.hasPrefix("User-agent: *\n") && robots.hasSuffix("\n\nUser-agent: Bot\nDisallow: /\n"))
        let manifest = try #require(room.text("_site/data/manifest.sha256"))
        for path in ["CNAME", ".well-known/security.txt", "files/a.txt"] {
            #expect(manifest.contains("  \(path)\n"))
        }
        #expect(try CommandLineTool.run(["verify", "_site"], in: room.path).status == 0)
        try room.write("_site/.well-known/security.txt", "Contact: y\n")
        let verified = try CommandLineTool.run(["verify", "_site"], in: room.path)
        #expect(verified.status != 0)
        #expect((verified.output + verified.errors).contains(".well-known/security.txt"))
    }

    @Test("A build notices what changed in the folder, and nothing else is written")
    func incremental() throws {
        let room = try NewsroomFolder(["static/CNAME": "a\n", "static/old.txt": "old"])
        #expect(try build(room).status == 0)
        try room.write("static/CNAME", "b\n")
        try room.remove("static/old.txt")
        try room.write("static/.well-known/new", "new")
        #expect(try build(room).status == 0)
        #expect(room.text("_site/CNAME") == "b\n")
        #expect(room.text("_site/.well-known/new") == "new")
        #expect(!room.exists("_site/old.txt"))
        try room.write("static/robots.txt", "User-agent: Bot\n")
        #expect(try build(room).status == 0)
        #expect(room.text("_site/robots.txt")?.contains("User-agent: Bot") == true)
    }

    @Test("No file takes another's place, and no link leads out of the folder")
    func refusals() throws {
        let room = try NewsroomFolder([
            ".env": "SECRET", "static/claims/it-is/index.html": "mine", "static/a.txt": "",
            "static/A.txt": "",
        ])
        for (name, target) in [
            ("leak.txt", "../.env"), ("site.yaml", "../content/site.yaml"), ("seeds", "../seeds"),
        ] {
            try FileManager.default.createSymbolicLink(
                atPath: room.path + "/static/" + name,
                withDestinationPath: target
            )
        }
        let outcome = try build(room)
        #expect(outcome.status == 1)
        let text = outcome.output + outcome.errors
        #expect(text.contains("`static/claims/it-is/index.html` would lie in the place of `claims/`"))
        #expect(text.contains("error[colliding-names]"))
        #expect(text.matches(of: #/error\[symbolic-link-outside\]/#).count == 3)
        #expect(!room.exists("_site/index.html"))
    }

    @Test("A folder that is a link to records does not go out")
    func linkedFolder() throws {
        let room = try NewsroomFolder()
        try FileManager.default.createSymbolicLink(
            atPath: room.path + "/static",
            withDestinationPath: "content"
        )
        let outcome = try build(room)
        #expect(outcome.status == 1)
        #expect((outcome.output + outcome.errors).contains("error[symbolic-link-outside]"))
    }
}
