import Diagnostics
import Digests
import Editorial
import Foundation
import Newsroom
import Testing

@testable import Assay

/// A snapshot counts if its file exists and has the SHA-256 that its source names.
@Suite("Snapshots")
struct SnapshotTests {
    private static let bytes = String(repeating: "captured ", count: 100_000)
    private static let digest = Digest(of: Array(bytes.utf8)).hexadecimal
    private static let file = "content/snapshots/report.html"

    private func folder(_ file: String = file, _ digest: String = digest) throws -> NewsroomFolder {
        let room = try NewsroomFolder([Self.file: Self.bytes])
        try room.replace(
            "checked: read",
            with: "checked: read\nsnapshot: {file: \(file), sha256: \(digest)}",
            in: "content/sources/report.md"
        )
        try room.replace("source-not-archived: off", with: "unused-source: off", in: "content/site.yaml")
        return room
    }

    private func build(_ room: NewsroomFolder) async throws -> Report { try await TwinBuilds(room).build() }

    @Test(
        "one that is there is shown, in whatever case its digest is written",
        arguments: [digest, digest.uppercased()]
    )
    func whole(_ digest: String) async throws {
        let room = try folder(Self.file, digest)
        let report = try await build(room)
        #expect(!report.hasErrors)
        #expect(
            !report.diagnostics.contains {
                $0.rule.name == "source-not-archived" && $0.span?.file.contains("report") ?? false
            }
        )
        #expect(room.text("_site/sources/report/index.html")?.lowercased().contains(Self.digest) == true)
    }

    @Test(
        "any other is an error, is not shown, and does not stand for an archived copy",
        arguments: [
            ("content/snapshots/nowhere.html", digest), ("/etc/hostname", digest), ("../report.html", digest),
            ("content/snapshots", digest), (".git/config", digest), ("link.html", digest),
            (file, String(repeating: "0", count: 64)),
        ]
    )
    func broken(_ file: String, _ digest: String) async throws {
        let room = try folder(file, digest)
        try FileManager.default.createSymbolicLink(
            atPath: room.path + "/link.html",
            withDestinationPath: "/etc/hostname"
        )
        let report = try await build(room)
        let rule = digest == Self.digest ? "snapshot-missing-file" : "snapshot-digest"
        #expect(report.diagnostics.filter { $0.severity == .error }.map(\.rule.name) == [rule])
        #expect(
            report.diagnostics.contains {
                $0.rule.name == "source-not-archived" && $0.span?.file.contains("report") ?? false
            }
        )
        #expect(room.text("_site/sources/report/index.html")?.contains(digest) == false)
    }

    @Test("one that changes after a build is noticed by the next, and one that is put back, too")
    func changes() async throws {
        let room = try folder()
        #expect(try await !build(room).hasErrors)
        #expect(try await build(room).site?.changedCount == 0)
        try room.write(Self.file, Self.bytes + "!")
        let report = try await build(room)
        #expect(report.diagnostics.contains { $0.rule.name == "snapshot-digest" })
        #expect(room.text("_site/sources/report/index.html")?.contains(Self.digest) == false)
        try room.write(Self.file, Self.bytes)
        #expect(try await !build(room).hasErrors)
        #expect(room.text("_site/sources/report/index.html")?.contains(Self.digest) == true)
    }
}
