import Assay
import Diagnostics
import Files
import Foundation
import Newsroom
import Testing

/// The schema and the site, walked together: each field of a record reaches readers, or is listed here with the reason why not.
@Suite("What readers are given")
struct ShownFieldsTests {
    /// The fields that no file of a site shows.
    static let unshown: [String: String] = [:]

    /// The fields that pages show and no data file has.
    static let onPagesAlone: [String: String] = [:]

    /// The fields of media need files, and have tests of their own (`MediumSiteTests`).
    private static let fields = EveryField.all.filter { $0.kind != .medium && $0.path.last != "media" }

    @Test("a change of a field shows on a page and in data", arguments: fields)
    func change(_ field: EveryField.Field) async throws {
        let isInstead = field.kind == .verdict && field.path == ["evidence", "article"]
        let before = try await site(changing: nil, instead: isInstead ? "article" : nil)
        let after = try await site(changing: field, instead: isInstead ? "article" : nil)
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        let name = field.testDescription
        #expect(changed.isEmpty == (Self.unshown[name] != nil), "\(name): \(changed.sorted())")
        guard !changed.isEmpty else { return }
        #expect(changed.contains { $0.hasSuffix(".html") }, "\(name) is on no page")
        let isInData = changed.contains { $0.hasSuffix(".json") || $0.hasSuffix(".csv") }
        #expect(isInData == (Self.onPagesAlone[name] == nil), "\(name): \(changed.sorted())")
    }

    /// The files of the site in simple mode, drafts included, by path.
    private func site(
        changing field: EveryField.Field?,
        instead: String?
    ) async throws -> [String: [UInt8]] {
        var files = EveryField.files(changing: field, instead: instead)
        files["content/site.yaml"] = files["content/site.yaml"]?.replacing(
            "mode: newsroom",
            with: "mode: simple"
        )
        let folder = try DeskFolder(files)
        let output = try OutputFolder(
            path: folder.path + "/_site",
            root: folder.tree.root,
            protected: Pipeline.inputFolders
        )
        let today = try #require(CalendarDate("2026-11-21"))
        let request = Request(folder: folder.tree, today: today, includesDrafts: true, keepsGoing: true)
        let report = try await Pipeline.build(request, into: output)
        let built = try #require(report.site, "\(report.diagnostics)")
        return try contents(of: built.folder)
    }

    private func contents(of folder: String) throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
        where !path.hasPrefix(".assay") && !path.hasPrefix("data/manifest") {
            guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
            contents[path] = Array(data)
        }
        return contents
    }
}
