import Foundation
import TestSupport
import Testing

@testable import Files

/// A decided switch between sites that is interrupted at any step: whoever opens the folder next completes it.
struct OutputSwitchTests {
    private static let site = "https://example.org"
    private static let old = [
        "index.html": "old", "gone/index.html": "old", "kept.html": "same", "a/b.html": "old",
    ]
    private static let new = [
        "index.html": "new", "kept.html": "same", "a/b.html": "new", "fresh/x/index.html": "new",
    ]

    /// A folder with the old site and a switch to the new one that is decided but not done.
    private func decided() throws -> TemporaryFolder {
        let root = try TemporaryFolder()
        try build(Self.old, in: root)
        let own = root.path + "/_site/.assay"
        let record = OutputRecord(site: Self.site, paths: Set(Self.new.keys))
        try root.write("_site/.assay/files.new", String(decoding: record.bytes, as: UTF8.self))
        for (path, text) in Self.new where Self.old[path] != text {
            try root.write("_site/.assay/ready/" + path, text)
        }
        #expect(FileManager.default.fileExists(atPath: own + "/ready/fresh/x/index.html"))
        return root
    }

    private func build(_ files: [String: String], in root: TemporaryFolder) throws {
        let folder = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
        defer { folder.release() }
        let writer = try folder.writer(site: Self.site)
        for (path, text) in files { try writer.write(path, Array(text.utf8)) }
        try writer.commit()
    }

    private func requireNew(_ root: TemporaryFolder, _ step: String) throws {
        let folder = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
        folder.release()
        #expect(folder.known == Set(Self.new.keys), "after \(step)")
        for (path, text) in Self.new { #expect(root.text("_site/" + path) == text, "\(path) after \(step)") }
        #expect(!root.exists("_site/gone"), "after \(step)")
        #expect(!root.exists("_site/.assay/ready") && !root.exists("_site/.assay/files.new"), "after \(step)")
    }

    @Test("Whoever opens the folder next carries the switch out, wherever it was interrupted")
    func resumed() throws {
        let steps: [(String, (String) throws -> Void)] = [
            ("the decision", { _ in }),
            ("the first new folder", { try move("fresh", in: $0) }),
            (
                "the first replaced file",
                {
                    try move("fresh", in: $0); try move("a/b.html", in: $0)
                }
            ),
            (
                "all files",
                { for name in ["fresh", "a/b.html", "index.html"] { try move(name, in: $0) } }
            ),
            (
                "a removal",
                { site in
                    for name in ["fresh", "a/b.html", "index.html"] { try move(name, in: site) }
                    try FileManager.default.removeItem(atPath: site + "/gone")
                }
            ),
            (
                "the record",
                { site in
                    for name in ["fresh", "a/b.html", "index.html"] { try move(name, in: site) }
                    try FileManager.default.removeItem(atPath: site + "/gone")
                    try FileManager.default.removeItem(atPath: site + "/.assay/files")
                    try FileManager.default.moveItem(
                        atPath: site + "/.assay/files.new",
                        toPath: site + "/.assay/files"
                    )
                }
            ),
        ]
        for (step, interrupt) in steps {
            let root = try decided()
            try interrupt(root.path + "/_site")
            try requireNew(root, step)
        }
    }

    @Test("What was not decided is taken away, and the site stays the old one")
    func undecided() throws {
        let root = try TemporaryFolder()
        try build(Self.old, in: root)
        try root.write("_site/.assay/new/index.html", "half")
        try root.write("_site/.assay/files.new", "half a record")
        let folder = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
        #expect(folder.known == Set(Self.old.keys))
        for (path, text) in Self.old { #expect(root.text("_site/" + path) == text) }
        #expect(!root.exists("_site/.assay/new") && !root.exists("_site/.assay/files.new"))
    }

    @Test("A switch that cannot be carried out is not decided")
    func blocked() throws {
        let root = try TemporaryFolder()
        try build(Self.old, in: root)
        try root.write("_site/fresh", "a stranger's file")
        #expect(throws: OutputProblem.file("fresh/x/index.html", .notAFolder)) {
            try build(Self.new, in: root)
        }
        for (path, text) in Self.old { #expect(root.text("_site/" + path) == text) }
        #expect(!root.exists("_site/.assay/ready"))
    }
}

/// Does the step of a switch that concerns one name.
private func move(_ name: String, in site: String) throws {
    try? FileManager.default.removeItem(atPath: site + "/" + name)
    try FileManager.default.moveItem(atPath: site + "/.assay/ready/" + name, toPath: site + "/" + name)
}
