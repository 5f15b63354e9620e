import Assay
import Diagnostics
import Files
import Foundation
import Newsroom
import Testing

/// The schema and the site, walked together: each field of a record reaches readers, or is listed here with the reason why not.
@Suite("What readers are given")
struct ShownFieldsTests {
    /// The fields that no file of this site shows, by the reason.
    static let unshown = byField([
        "it decides what counts as the article's words": ["article text"],
        "it tells two places of a quote apart, and the quote stands once": ["claim appearances suffix"],
        "it counts where several sources go back to one document": ["source own-access"],
        "it is shown once the file is held and has this digest": [
            "source snapshot", "source snapshot file", "source snapshot sha256",
            "article snapshot", "article snapshot file", "article snapshot sha256",
        ],
        "it is private": ["profile email"],
        "it has no page of its own, whose address could lead on": ["verdict formerly"],
        "it orders a list, and this one has a single name": ["profile sort-name"],
        "it names a medium, and the newsroom here has none": ["profile portrait"],
        "it tells the newsroom that somebody looked": ["source reviewed", "article reviewed"],
    ])

    /// The fields that pages show and no data file has, by the reason.
    static let onPagesAlone = byField([
        "data names an article by id, title, publisher, day and address": [
            "article accessed", "article authors", "article archived", "article language", "article source",
        ],
        "data names a source by id, title, publisher, day and address": [
            "source accessed", "source authors", "source also-at", "source derived-from", "source language",
            "source read-in", "source status", "source title-described",
        ],
        "data names people by id, name and address": ["profile role", "profile affiliations"],
        "it tells readers more about the ruling, which data has": [
            "verdict counter-example", "verdict review-by", "verdict single-lineage-reason",
            "verdict replies",
            "verdict replies answered", "verdict replies asked", "verdict replies from",
            "verdict replies note",
        ],
        "it tells readers more about the claim, which data has": [
            "claim related", "claim timeline", "claim timeline date", "claim timeline sources",
            "claim timeline text", "claim appearances prefix",
        ],
    ])

    private static func byField(_ reasons: [String: [String]]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: reasons.flatMap { reason, fields in fields.map { ($0, reason) } })
    }

    @Test("a change of a field shows on a page and in data", arguments: fields)
    func change(_ field: EveryField.Field) async throws {
        let instead = field.path == ["evidence", "article"] ? "article" : nil
        let before = try await (Self.sites[instead ?? ""]?.value ?? [:])
        let after = try await Self.site(changing: field, instead: instead)
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        let name = field.testDescription
        #expect(changed.isEmpty == (Self.unshown[name] != nil), "\(name): \(changed.sorted())")
        guard !changed.isEmpty else { return }
        #expect(changed.contains { $0.hasSuffix(".html") }, "\(name) is on no page")
        let isInData = changed.contains { $0.hasSuffix(".json") || $0.hasSuffix(".csv") }
        #expect(isInData == (Self.onPagesAlone[name] == nil), "\(name): \(changed.sorted())")
    }

    /// The sites without a change, each built once, by the field that stands in the place of another one.
    private static let sites = [
        "": Task { try await site(changing: nil, instead: nil) },
        "article": Task { try await site(changing: nil, instead: "article") },
    ]

    /// The fields of media need files, and have tests of their own (`MediumSiteTests`).
    private static let fields = EveryField.all.filter { $0.kind != .medium && $0.path.last != "media" }

    /// The files of the site in simple mode, drafts included, by path.
    private static func site(
        changing field: EveryField.Field?,
        instead: String?
    ) async throws -> [String: [UInt8]] {
        var files = EveryField.files(changing: field, instead: instead)
        files["content/site.yaml"] = files["content/site.yaml"]?.replacing(
            "mode: newsroom",
            with: "mode: simple"
        )
        if field?.path != ["claim"] {
            files["content/verdicts/a.md"] = files["content/verdicts/a.md"]?.replacing(
                "claim: b",
                with: "claim: a"
            )
        }
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

    private static func contents(of folder: String) throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
        where !path.hasPrefix(".assay") && !path.hasPrefix("data/manifest") {
            guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
            contents[path] = Array(data)
        }
        return contents
    }
}
