import Foundation
import TestSupport
import Testing

@testable import Files

struct OutputFolderTests {
    let root: TemporaryFolder

    init() throws { root = try TemporaryFolder() }

    private static let site = "https://example.org"

    private func output(_ out: String = "_site") throws -> OutputFolder {
        try OutputFolder(path: root.path + "/" + out, root: root.path, protected: ["content"])
    }

    private func build(_ files: [String: String], out: String = "_site", site: String = Self.site) throws -> (
        written: Int, removed: Int
    ) {
        let writer = try output(out).writer(site: site)
        for (path, text) in files.sorted(by: { $0.key < $1.key }) { try writer.write(path, Array(text.utf8)) }
        return (writer.changedCount, try writer.commit())
    }

    /// A first build that neither commits nor discards, like a process that is killed.
    private func beginAndDie(_ paths: [String]) throws {
        let writer = try output().writer(site: Self.site)
        for path in paths { try writer.write(path, Array("draft".utf8)) }
    }

    @Test("Writes, leaves alone what is the same, and removes what is gone with its folders")
    func wholeLife() throws {
        #expect(try build(["index.html": "a", "claims/x/index.html": "b"]) == (2, 0))
        #expect(try build(["index.html": "a", "claims/x/index.html": "b"]) == (0, 0))
        #expect(try build(["index.html": "c"]) == (1, 1))
        #expect(root.text("_site/index.html") == "c")
        #expect(!root.exists("_site/claims"))
    }

    @Test("A file that is moved with its folder keeps the stamp that it was written with; others have none")
    func stamps() throws {
        let paths = ["claims/index.html", "claims/x/index.html", "claims/x/journal.jsonl"]
        for build in 1...2 {
            let folder = try output()
            defer { folder.release() }
            let writer = try folder.writer(site: Self.site)
            for path in paths + ["index.html"] { try writer.write(path, Array("\(build)".utf8)) }
            let changed = writer.changedFiles
            try writer.commit()
            #expect(changed.count == paths.count + 1)
            #expect(changed["index.html"] == .some(nil))
            for path in paths { #expect(changed[path] == .some(build == 1 ? folder.stamp(of: path) : nil)) }
        }
    }

    @Test("Refuses a second file at one address, in the first build and in later ones")
    func addressTwice() throws {
        for build in 1...2 {
            let folder = try output()
            defer { folder.release() }
            let writer = try folder.writer(site: Self.site)
            try writer.write("claims/x/index.html", Array("\(build)".utf8))
            #expect(throws: OutputProblem.file("claims/x/index.html", OutputWriter.takenAddress)) {
                try writer.write("claims/x/index.html", Array("other".utf8))
            }
            try writer.commit()
            #expect(root.text("_site/claims/x/index.html") == "\(build)")
        }
    }

    @Test("Refuses a folder that it did not make, and changes nothing there")
    func foreignFolder() throws {
        try root.write("_site/precious.txt", "mine")
        #expect(throws: OutputProblem.notOurs(example: "precious.txt")) { try build(["index.html": "a"]) }
        #expect(!root.exists("_site/index.html"))
        #expect(root.text("_site/precious.txt") == "mine")
    }

    @Test("A stranger's file in our folder stays, and is not overwritten")
    func strangersFile() throws {
        _ = try build(["index.html": "a"])
        try root.write("_site/CNAME", "example.org")
        #expect(throws: OutputProblem.self) { try build(["index.html": "a", "CNAME": "b"]) }
        #expect(try build(["index.html": "b"]) == (1, 0))
        #expect(root.text("_site/CNAME") == "example.org")
    }

