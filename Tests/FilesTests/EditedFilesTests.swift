import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Files

struct EditedFilesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("a.md", "one two\n")
        try folder.write("deep/b.md", "three\n")
    }

    private func tree() throws -> FileTree { try FileTree(root: folder.path) }

    private func source(_ path: String) throws -> SourceFile {
        let bytes = Array(try #require(FileManager.default.contents(atPath: folder.path + "/" + path)))
        return SourceFile(
            path: path,
            bytes: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        )
    }

    private func edited(_ edits: [Edit]) throws -> EditedFiles {
        var files = EditedFiles(try tree())
        let sources = Dictionary(
            uniqueKeysWithValues: try ["a.md", "deep/b.md"].map { ($0, try source($0)) }
        )
        try files.apply(edits) { sources[$0] }
        return files
    }

    @Test("Texts over a folder count as its files', and the disk's are not written over")
    func overlaid() throws {
        let texts = ["a.md": Array("zero one\n".utf8), "deep/b.md": Array("four\n".utf8)]
        let over = try tree().with(FileOverlay(texts: texts))
        var files = EditedFiles(over)
        let source = SourceFile(path: "a.md", bytes: texts["a.md"] ?? [])
        try files.apply([source.edit(0..<4, "0"), .move(from: "deep/b.md", to: "c.md")]) { path in
            path == "a.md" ? source : nil
        }
        #expect(try files.tree.contents(of: "a.md", limit: 99) == Array("0 one\n".utf8))
        #expect(try files.tree.contents(of: "c.md", limit: 99) == Array("four\n".utf8))
        #expect(files.tree.entry(at: "deep/b.md") == nil)
        #expect(throws: EditProblem.changed("a.md")) { try files.write() }
        #expect(folder.text("a.md") == "one two\n")
    }

    @Test("Several files, written together; nothing before, and nothing beside them afterwards")
    func writes() throws {
        let files = try edited([
            try source("a.md").edit(0..<3, "1"), try source("a.md").edit(4..<7, "2"),
            try source("deep/b.md").edit(0..<0, "at first\n"), .move(from: "deep/b.md", to: "new/c.md"),
        ])
        #expect(folder.text("a.md") == "one two\n")
        let tree = files.tree
        #expect(try tree.contents(of: "a.md", limit: 100) == Array("1 2\n".utf8))
        #expect(tree.files(below: "new").map(\.path) == ["new/c.md"])
        #expect(tree.files(below: "deep").isEmpty)
        #expect(tree.entry(at: "deep/b.md") == nil)
        try files.write()
        #expect(folder.text("a.md") == "1 2\n")
        #expect(folder.text("new/c.md") == "at first\nthree\n")
        #expect(folder.contents == ["a.md", "new", "new/c.md"])
    }

    @Test("Line ends and a byte order mark stay; permissions too")
    func form() throws {
        try folder.write("a.md", "\u{FEFF}one\r\ntwo\r\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path + "/a.md")
        try edited([try source("a.md").edit(3..<3, "\nmore")]).write()
        let bytes = try #require(FileManager.default.contents(atPath: folder.path + "/a.md"))
        #expect(bytes.elementsEqual("\u{FEFF}one\r\nmore\r\ntwo\r\n".utf8))
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/a.md")[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test("A file that changed meanwhile: nothing is written, in no file")
    func changed() throws {
        let files = try edited([
            try source("a.md").edit(0..<3, "1"), try source("deep/b.md").edit(0..<5, "3"),
        ])
        try folder.write("deep/b.md", "somebody else's\n")
        #expect(throws: EditProblem.changed("deep/b.md")) { try files.write() }
        #expect(folder.text("a.md") == "one two\n")
        #expect(folder.contents == ["a.md", "deep", "deep/b.md"])
        var others = EditedFiles(try tree())
        let old = SourceFile(path: "a.md", text: "one 2\n")
        #expect(throws: EditProblem.changed("a.md")) { try others.apply([old.edit(0..<1, "x")]) { _ in old } }
        #expect(others.isUnchanged)
    }

    @Test(
        "Something that came to the place of a moved file meanwhile is not overwritten, and all is put back"
    )
    func taken() throws {
        let files = try edited([try source("a.md").edit(0..<3, "1"), .move(from: "deep/b.md", to: "c.md")])
        try folder.write("c.md", "new\n")
        #expect(throws: EditProblem.self) { try files.write() }
        #expect(folder.text("c.md") == "new\n")
        #expect(folder.text("a.md") == "one two\n")
        #expect(folder.contents == ["a.md", "c.md", "deep", "deep/b.md"])
        #expect(throws: EditProblem.taken("c.md")) { try edited([.move(from: "a.md", to: "c.md")]) }
    }

    @Test("Links, files beyond them, hidden files and files outside are refused")
    func outside() throws {
        let other = try TemporaryFolder()
        try other.write("x.md", "mine\n")
        try folder.link("link.md", to: "a.md")
        try folder.link("room", to: other.path)
        for path in ["link.md", "room/x.md", "../x.md", ".git/config", "/etc/passwd", "deep/../a.md", ""] {
            var files = EditedFiles(try tree())
            let source = SourceFile(path: path, text: "one two\n")
            #expect(throws: EditProblem.self) { try files.apply([source.edit(0..<1, "x")]) { _ in source } }
            #expect(throws: EditProblem.self) {
                try files.apply([.move(from: path, to: "z.md")]) { _ in nil }
            }
            #expect(throws: EditProblem.self) { try files.apply([.remove(path)]) { _ in nil } }
        }
        for path in ["../z.md", ".hidden", "room/../z.md", "deep//z.md"] {
            var files = EditedFiles(try tree())
            #expect(throws: EditProblem.self) {
                try files.apply([.move(from: "a.md", to: path)]) { _ in nil }
            }
        }
        let files = try {
            var files = EditedFiles(try tree());
            try files.apply([.move(from: "a.md", to: "room/z.md")]) { _ in nil }; return files
        }()
        #expect(throws: EditProblem.self) { try files.write() }
        #expect(other.contents == ["x.md"])
        #expect(folder.text("a.md") == "one two\n")
    }

    @Test("Edits that overlap, lie outside, or part a character")
    func ranges() throws {
        try folder.write("a.md", "ü two\n")
        let file = try source("a.md")
        #expect(throws: EditProblem.overlap("a.md")) {
            try edited([file.edit(0..<3, ""), file.edit(2..<4, "")])
        }
        #expect(throws: EditProblem.badRange("a.md")) { try edited([file.edit(1..<2, "")]) }
        let beyond = SourceSpan(file: "a.md", line: 1, column: 1, byteRange: 3..<90)
        #expect(throws: EditProblem.badRange("a.md")) { try edited([.replace(beyond, with: "")]) }
    }

    @Test("Rounds: edits of an edited file, of a moved one, and back to the beginning")
    func rounds() throws {
        var files = try edited([try source("a.md").edit(0..<3, "1"), .move(from: "a.md", to: "b.md")])
        let now = SourceFile(path: "b.md", text: "1 two\n")
        try files.apply([now.edit(2..<5, "2"), .remove("deep/b.md")]) { _ in now }
        #expect(files.changedCount == 2)
        #expect(files.difference().contains("rename to b.md"))
        try files.write()
        #expect(folder.contents == ["b.md", "deep"])
        #expect(folder.text("b.md") == "1 2\n")

        var back = EditedFiles(try tree())
        let first = try source("b.md")
        try back.apply([first.edit(0..<1, "x"), .move(from: "b.md", to: "c.md")]) { _ in first }
        let second = SourceFile(path: "c.md", text: "x 2\n")
        try back.apply([second.edit(0..<1, "1"), .move(from: "c.md", to: "b.md")]) { _ in second }
        #expect(back.isUnchanged)
    }
}
