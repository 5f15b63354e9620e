import Files
import Foundation
import TestSupport
import Testing

@testable import Assay

/// The state that a build leaves to the next one, and the ways in which it can be wrong.
struct IncrementalBuildTests {
    private static let verdict = "content/verdicts/it-is.md"
    private static let page = "_site/claims/it-is/index.html"

    private func builds(_ files: [String: String] = [:]) async throws -> TwinBuilds {
        let builds = TwinBuilds(try NewsroomFolder(files))
        try await builds.check("the first build")
        return builds
    }

    @Test("An edit of the reasoning changes one page")
    func reasoning() async throws {
        let builds = try await builds()
        try builds.room.replace("for a reason", with: "for another reason", in: Self.verdict)
        // The page changed, the manifest with it, and the feeds of all rulings and of the topic, which carry the text.
        let site = try #require(try await builds.build().site)
        #expect(site.changedCount == 6)
        #expect(builds.room.text(Self.page)?.contains("for another reason") == true)
        try await builds.check("an edit of the reasoning")
    }

    @Test("An edit is noticed although size and time are what they were, as after a clock was set back")
    func clockSetBack() async throws {
        let builds = try await builds()
        let file = builds.room.path + "/" + Self.verdict
        let before = try FileManager.default.attributesOfItem(atPath: file)
        try builds.room.replace("It is so", with: "It is no", in: Self.verdict)
        try FileManager.default.setAttributes(
            [.modificationDate: try #require(before[.modificationDate])],
            ofItemAtPath: file
        )
        try await builds.check("an edit with the old time")
        #expect(builds.room.text(Self.page)?.contains("It is no") == true)
    }

    @Test("A page that someone else changed is made again, although its size and time are what they were")
    func changedPage() async throws {
        let builds = try await builds()
        let file = builds.room.path + "/" + Self.page
        let before = try FileManager.default.attributesOfItem(atPath: file)
        try builds.room.replace("It is so", with: "It is no", in: Self.page)
        try FileManager.default.setAttributes(
            [.modificationDate: try #require(before[.modificationDate])],
            ofItemAtPath: file
        )
        try await builds.check("a change to a page")
    }

    @Test("A page that is gone, or is a link now, is made again")
    func missingPage() async throws {
        let builds = try await builds()
        try builds.room.remove(Self.page)
        try await builds.check("the removal of a page")
        let copy = builds.room.path + "/copy.html"
        try FileManager.default.moveItem(atPath: builds.room.path + "/" + Self.page, toPath: copy)
        try FileManager.default.createSymbolicLink(
            atPath: builds.room.path + "/" + Self.page,
            withDestinationPath: copy
        )
        try await builds.check("a link in the place of a page")
        try builds.room.remove("_site")
        try await builds.check("the removal of the site")
    }

    @Test("A build that was killed while it wrote, or while it gave files their places, leaves nothing wrong")
    func interrupted() async throws {
        let builds = try await builds()
        for isDecided in [false, true] {
            try Self.beginAndDie(builds)
            let own = builds.room.path + "/_site/.assay"
            if isDecided {
                try FileManager.default.moveItem(atPath: own + "/new", toPath: own + "/ready")
            }
            try await builds.check("a build that was killed")
        }
    }

    /// A build that neither commits nor discards, like a process that is killed.
    private static func beginAndDie(_ builds: TwinBuilds) throws {
        let output = try builds.output()
        defer { output.release() }
        let writer = try output.writer(site: "https://example.org", isOurs: true)
        try writer.write("claims/it-is/index.html", Array("half".utf8))
    }

    @Test("A state that came with a clone, or with a copy, does not vouch for pages that came with it")
    func copiedState() async throws {
        let builds = try await builds()
        try builds.room.write(Self.page, "planted")
        let copy = try NewsroomFolder(
            copying: builds.room,
            folders: ["content", "seeds", "templates", "_site", ".assay"]
        )
        let twin = TwinBuilds(copy)
        let output = try twin.output()
        #expect(BuildState(try #require(output.state(limit: 1 << 30)), for: output) == nil)
        output.release()
        try await twin.check("copying a newsroom with its site and its state")
        #expect(copy.text(Self.page) != "planted")
    }

    @Test("A copied state counts where somebody vouches for it, and what differs from it is made anew")
    func restoredCache() async throws {
        let builds = try await builds()
        let copy = try NewsroomFolder(
            copying: builds.room,
            folders: ["content", "seeds", "templates", "_site", ".assay"]
        )
        var request = Request(
            folder: try FileTree(root: copy.path),
            today: try #require(.init(builds.day)),
            restoresCache: true
        )
        request.program = builds.program
        let first = try await Pipeline.build(request, into: TwinBuilds(copy).output())
        #expect(first.site?.changedCount == 0 && first.site?.removedCount == 0)
        try copy.write(Self.page, "planted")
        let second = try await Pipeline.build(request, into: TwinBuilds(copy).output())
        #expect(second.site?.changedCount == 1)
        #expect(copy.text(Self.page) == builds.room.text(Self.page))
        // Without the folder's record nothing is known of the folder.
        try FileManager.default.removeItem(atPath: copy.path + "/_site")
        let third = try await Pipeline.build(request, into: TwinBuilds(copy).output())
        #expect(third.site.map { $0.changedCount == $0.fileCount } == true)
    }

    @Test("A newsroom that was moved goes on with its site")
    func moved() async throws {
        let builds = try await builds()
        let home = builds.room.path + "-moved"
        try FileManager.default.moveItem(atPath: builds.room.path, toPath: home)
        defer { try? FileManager.default.removeItem(atPath: home) }
        let request = Request(folder: try FileTree(root: home), today: try #require(.init(builds.day)))
        let output = try OutputFolder(path: home + "/_site", root: home, protected: Pipeline.inputFolders)
        let site = try #require(try await Pipeline.build(request, into: output).site)
        #expect(site.changedCount == 0 && site.removedCount == 0 && site.fileCount > 0)
    }

    @Test("A state that is damaged, or about another folder, is as good as none")
    func uselessState() async throws {
        let builds = try await builds()
        let output = try builds.output()
        let bytes = try #require(output.state(limit: 1 << 30))
        #expect(BuildState(bytes, for: output) != nil)
        for place in stride(from: 0, to: bytes.count, by: 97) {
            var damaged = bytes
            damaged[place] ^= 0x10
            #expect(BuildState(damaged, for: output) == nil)
            #expect(BuildState(Array(bytes[..<place]), for: output) == nil)
        }
        let other = try OutputFolder(path: builds.room.path + "/other", root: builds.room.path, protected: [])
        #expect(BuildState(bytes, for: other) == nil)
    }

    @Test("Errors are told again until they are gone, and then the site is up to date")
    func errors() async throws {
        let builds = try await builds()
        try builds.room.replace("[@report]", with: "[@reprot]", in: Self.verdict)
        let request = Request(
            folder: try FileTree(root: builds.room.path),
            today: try #require(.init(builds.day))
        )
        for _ in 1...2 {
            let report = try await Pipeline.build(request, into: try builds.output())
            #expect(report.site == nil)
            #expect(report.hasErrors)
        }
        try builds.room.replace("[@reprot]", with: "[@report]", in: Self.verdict)
        try await builds.check("an error that was put right")
    }

    @Test(
        "A build with nothing to do prints what the one before printed",
        arguments: ["text", "json", "sarif", "github"]
    )
    func printing(format: String) throws {
        let room = try NewsroomFolder([
            "content/verdicts/note.txt": "not a record\n",
            "content/claims/unrated.md": "\u{FEFF}---\nstatement: Nobody rated it.\nclaimant: nobody\n---\n",
        ])
        let arguments = [
            "build", "--today", "2026-11-21", "--format", format, "--keep-going", "-C", room.path,
        ]
        let first = try CommandLineTool.run(arguments)
        let second = try CommandLineTool.run(arguments)
        #expect(first.status == second.status)
        #expect(first.output == second.output)
        func findings(_ outcome: CommandLineTool.Outcome) -> [Substring] {
            outcome.errors.split(separator: "\n").dropLast()
        }
        #expect(findings(first) == findings(second))
        #expect(second.errors.contains("(0 new or changed, 0 removed)"))
    }
}
