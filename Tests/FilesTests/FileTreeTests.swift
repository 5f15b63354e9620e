import Foundation
import TestSupport
import Testing

@testable import Files

struct FileTreeTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("Lists files at any depth, sorted, without hidden ones and backups")
    func listing() throws {
        for name in ["a/b.md", "a/c/d.md", "a/.hidden.md", "a/x.md~", "a/#y.md#", "z.md"] {
            try folder.write(name)
        }
        let tree = try FileTree(root: folder.path)
        #expect(tree.files(below: "a").map(\.path) == ["a/b.md", "a/c/d.md"])
        #expect(tree.files(below: "nothing-here").isEmpty)
    }

    @Test("A symbolic link is followed inside the folder and refused outside")
    func symbolicLinks() throws {
        let outside = try TemporaryFolder()
        try outside.write("secret.md", "secret")
        try folder.write("real.md", "inside")
        try folder.write("list/plain.md")
        try folder.link("list/inside.md", to: folder.path + "/real.md")
        try folder.link("list/outside.md", to: outside.path + "/secret.md")
        try folder.link("list/folder", to: outside.path)
        try folder.link("list/dangling.md", to: folder.path + "/nothing.md")
        let tree = try FileTree(root: folder.path)
        let entries = tree.files(below: "list")
        #expect(
            entries.map(\.path) == [
                "list/dangling.md", "list/folder", "list/inside.md", "list/outside.md", "list/plain.md",
            ]
        )
        #expect(entries.map(\.problem) == [.missing, .leavesTheFolder, nil, .leavesTheFolder, nil])
        #expect(try tree.contents(of: entries[2], limit: 100) == Array("inside".utf8))
        #expect(throws: FileProblem.leavesTheFolder) { try tree.contents(of: "list/outside.md", limit: 100) }
        #expect(throws: FileProblem.leavesTheFolder) {
            try tree.contents(of: "../\(outside.path.split(separator: "/").last ?? "")/secret.md", limit: 100)
        }
    }

    @Test("A folder that links to itself is listed once")
    func loops() throws {
        try folder.write("a/b.md")
        try folder.link("a/again", to: folder.path + "/a")
        #expect(try FileTree(root: folder.path).files(below: "a").map(\.path) == ["a/b.md"])
    }

    @Test("Refuses what is too large, a folder and a pipe")
    func refusals() throws {
        try folder.write("large.md", String(repeating: "x", count: 101))
        try folder.write("folder/x.md")
        mkfifo(folder.path + "/pipe.md", 0o600)
        let tree = try FileTree(root: folder.path)
        #expect(throws: FileProblem.tooLarge(size: 101, limit: 100)) {
            try tree.contents(of: "large.md", limit: 100)
        }
        #expect(throws: FileProblem.notAFile) { try tree.contents(of: "folder", limit: 100) }
        #expect(throws: FileProblem.notAFile) { try tree.contents(of: "pipe.md", limit: 100) }
        #expect(throws: FileProblem.missing) { try tree.contents(of: "none.md", limit: 100) }
    }

    @Test("A root must be a folder")
    func root() throws {
        try folder.write("file")
        #expect(throws: FileProblem.notAFolder) { try FileTree(root: folder.path + "/file") }
        #expect(throws: FileProblem.missing) { try FileTree(root: folder.path + "/none") }
    }
}

struct ConcurrentMapTests {
    @Test("Keeps the order, whatever the number of workers", arguments: [1, 2, 8])
    func order(workers: Int) async {
        let numbers = Array(0..<5000)
        let doubled = await numbers.concurrentMap(workers: workers) { $0 * 2 }
        #expect(doubled == numbers.map { $0 * 2 })
        #expect(await [Int]().concurrentMap(workers: workers) { $0 }.isEmpty)
    }
}
