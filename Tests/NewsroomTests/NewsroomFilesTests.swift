import Files
import Foundation
import Testing

@testable import Newsroom

struct NewsroomFilesTests {
    private static let claim = "content/claims/one.md"
    private let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "assay-test-\(UUID().uuidString)"
        )
        try write(
            "content/site.yaml",
            "name: T\nurl: https://example.org\nlanguage: en\ndescription: T\npublisher: p\nscale:\n  version: 1\n  rulings:\n    - {id: true, label: \"True\", meaning: Right.}\n    - {id: false, label: \"False\", meaning: Wrong.}\n"
        )
        try write(Self.claim, "---\nstatement: First.\nclaimant: p\n---\n")
        try write("content/claims/two.md", "---\nstatement: Second.\nclaimant: p\n---\n")
    }

    private func write(_ name: String, _ text: String) throws {
        let url = root.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    private func with(_ test: (inout NewsroomFiles) async throws -> Void) async throws {
        defer { try? FileManager.default.removeItem(at: root) }
        var files = await NewsroomFiles(loading: try FileTree(root: root.path))
        try await test(&files)
    }

    @Test("Only what changed is reported, and loading anew finds the same")
    func changes() async throws {
        try await with { files in
            #expect(await files.reload([.folder("")]) == [])
            #expect(await files.reload([.file(Self.claim)]) == [])
            try write(Self.claim, "---\nstatement: Another.\nclaimant: p\n---\n")
            try write("content/claims/three.md", "---\nstatement: Third.\nclaimant: p\n---\n")
            try FileManager.default.removeItem(at: root.appendingPathComponent("content/claims/two.md"))
            #expect(
                await files.reload([.folder("content/claims")]) == [
                    Self.claim, "content/claims/two.md", "content/claims/three.md",
                ]
            )
            let fresh = await LoadedNewsroom.load(from: try FileTree(root: root.path))
            #expect(files.current.diagnostics == fresh.diagnostics)
            #expect(files.current.files == fresh.files)
            #expect(files.current.newsroom?.claims.map(\.statement.value) == ["Another.", "Third."])
        }
    }

    @Test("A file that breaks stands as it was, as often as it breaks, until it is mended or removed")
    func lastUsable() async throws {
        try await with { files in
            for text in ["---\nstatement: [\n---\n", "", "no front matter"] {
                try write(Self.claim, text)
                #expect(await files.reload([.file(Self.claim)]) == [Self.claim])
                #expect(files.isBroken(Self.claim))
                #expect(!files.diagnostics(of: Self.claim).isEmpty)
                #expect(files.current.newsroom?.claims["one"] == nil)
                #expect(files.lastUsable.newsroom?.claims["one"]?.statement.value == "First.")
            }
            try write(Self.claim, "---\nstatement: Mended.\nclaimant: p\n---\n")
            await files.reload([.file(Self.claim)])
            #expect(!files.usesOlderFiles)
            #expect(files.lastUsable.newsroom?.claims["one"]?.statement.value == "Mended.")
            try write(Self.claim, "")
            await files.reload([.file(Self.claim)])
            try FileManager.default.removeItem(at: root.appendingPathComponent(Self.claim))
            await files.reload([.file(Self.claim)])
            #expect(files.lastUsable.newsroom?.claims["one"] == nil)
        }
    }

    @Test("A file that nobody would read is warned of while it is there")
    func unread() async throws {
        try await with { files in
            try write("content/claims/notes.txt", "x")
            #expect(await files.reload([.file("content/claims/notes.txt")]) == ["content/claims/notes.txt"])
            #expect(files.current.diagnostics.map(\.rule.name) == ["unread-file"])
            try FileManager.default.removeItem(at: root.appendingPathComponent("content/claims/notes.txt"))
            await files.reload([.file("content/claims/notes.txt")])
            #expect(files.current.diagnostics == [])
        }
    }
}
