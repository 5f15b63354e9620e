import Foundation
import TestSupport
import Testing

/// The commands of docs/a-claims-life.md, given by two people with real repositories and real keys.
@Suite(
    "A claim's life",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen"))
)
struct ClaimsLifeTests {
    /// 2 March 2026, 9:00 (UTC).
    private static let start = 1_772_442_000

    @Test("the page shows what its commands print; ASSAY_RECORD=1 writes it")
    func page() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/a-claims-life.md")
        let page = try String(contentsOf: file, encoding: .utf8)
        let folder = try TemporaryFolder()
        let performed = try Transcript(page: page, start: Self.start).performed(
            in: folder.path,
            tools: try CommandLineTool.binary().deletingLastPathComponent().path
        )
        if ProcessInfo.processInfo.environment["ASSAY_RECORD"] == "1" {
            if Transcript.comparable(performed) != Transcript.comparable(page) {
                try Data(performed.utf8).write(to: file)
            }
            return
        }
        let expected = Transcript.comparable(page).split(separator: "\n", omittingEmptySubsequences: false)
        let found = Transcript.comparable(performed).split(separator: "\n", omittingEmptySubsequences: false)
        let index = zip(expected, found).enumerated().first { $1.0 != $1.1 }?.offset
        #expect(
            index == nil && expected.count == found.count,
            "line \(index.map { "\($0 + 1): \(found[$0])" } ?? "count")"
        )
    }
}
