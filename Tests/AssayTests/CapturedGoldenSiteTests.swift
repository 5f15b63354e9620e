import Diagnostics
import Files
import Foundation
import Newsroom
import Testing

@testable import Assay

/// The pages of a newsroom that was captured from the acceptance tests' own server, with its captures, stamps and observations in git.
///
/// `Tests/Acceptance/golden_newsroom.py` captures it anew; `ASSAY_RECORD=1` records the pages.
struct CapturedGoldenSiteTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../Golden/river").standardizedFileURL

    /// The pages and files that say something of captures.
    private static let recorded = [
        "sources/", "articles/", "claims/households/index.html", "data/captures.json",
    ]

    @Test("Pages with captures, and what is found of them, are as recorded")
    func pages() async throws {
        let room = try NewsroomFolder(
            copyingFolder: Self.folder.appendingPathComponent("input").path,
            folders: ["content", "seeds"]
        )
        let folder = try FileTree(root: room.path)
        let request = Request(
            folder: folder,
            today: try #require(CalendarDate("2026-11-30")),
            requiresFiles: true
        )
        let output = try OutputFolder(
            path: folder.root + "/_site",
            root: folder.root,
            protected: Pipeline.inputFolders
        )
        let report = try await Pipeline.build(request, into: output)
        #expect(!report.hasErrors)
        var built = try Self.files(in: URL(fileURLWithPath: room.path + "/_site")).filter { file in
            Self.recorded.contains(where: file.key.hasPrefix)
        }
        built["findings.txt"] = Data(report.diagnostics.map(Self.line).joined().utf8)
        let expected = Self.folder.appendingPathComponent("expected")
        if ProcessInfo.processInfo.environment["ASSAY_RECORD"] == "1" {
            try Self.record(built, in: expected)
        }
        let wanted = try Self.files(in: expected)
        #expect(Set(built.keys) == Set(wanted.keys))
        for (path, bytes) in built.sorted(by: { $0.key < $1.key }) where wanted[path] != bytes {
            Issue.record("\(path) differs from what is recorded; ASSAY_RECORD=1 records it")
        }
        // Readers get the proofs, and never the pages of others.
        let site = try FileManager.default.subpathsOfDirectory(atPath: room.path + "/_site")
        #expect(site.contains { $0.hasSuffix(".tsr") } && !site.contains { $0.contains(".warc") })
    }

    /// A finding in a line, with its notes below.
    private static func line(_ finding: Diagnostic) -> String {
        let place = finding.span.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
        let first = "\(finding.severity)[\(finding.rule.name)] \(place)\(finding.message)\n"
        return first + finding.notes.map { "  \($0)\n" }.joined()
    }

    private static func files(in folder: URL) throws -> [String: Data] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [:] }
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let files = names.compactMap { name in
            (try? Data(contentsOf: folder.appendingPathComponent(name))).map { (name, $0) }
        }
        return Dictionary(uniqueKeysWithValues: files)
    }

    private static func record(_ files: [String: Data], in folder: URL) throws {
        try? FileManager.default.removeItem(at: folder)
        for (path, bytes) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try bytes.write(to: file)
        }
    }
}
