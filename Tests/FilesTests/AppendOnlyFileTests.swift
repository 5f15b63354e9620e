import Foundation
import TestSupport
import Testing

@testable import Files

@Suite("Files that grow at their end")
struct AppendOnlyFileTests {
    private func append(_ text: String, to path: String, after: String = "") throws {
        try AppendOnlyFile.append(Array(text.utf8), to: path, after: Array(after.utf8))
    }

    @Test("bytes come after those that are expected, and after no others")
    func appending() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a/b/c.jsonl"
        try append("one\n", to: path)
        try append("two\n", to: path, after: "one\n")
        #expect(folder.text("a/b/c.jsonl") == "one\ntwo\n")
        for wrong in ["", "one\n", "one\nTWO\n", "one\ntwo\nthree\n"] {
            #expect(throws: AppendOnlyFile.Problem.changed) { try append("x", to: path, after: wrong) }
        }
        #expect(throws: AppendOnlyFile.Problem.changed) {
            try append("x", to: folder.path + "/new", after: "lost")
        }
        #expect(folder.contents == ["a", "a/b", "a/b/c.jsonl"])
    }

    @Test("a pipe, a folder, a socket or a link is no such file, and keeps nobody waiting")
    func strangers() throws {
        let folder = try TemporaryFolder()
        try folder.write("target")
        try folder.link("link", to: "target")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/folder",
            withIntermediateDirectories: true
        )
        try #require(mkfifo(folder.path + "/pipe", 0o644) == 0)
        for name in ["pipe", "folder"] {
            #expect(throws: AppendOnlyFile.Problem.file(.notAFile)) {
                try append("x", to: folder.path + "/" + name)
            }
        }
        #expect { try append("x", to: folder.path + "/link", after: "text") } throws: {
            "\($0)".contains("symbolic link")
        }
        #expect(throws: AppendOnlyFile.Problem.self) { try append("x", to: "/dev/null") }
        #expect(folder.text("target") == "text")
    }

    @Test("when what a line relies on cannot be written, nothing is")
    func preparing() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.jsonl"
        #expect(throws: AppendOnlyFile.Problem.file(.notAFolder)) {
            try AppendOnlyFile.append([0x78], to: path, after: []) { () throws(FileProblem) in
                throw .notAFolder
            }
        }
        #expect(!folder.exists("a.jsonl"))
    }

    @Test("a file is replaced as a whole, if it is as expected; nothing takes it away")
    func replacing() throws {
        let folder = try TemporaryFolder()
        try folder.write("a", "one")
        let path = folder.path + "/a"
        #expect(throws: AppendOnlyFile.Problem.changed) {
            try AppendOnlyFile.replace(path, holding: Array("two".utf8), with: [0x78])
        }
        try AppendOnlyFile.replace(path, holding: Array("one".utf8), with: Array("three".utf8))
        #expect(folder.text("a") == "three")
        try AppendOnlyFile.replace(path, holding: Array("three".utf8), with: [])
        #expect(folder.contents == [])
    }

    @Test("what a killed command left in the way of a durable file does not stop the next one")
    func leftovers() throws {
        let folder = try TemporaryFolder()
        try folder.write("target", "kept")
        try folder.link("a.assay-tmp", to: "target")
        try DurableFile.replace(folder.path + "/a", with: Array("new".utf8))
        #expect(folder.text("a") == "new" && folder.text("target") == "kept")
        try #require(mkfifo(folder.path + "/b.assay-tmp", 0o644) == 0)
        try DurableFile.replace(folder.path + "/b", with: Array("new".utf8))
        #expect(folder.text("b") == "new" && folder.contents == ["a", "b", "target"])
    }
}
