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

    @Test("A symbolic link is followed inside the part that is read, and refused elsewhere")
    func symbolicLinks() throws {
        let outside = try TemporaryFolder()
        try outside.write("secret.md", "secret")
        try folder.write("list/real.md", "inside")
        try folder.write("other/notes.md", "elsewhere")
        try folder.write(".git/config", "hidden")
        try folder.write("list/.env", "hidden")
        try folder.link("list/inside.md", to: folder.path + "/list/real.md")
        try folder.link("list/outside.md", to: outside.path + "/secret.md")
        try folder.link("list/folder", to: outside.path)
        try folder.link("list/dangling.md", to: folder.path + "/nothing.md")
        try folder.link("list/config.md", to: "../.git/config")
        try folder.link("list/env.md", to: ".env")
        try folder.link("list/git", to: "../.git")
        try folder.link("list/notes.md", to: "../other/notes.md")
        try folder.link("list/other", to: "../other")
        let tree = try FileTree(root: folder.path)
        let entries = tree.files(below: "list")
        let problems: [String: FileProblem?] = [
            "list/config.md": .leadsToHiddenFile, "list/dangling.md": .missing,
            "list/env.md": .leadsToHiddenFile,
            "list/folder": .leavesTheFolder, "list/git": .leadsToHiddenFile, "list/inside.md": nil,
            "list/notes.md": .leadsOut(of: "list"), "list/other": .leadsOut(of: "list"),
            "list/outside.md": .leavesTheFolder,
            "list/real.md": nil,
        ]
        #expect(Dictionary(uniqueKeysWithValues: entries.map { ($0.path, $0.problem) }) == problems)
        let inside = try #require(entries.first { $0.path == "list/inside.md" })
        #expect(try tree.contents(of: inside, limit: 100) == Array("inside".utf8))
        #expect(throws: FileProblem.leavesTheFolder) { try tree.contents(of: "list/outside.md", limit: 100) }
        #expect(throws: FileProblem.leadsToHiddenFile) { try tree.contents(of: "list/env.md", limit: 100) }
        #expect(throws: FileProblem.leavesTheFolder) {
            try tree.contents(of: "../\(outside.path.split(separator: "/").last ?? "")/secret.md", limit: 100)
        }
        let strict = Dictionary(
            uniqueKeysWithValues: tree.files(below: "list", within: "list").map { ($0.path, $0.problem) }
        )
        #expect(strict["list/notes.md"] == FileProblem.leadsOut(of: "list"))
        #expect(strict["list/other"] == FileProblem.leadsOut(of: "list"))
        #expect(tree.entry(at: "list/env.md")?.problem == .leadsToHiddenFile)
    }

    @Test("A path of two parts is read within the first of them")
    func boundaries() throws {
        try folder.write("content/claims/real.md")
        try folder.write("notes/plan.md", "not for readers")
        try folder.link("content/claims/plan.md", to: "../../notes/plan.md")
        try folder.link("content/claims/twin.md", to: "real.md")
        let found = try FileTree(root: folder.path).files(below: "content/claims")
        #expect(found.map(\.problem) == [.leadsOut(of: "content"), nil, nil])
    }

    @Test("A folder with a file's name is listed, and so is one that lies too deep")
    func oddFolders() throws {
        try folder.write("a/x.md/y.md")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/a/z.md",
            withIntermediateDirectories: true
        )
        let deep = Array(repeating: "d", count: 70).joined(separator: "/")
        try folder.write("deep/\(deep)/x.md")
        let tree = try FileTree(root: folder.path)
        let found = tree.files(below: "a", noFolderEndsIn: ".md")
        #expect(found.map(\.path) == ["a/x.md", "a/x.md/y.md", "a/z.md"])
        #expect(found.map(\.problem) == [.isAFolder, nil, .isAFolder])
        #expect(tree.files(below: "deep").map(\.problem) == [.nestsTooDeeply(limit: 64)])
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
