import Diagnostics
import Digests
import Editorial
import Files
import Foundation
import Newsroom
import Testing

@testable import Assay

/// A newsroom that is built repeatedly into one folder, next to builds from nothing.
struct TwinBuilds {
    let room: NewsroomFolder
    var day = "2026-11-21"
    var includesDrafts = false
    /// The fingerprint of the program that builds.
    var program = Fingerprint(of: Array("this one".utf8))

    init(_ room: NewsroomFolder) { self.room = room }

    /// The result of a build: its files, and all that printers need.
    struct Outcome {
        let files: [String: Data]
        let findings: [Diagnostic]
        let shown: [SourceFile]
    }

    /// Builds into the folder of the earlier builds.
    func build() async throws -> Report { try await build(in: room.path) }

    /// The output folder of the builds.
    func output() throws -> OutputFolder { try Self.output(in: FileTree(root: room.path)) }

    /// Builds, and requires the result of a build from nothing, and that a further build changes nothing.
    func check(_ what: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let outcome = try Self.outcome(try await build(), in: room.path)
        let expected = try await buildFromNothing()
        let differing = Set(outcome.files.keys).symmetricDifference(expected.files.keys)
            .union(expected.files.filter { outcome.files[$0.key] != $0.value }.keys)
        try #require(
            differing.isEmpty,
            "after \(what), \(differing.sorted().prefix(5)) differ from a full build",
            sourceLocation: sourceLocation
        )
        try #require(
            outcome.findings.ofFiles == expected.findings.ofFiles && outcome.shown == expected.shown,
            "after \(what), findings differ from those of a full build",
            sourceLocation: sourceLocation
        )
        // A finding that only the last site causes makes the next build differ.
        try await checkNothingIsLeft(
            what,
            expected,
            hasErrors: outcome.findings.hasErrors || expected.findings.hasErrors,
            sourceLocation
        )
    }

    /// Requires that a further build changes no file and reports the same.
    private func checkNothingIsLeft(
        _ what: String,
        _ expected: Outcome,
        hasErrors: Bool,
        _ sourceLocation: SourceLocation
    ) async throws {
        let before = try stamps()
        let report = try await build()
        try #require(
            report.site?.changedCount == 0 && report.site?.removedCount == 0,
            "after \(what), the second build still changed something",
            sourceLocation: sourceLocation
        )
        try #require(
            report.diagnostics.ofFiles == expected.findings.ofFiles
                && Self.shown(in: report) == expected.shown,
            "after \(what), the second build says something else",
            sourceLocation: sourceLocation
        )
        // After errors, every file is checked again, and the state is written again.
        guard !hasErrors else { return }
        let after = try stamps()
        let written = after.filter { before[$0.key] != $0.value }.keys.sorted()
        try #require(
            written.isEmpty && after.count == before.count,
            "after \(what), the second build wrote \(written.prefix(3))",
            sourceLocation: sourceLocation
        )
    }

    private func buildFromNothing() async throws -> Outcome {
        let copy = try NewsroomFolder(copying: room, folders: ["content", "seeds", "templates"])
        return try Self.outcome(try await build(in: copy.path), in: copy.path)
    }

    private func build(in path: String) async throws -> Report {
        let folder = try FileTree(root: path)
        var request = Request(
            folder: folder,
            today: try #require(CalendarDate(day)),
            includesDrafts: includesDrafts,
            keepsGoing: true
        )
        request.program = program
        return try await Pipeline.build(request, into: try Self.output(in: folder))
    }

    private static func output(in folder: FileTree) throws -> OutputFolder {
        try OutputFolder(
            path: folder.root + "/_site",
            root: folder.root,
            protected: Pipeline.inputFolders
        )
    }

    private static func outcome(_ report: Report, in path: String) throws -> Outcome {
        let folder = URL(fileURLWithPath: path + "/_site")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let files = names.compactMap { name in
            (try? Data(contentsOf: folder.appendingPathComponent(name))).map { (name, $0) }
        }
        return Outcome(
            files: Dictionary(uniqueKeysWithValues: files),
            findings: report.diagnostics,
            shown: shown(in: report)
        )
    }

    /// The files that printers quote.
    private static func shown(in report: Report) -> [SourceFile] {
        let spans = report.diagnostics.ofFiles.flatMap {
            [$0.span].compactMap(\.self) + $0.labels.map(\.span)
        }
        return Set(spans.map(\.file)).sorted().compactMap { report.files[$0] }
    }

    /// The stamps of all files, which show what was written.
    private func stamps() throws -> [String: FileStamp] {
        let tree = try FileTree(root: room.path)
        let names = try FileManager.default.subpathsOfDirectory(atPath: room.path)
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in tree.stamp(of: name).map { (name, $0) } }
        )
    }
}

extension [Diagnostic] {
    /// The findings without those that come from the site of the last build.
    fileprivate var ofFiles: [Diagnostic] { filter { $0.rule.name != "missing-journal" } }
}
