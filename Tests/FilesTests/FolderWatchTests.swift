import Foundation
import TestSupport
import Testing

@testable import Files

/// Real changes to real files, as inotify reports them and as polling finds them.
struct FolderWatchTests {
    let folder: TemporaryFolder
    let tree: FileTree

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("content/claims/one.md", "one")
        try folder.write("other/unwatched.md", "other")
        tree = try FileTree(root: folder.path)
    }

    enum Way: CaseIterable { case told, looking }

    private func changes(_ way: Way) -> AsyncStream<Set<FileChange>> {
        switch way {
        case .told: FolderWatch.changes(in: tree, folders: ["content", "seeds"])
        case .looking:
            PollingWatch.changes(in: tree, folders: ["content", "seeds"], interval: .milliseconds(20))
        }
    }

    private func url(_ name: String) -> URL { URL(fileURLWithPath: folder.path + "/" + name) }

    /// Whether a change means that a path may have changed.
    private func concerns(_ change: FileChange, _ path: String) -> Bool {
        switch change {
        case .file(let file): file == path
        case .folder(let folder): folder.isEmpty || path == folder || path.hasPrefix(folder + "/")
        }
    }

    /// Waits for a change of a path; the test's time limit ends a wait in vain.
    private func wait(
        for path: String,
        _ iterator: inout AsyncStream<Set<FileChange>>.AsyncIterator
    ) async -> Bool {
        while let set = await iterator.next(isolation: nil) {
            if set.contains(where: { concerns($0, path) }) { return true }
        }
        return false
    }

    @Test(
        "Writing, renaming, removing and making folders are told",
        .timeLimit(.minutes(1)),
        arguments: Way.allCases
    )
    func everyKind(way: Way) async throws {
        var iterator = changes(way).makeAsyncIterator()
        try folder.write("content/claims/one.md", "one and more")
        #expect(await wait(for: "content/claims/one.md", &iterator))

        try folder.write("other/new.md", "renamed")
        #expect(rename(url("other/new.md").path, url("content/claims/one.md").path) == 0)
        #expect(await wait(for: "content/claims/one.md", &iterator))

        try folder.write("content/claims/deep/er/two.md", "two")
        #expect(await wait(for: "content/claims/deep/er/two.md", &iterator))
        try folder.write("content/claims/deep/er/two.md", "two and more")
        #expect(await wait(for: "content/claims/deep/er/two.md", &iterator))

        try FileManager.default.removeItem(at: url("content/claims/deep"))
        #expect(await wait(for: "content/claims/deep/er/two.md", &iterator))

        try folder.write("seeds/late.md", "a folder that was not there")
        #expect(await wait(for: "seeds/late.md", &iterator))
        try folder.write("seeds/late.md", "and is watched now")
        #expect(await wait(for: "seeds/late.md", &iterator))

        try folder.link("content/claims/link.md", to: folder.path + "/other/unwatched.md")
        #expect(await wait(for: "content/claims/link.md", &iterator))
    }

    @Test(
        "Nothing is told of hidden files, backups, and folders that are not watched",
        .timeLimit(.minutes(1)),
        arguments: Way.allCases
    )
    func silence(way: Way) async throws {
        var iterator = changes(way).makeAsyncIterator()
        for name in [
            "content/.hidden", "content/claims/.one.md.swp", "content/claims/one.md~", "other/unwatched.md",
        ] {
            try folder.write(name, "noise")
        }
        try folder.write("content/claims/signal.md", "signal")
        var heard: Set<FileChange> = []
        while !heard.contains(where: { concerns($0, "content/claims/signal.md") }) {
            heard.formUnion(try #require(await iterator.next(isolation: nil)))
        }
        #expect(heard == [.file("content/claims/signal.md")])
    }

    @Test("A folder that moves is told under its new name", .timeLimit(.minutes(1)), arguments: Way.allCases)
    func move(way: Way) async throws {
        var iterator = changes(way).makeAsyncIterator()
        try FileManager.default.moveItem(at: url("content/claims"), to: url("content/sources"))
        #expect(await wait(for: "content/sources/one.md", &iterator))
        try folder.write("content/sources/one.md", "changed after the move")
        #expect(await wait(for: "content/sources/one.md", &iterator))
    }

    @Test("Several changes in one moment are one set", .timeLimit(.minutes(1)))
    func gathered() async throws {
        let stream = FolderWatch.changes(in: tree, folders: ["content"], pause: .milliseconds(300))
        var iterator = stream.makeAsyncIterator()
        for number in 0..<20 { try folder.write("content/claims/\(number).md") }
        let set = try #require(await iterator.next(isolation: nil))
        #if os(Linux)
            #expect(set.count == 20)
        #else
            #expect(!set.isEmpty)
        #endif
    }

    @Test("A stamp changes with content and with the file behind a name, and stays otherwise")
    func stamps() throws {
        let before = tree.stamp(of: "content/claims/one.md")
        #expect(before != nil)
        #expect(tree.stamp(of: "content/claims/one.md") == before)
        try folder.write("content/claims/copy.md", "one")
        #expect(rename(url("content/claims/copy.md").path, url("content/claims/one.md").path) == 0)
        #expect(tree.stamp(of: "content/claims/one.md") != before)
        #expect(tree.stamp(of: "content/claims/missing.md") == nil)
    }

    #if os(Linux)
        @Test("The kernel's records are read, whatever the length of their names")
        func records() {
            func record(_ watch: UInt8, _ name: String, paddedTo length: UInt8) -> [UInt8] {
                let bytes = Array(name.utf8)
                return [watch, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, length, 0, 0, 0] + bytes
                    + [UInt8](repeating: 0, count: Int(length) - bytes.count)
            }
            let bytes =
                record(1, "one.md", paddedTo: 16) + record(2, "", paddedTo: 0)
                + record(3, "é.md", paddedTo: 16)
            let events = InotifyEvent.events(in: bytes[...])
            #expect(events.map(\.name) == ["one.md", "", "é.md"])
            #expect(events.map(\.watch) == [1, 2, 3])
            #expect(events.allSatisfy { $0.mask == 8 })
            #expect(InotifyEvent.events(in: bytes[..<20]).count == 1)
        }
    #endif
}