    @Test(
        "Refuses the newsroom itself, a folder above it and its content",
        arguments: ["", "..", "content", "content/out"]
    )
    func misplaced(out: String) throws {
        try root.write("inner/content/x.md")
        let newsroom = root.path + "/inner"
        let problem = #expect(throws: OutputProblem.self) {
            try OutputFolder(path: newsroom + "/" + out, root: newsroom, protected: ["content"])
        }
        #expect(problem.map { "\($0)" }?.hasPrefix("the output folder") == true)
        #expect(root.exists("inner/content/x.md"))
    }

    @Test("A build that is given up leaves the folder as it was")
    func discard() throws {
        _ = try build(["index.html": "a"])
        let folder = try output()
        let writer = try folder.writer(site: Self.site)
        try writer.write("index.html", Array("b".utf8))
        try writer.write("claims/new/index.html", Array("c".utf8))
        #expect(root.text("_site/index.html") == "a")
        writer.discard()
        #expect(root.text("_site/index.html") == "a")
        #expect(!root.exists("_site/claims"))
        #expect(!root.exists("_site/.assay/new"))
        folder.release()
        #expect(try build(["index.html": "a"]) == (0, 0))
    }

    @Test("Two files of one name are a mistake, and not the last one's luck")
    func twice() throws {
        let folder = try output()
        let writer = try folder.writer(site: Self.site)
        try writer.write("index.html", Array("a".utf8))
        #expect(throws: OutputProblem.self) { try writer.write("index.html", Array("b".utf8)) }
    }

    @Test("A later build puts nothing in place until it is complete, and leaves nothing when it was killed")
    func interrupted() throws {
        _ = try build(["index.html": "a"])
        try beginAndDie(["drafts/secret/index.html"])
        #expect(!root.exists("_site/drafts"))
        #expect(root.exists("_site/.assay/new/drafts/secret/index.html"))
        #expect(try build(["index.html": "a"]) == (0, 0))
        #expect(!root.exists("_site/.assay/new"))
    }

    @Test("A first build puts nothing in place until it is complete, and leaves nothing when it was killed")
    func interruptedFirst() throws {
        try beginAndDie(["drafts/secret/index.html", "drafts/other.html"])
        #expect(!root.exists("_site/drafts"))
        #expect(root.exists("_site/.assay/new/drafts/secret/index.html"))
        #expect(try build(["index.html": "a"]) == (1, 0))
        #expect(!root.exists("_site/.assay/new"))
        #expect(!root.exists("_site/drafts"))
    }

    @Test("A first build that is given up leaves an empty folder")
    func discardFirst() throws {
        let folder = try output()
        let writer = try folder.writer(site: Self.site)
        try writer.write("claims/new/index.html", Array("c".utf8))
        writer.discard()
        folder.release()
        #expect(!root.exists("_site"))
        #expect(try build(["index.html": "a"]) == (1, 0))
    }

    @Test("What someone puts in the way of a first build stays")
    func strangerMeanwhile() throws {
        let folder = try output()
        let writer = try folder.writer(site: Self.site)
        try writer.write("claims/x/index.html", Array("b".utf8))
        try writer.write("index.html", Array("a".utf8))
        try root.write("_site/index.html", "mine")
        #expect(throws: OutputProblem.self) { try writer.commit() }
        #expect(root.text("_site/index.html") == "mine")
        #expect(!root.exists("_site/.assay/new"))
        folder.release()
        #expect(throws: OutputProblem.notOurs(example: "index.html")) { try build(["index.html": "b"]) }
    }

    @Test(
        "While one build has the folder, another one is refused and touches nothing, also of a later build",
        arguments: [1, 2]
    )
    func twoAtOnce(builds: Int) throws {
        if builds > 1 { _ = try build(["old.html": "old"]) }
        let first = try output()
        let writer = try first.writer(site: Self.site)
        try writer.write("index.html", Array("a".utf8))
        #expect(throws: OutputProblem.busy) { try output() }
        #expect(root.text("_site/.assay/new/index.html") == "a")
        #expect(try writer.commit() == builds - 1)
        first.release()
        #expect(root.text("_site/index.html") == "a")
        #expect(try build(["index.html": "b"]) == (1, 0))
    }

    @Test("An output folder that is refused, or whose build is given up, leaves no folder behind")
    func nothingLeft() throws {
        for out in ["content/out", "CONTENT/out", ".assay/out", ".ASSAY"] {
            #expect(throws: OutputProblem.self) { try output(out) }
        }
        #expect(root.contents.isEmpty)
        let folder = try output("a/b/c")
        try folder.writer(site: Self.site).discard()
        folder.release()
        #expect(root.contents.isEmpty)
    }

    @Test("A newsroom that was moved knows its own site; another newsroom's is left alone")
    func moved() throws {
        let home = try TemporaryFolder()
        func output(_ root: String) throws -> OutputFolder {
            try OutputFolder(path: root + "/_site", root: root, protected: [])
        }
        try home.write("one/x")
        let first = try output(home.path + "/one")
        let writer = try first.writer(site: Self.site)
        try writer.write("index.html", Array("a".utf8))
        try writer.commit()
        try first.keepState(Array("state".utf8))
        let record = try #require(first.recordStamp)
        first.release()
        try FileManager.default.moveItem(atPath: home.path + "/one", toPath: home.path + "/two")
        let second = try output(home.path + "/two")
        #expect(second.known == ["index.html"])
        #expect(second.state(limit: 100) == Array("state".utf8))
        #expect(second.recordStamp == record)
        #expect(throws: OutputProblem.otherSite(there: Self.site, ours: "https://example.com")) {
            _ = try second.writer(site: "https://example.com")
        }
        #expect(home.text("two/_site/.assay/files")?.contains(home.path) == false)
        // Another site address is no reason to refuse a folder that is known to be ours.
        try second.writer(site: "https://example.com", isOurs: true).discard()
    }

    @Test("Everyone can read a site, whatever the umask; drafts are as it says")
    func permissions() throws {
        func mode(_ path: String) throws -> Int {
            let attributes = try FileManager.default.attributesOfItem(atPath: root.path + "/" + path)
            return try #require(attributes[.posixPermissions] as? Int)
        }
        // Folders' own permissions are used, because the umask is the whole process's and other tests run beside
        // this one.
        _ = try build(["claims/x/index.html": "a", "index.html": "a"])
        #expect(try mode("_site/claims/x/index.html") & 0o444 == 0o444)
        #expect(try mode("_site/claims/x") & 0o555 == 0o555)
        // A file that readers cannot open counts as not written.
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: root.path + "/_site/index.html"
        )
        #expect(try build(["claims/x/index.html": "a", "index.html": "a"]) == (1, 0))
        #expect(try mode("_site/index.html") & 0o444 == 0o444)
    }
}
