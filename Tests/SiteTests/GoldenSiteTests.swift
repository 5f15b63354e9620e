import Addresses
import Foundation
import Testing

@testable import Site

/// Whole sites: a folder of input and a folder of expected output; `ASSAY_RECORD=1` records them anew.
@Suite struct GoldenSiteTests {
    @Test(arguments: [(folder: "expected", drafts: false), (folder: "expected-with-drafts", drafts: true)])
    func theSiteIsAsRecorded(folder: String, drafts: Bool) async throws {
        let site = try await BuiltSite(Fixture("bridge").edition(includingDrafts: drafts))
        #expect(site.diagnostics.map(\.message) == [])
        // The theme's assets are in the repository already.
        let built = site.files.filter { !$0.key.hasPrefix("assets/") }
        let expected = Fixture.folder.appending(path: "bridge/\(folder)")
        if ProcessInfo.processInfo.environment["ASSAY_RECORD"] == "1" {
            try record(built, in: expected)
        }
        let recorded = try files(in: expected)
        #expect(Set(built.keys) == Set(recorded.keys))
        for (path, bytes) in built.sorted(by: { $0.key < $1.key }) where recorded[path] != bytes {
            Issue.record(
                "\(path) differs from the recorded page; ASSAY_RECORD=1 records it, `git diff` shows it"
            )
        }
    }

    private func record(_ files: [String: [UInt8]], in folder: URL) throws {
        try? FileManager.default.removeItem(at: folder)
        for (path, bytes) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: file)
        }
    }

    private func files(in folder: URL) throws -> [String: [UInt8]] {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        var files: [String: [UInt8]] = [:]
        for path in paths where !isFolder(folder.appending(path: path)) {
            let name = path.precomposedStringWithCanonicalMapping
            files[name] = Array(try Data(contentsOf: folder.appending(path: path)))
        }
        return files
    }

    private func isFolder(_ url: URL) -> Bool {
        (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    }
}
