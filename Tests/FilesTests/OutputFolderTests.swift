import TestSupport
import Testing

@testable import Files

struct OutputFolderTests {
    let root: TemporaryFolder

    init() throws { root = try TemporaryFolder() }

    private func build(_ files: [String: String], out: String = "_site") throws -> (
        written: Int, removed: Int
    ) {
        let folder = try OutputFolder(path: root.path + "/" + out, root: root.path, protected: ["content"])
        let writer = try folder.writer()
        for (path, text) in files.sorted(by: { $0.key < $1.key }) { try writer.write(path, Array(text.utf8)) }
        return (writer.changedCount, try writer.commit())
    }

    /// A first build that writes and neither commits nor discards, as when its process is killed.
    private func beginAndDie(_ paths: [String]) throws {
        let writer = try OutputFolder(path: root.path + "/_site", root: root.path, protected: []).writer()
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
            let folder = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
            let writer = try folder.writer()
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
            let folder = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
            let writer = try folder.writer()
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
        let writer = try OutputFolder(path: root.path + "/_site", root: root.path, protected: []).writer()
        try writer.write("index.html", Array("b".utf8))
        try writer.write("claims/new/index.html", Array("c".utf8))
        #expect(root.text("_site/index.html") == "a")
        writer.discard()
        #expect(root.text("_site/index.html") == "a")
        #expect(!root.exists("_site/claims"))
        #expect(!root.exists("_site/index.html.assay-tmp"))
        #expect(try build(["index.html": "a"]) == (0, 0))
    }

    @Test("Two files of one name are a mistake, and not the last one's luck")
    func twice() throws {
        let writer = try OutputFolder(path: root.path + "/_site", root: root.path, protected: []).writer()
        try writer.write("index.html", Array("a".utf8))
        #expect(throws: OutputProblem.self) { try writer.write("index.html", Array("b".utf8)) }
    }

    @Test("What an interrupted build wrote is known to the next one")
    func interrupted() throws {
        _ = try build(["index.html": "a"])
        let folder = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
        let writer = try folder.writer()
        try writer.write("drafts/secret/index.html", Array("draft".utf8))
        #expect(root.exists("_site/drafts/secret/index.html.assay-tmp"))
        // Neither commit nor discard: the process was killed.
        #expect(try build(["index.html": "a"]) == (0, 1))
        #expect(!root.exists("_site/drafts"))
    }

    @Test("A first build puts nothing in place until it is complete, and leaves nothing when it was killed")
    func interruptedFirst() throws {
        try beginAndDie(["drafts/secret/index.html", "drafts/other.html"])
        #expect(!root.exists("_site/drafts"))
        #expect(root.exists("_site/.assay-tmp/drafts/secret/index.html"))
        #expect(try build(["index.html": "a"]) == (1, 0))
        #expect(!root.exists("_site/.assay-tmp"))
        #expect(!root.exists("_site/drafts"))
    }

    @Test("A first build that is given up leaves an empty folder")
    func discardFirst() throws {
        let writer = try OutputFolder(path: root.path + "/_site", root: root.path, protected: []).writer()
        try writer.write("claims/new/index.html", Array("c".utf8))
        writer.discard()
        #expect(!root.exists("_site/.assay-tmp"))
        #expect(try build(["index.html": "a"]) == (1, 0))
    }

    @Test("What someone puts in the way of a first build stays")
    func strangerMeanwhile() throws {
        let writer = try OutputFolder(path: root.path + "/_site", root: root.path, protected: []).writer()
        try writer.write("claims/x/index.html", Array("b".utf8))
        try writer.write("index.html", Array("a".utf8))
        try root.write("_site/index.html", "mine")
        #expect(throws: OutputProblem.self) { try writer.commit() }
        #expect(root.text("_site/index.html") == "mine")
        #expect(!root.exists("_site/.assay-tmp"))
        #expect(throws: OutputProblem.notOurs(example: "index.html")) { try build(["index.html": "b"]) }
    }

    @Test("Two builds do not write into one empty folder at once")
    func twoAtOnce() throws {
        let first = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
        let second = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
        let writer = try first.writer()
        #expect(throws: OutputProblem.self) { try second.writer() }
        try writer.write("index.html", Array("a".utf8))
        // A third one finds the list of a build that has not ended; it must not take that build for a dead one.
        let third = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
        #expect(root.exists("_site/.assay-tmp/index.html"))
        #expect(throws: OutputProblem.self) { try third.writer() }
        #expect(try writer.commit() == 0)
    }

    @Test("A link in the place of an interrupted build's files is removed, and not followed")
    func linkedStaging() throws {
        let outside = try TemporaryFolder()
        try outside.write("precious.txt", "mine")
        try beginAndDie([])
        try root.link("_site/.assay-tmp/claims", to: outside.path)
        #expect(try build(["index.html": "a"]) == (1, 0))
        #expect(outside.text("precious.txt") == "mine")
    }

    @Test("A symbolic link in a folder's place is refused")
    func linkedFolder() throws {
        let outside = try TemporaryFolder()
        _ = try build(["index.html": "a"])
        try root.link("_site/claims", to: outside.path)
        #expect(throws: OutputProblem.file("claims/x.html", .notAFolder)) {
            try build(["claims/x.html": "b"])
        }
        #expect(!outside.exists("x.html"))
    }

    @Test("A list that names paths outside the folder removes nothing there")
    func hostileList() throws {
        _ = try build(["index.html": "a"])
        try root.write("precious.txt", "mine")
        let folder = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
        try folder.list.add(["../precious.txt", "/etc/passwd"])
        #expect(try build(["index.html": "b"]) == (1, 0))
        #expect(root.text("precious.txt") == "mine")
    }
}
