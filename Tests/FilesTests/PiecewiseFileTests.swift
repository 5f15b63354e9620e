import TestSupport
import Testing

@testable import Files

@Suite("A file that is written piece by piece")
struct PiecewiseFileTests {
    let root: TemporaryFolder

    init() throws { root = try TemporaryFolder() }

    /// Builds a site of one file.
    /// - Returns: whether it was written.
    @discardableResult
    private func build(_ pieces: [String], commits: Bool = true) throws -> Bool {
        let writer = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
            .writer(site: "https://example.org")
        try writer.write("data/long.json") { take in for piece in pieces { take(Array(piece.utf8)) } }
        let isWritten = Array(writer.changedFiles.keys) == ["data/long.json"]
        if commits { try writer.commit() } else { writer.discard() }
        return isWritten
    }

    @Test(
        "has the bytes of its pieces, and is left alone when it has them already",
        arguments: [
            ["one", "two", "three"], ["one", "two"], ["one", "two", "three", "four"], ["onetwothr", "ee"],
            ["one", "tow", "three"], ["eno", "two", "three"], ["onetwothreefour"],
            ["", "one", "", "twothree"],
            [], [""],
        ]
    )
    func revision(_ pieces: [String]) throws {
        #expect(try build(["one", "two", "three"]))
        #expect(root.text("_site/data/long.json") == "onetwothree")
        #expect(try build(pieces) == (pieces.joined() != "onetwothree"))
        #expect(root.text("_site/data/long.json") == pieces.joined())
        #expect(!root.exists("_site/.assay/new"))
        #expect(try !build([pieces.joined()]))
    }

    @Test("can be empty from the beginning")
    func empty() throws {
        #expect(try build([]))
        #expect(root.text("_site/data/long.json") == "")
        #expect(try build(["now"]))
        #expect(root.text("_site/data/long.json") == "now")
    }

    @Test("stays as it was until the build is put in place")
    func discarded() throws {
        try build(["one"])
        #expect(try build(["one", "two"], commits: false))
        #expect(root.text("_site/data/long.json") == "one")
        #expect(!root.exists("_site/.assay/new"))
    }

    @Test("is not written over a file that no build wrote")
    func strangersFile() throws {
        let folder = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
        let first = try folder.writer(site: "https://example.org")
        try first.write("index.html", Array("a".utf8))
        try first.commit()
        try root.write("_site/data/long.json", "mine")
        #expect(throws: OutputProblem.self) { try build(["one"]) }
        #expect(root.text("_site/data/long.json") == "mine")
    }
}
