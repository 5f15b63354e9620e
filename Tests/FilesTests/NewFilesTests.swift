import TestSupport
import Testing

@testable import Files

struct NewFilesTests {
    private func files(_ paths: String...) -> [NewFiles.File] {
        paths.map { NewFiles.File(path: $0, bytes: Array("new".utf8)) }
    }

    @Test("Makes files and the folders that they need")
    func makes() throws {
        let folder = try TemporaryFolder()
        try NewFiles.create(files("a.md", "deep/er/b.md"), in: folder.path + "/not/yet/there")
        #expect(folder.text("not/yet/there/a.md") == "new")
        #expect(folder.text("not/yet/there/deep/er/b.md") == "new")
    }

    @Test("Names every file that exists, and writes none")
    func taken() throws {
        let folder = try TemporaryFolder()
        try folder.write("deep/b.md", "mine")
        try folder.link("c.md", to: "nowhere")
        let before = folder.contents
        #expect(throws: NewFilesProblem.taken(["c.md", "deep/b.md"])) {
            try NewFiles.create(files("a.md", "c.md", "deep/b.md"), in: folder.path)
        }
        #expect(folder.contents == before)
        #expect(folder.text("deep/b.md") == "mine")
    }

    @Test("A file in the place of a folder: what was made before is taken away again")
    func fileInTheWay() throws {
        let folder = try TemporaryFolder()
        try folder.write("room/content", "mine")
        let before = folder.contents
        #expect(throws: NewFilesProblem.file("content", .notAFolder)) {
            try NewFiles.create(files("a.md", "x/y/b.md", "content/c.md"), in: folder.path + "/room")
        }
        #expect(folder.contents == before)
        #expect(throws: NewFilesProblem.self) {
            try NewFiles.create(files("a.md"), in: folder.path + "/room/content/deeper")
        }
        #expect(folder.contents == before)
    }

    @Test("A symbolic link out of the folder is not followed, one within it is")
    func links() throws {
        let folder = try TemporaryFolder()
        try folder.write("outside/kept.md")
        try folder.write("room/real/kept.md")
        try folder.link("room/out", to: "../outside")
        try folder.link("room/within", to: "real")
        let before = folder.contents
        for path in ["out/a.md", "out/deep/a.md"] {
            #expect(throws: NewFilesProblem.file("out", .leavesTheFolder)) {
                try NewFiles.create(files(path), in: folder.path + "/room")
            }
            #expect(folder.contents == before)
        }
        try NewFiles.create(files("within/a.md"), in: folder.path + "/room")
        #expect(folder.text("room/real/a.md") == "new")
    }
}
