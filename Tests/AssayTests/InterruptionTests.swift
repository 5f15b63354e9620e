import Files
import Foundation
import Newsroom
import Synchronization
import TestSupport
import Testing

@testable import Assay

/// After Ctrl-C the site is the old one or the new one, complete in either case.
@Suite("Interrupted builds")
struct InterruptionTests {
    private static let claimCount = 60

    /// A newsroom that is large enough for its build to be interrupted.
    private static func newsroom() throws -> NewsroomFolder {
        let room = try NewsroomFolder()
        let claim = try #require(room.text("content/claims/it-is.md"))
        let verdict = try #require(room.text("content/verdicts/it-is.md"))
        for number in 0..<claimCount {
            try room.write("content/claims/claim-\(number).md", claim)
            try room.write(
                "content/verdicts/claim-\(number).md",
                verdict.replacing("claim: it-is", with: "claim: claim-\(number)")
            )
        }
        return room
    }

    /// The files of the site with their contents, by path.
    private static func site(of room: NewsroomFolder) -> [String: String?] {
        Dictionary(uniqueKeysWithValues: room.files(below: "_site").map { ($0, room.text("_site/" + $0)) })
    }

    @Test(
        "A build that is cancelled after some pages leaves the folder as it was",
        arguments: [1, 61]
    )
    func cancelled(pageCount: Int) async throws {
        let room = try Self.newsroom()
        let request = Request(
            folder: try FileTree(root: room.path),
            today: try #require(CalendarDate("2026-11-21"))
        )
        let path = room.path
        @Sendable func output() throws(OutputProblem) -> OutputFolder {
            try OutputFolder(path: path + "/_site", root: path, protected: Pipeline.inputFolders)
        }
        let first = try await Pipeline.build(request, into: try output())
        #expect((first.site?.pageCount ?? 0) > Self.claimCount)
        let before = Self.site(of: room)
        try room.replace("name: Test", with: "name: Another name", in: "content/site.yaml")

        let build = Mutex<Task<Report, any Error>?>(nil)
        let isStarted = AsyncStream.makeStream(of: Void.self)
        let task = Task { () async throws -> Report in
            for await _ in isStarted.stream { break }
            return try await Pipeline.build(request, into: try output()) { done, _ in
                if done == pageCount { build.withLock { $0?.cancel() } }
            }
        }
        build.withLock { $0 = task }
        isStarted.continuation.yield()
        let report = try await task.value
        #expect(report.site == nil)
        #expect(Self.site(of: room) == before)

        let next = try await Pipeline.build(request, into: try output())
        #expect(next.site?.changedCount ?? 0 > Self.claimCount)
        let resumed = Self.site(of: room)
        try room.remove("_site")
        _ = try await Pipeline.build(request, into: try output())
        #expect(Self.site(of: room) == resumed, "the build after an interrupted one is not like a full build")
    }

    @Test("A signal that the command was started to ignore is ignored")
    func ignored() throws {
        let room = try Self.newsroom()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // A shell's ignored signals stay ignored in the command that replaces it.
        let signals = "i=0; while [ $i -lt 20000 ] && kill -INT $$; do i=$((i+1)); done"
        let script = "trap '' INT; (\(signals)) & exec \"$0\" build -q -C \"$1\" --today 2026-11-21"
        process.arguments = ["-c", script, try CommandLineTool.binary().path, room.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        #expect(room.exists("_site/index.html"))
    }

    @Test("Ctrl-C and a polite kill end the process while it writes", arguments: [SIGINT, SIGTERM])
    func signals(number: Int32) throws {
        let room = try Self.newsroom()
        let process = Process()
        process.executableURL = try CommandLineTool.binary()
        process.arguments = ["build", "-C", room.path, "--today", "2026-11-21", "--workers", "1"]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        // The first new file shows that pages are being written. A first build writes straight into its own folder.
        let folders = ["_site/.assay/new", "_site/claims"].map { room.path + "/" + $0 }
        while process.isRunning,
            folders.allSatisfy({ (try? FileManager.default.contentsOfDirectory(atPath: $0))?.isEmpty ?? true }
            )
        {}
        kill(process.processIdentifier, number)
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit, "the signal ended it, and nothing was tidied up")
        #expect(process.terminationStatus == 128 + number, "\(said)")

        let found = Self.site(of: room)
        #expect(!found.keys.contains { $0.hasPrefix(".assay/") && $0 != ".assay/files" })
        if said.contains("nothing was written") { #expect(!room.exists("_site")) }
        let outcome = try CommandLineTool.run(["build", "-C", room.path, "--today", "2026-11-21", "-q"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let whole = Self.site(of: room)
        if !found.isEmpty { #expect(found == whole, "an interrupted build left a part of a site") }
        try room.remove("_site")
        try room.remove(".assay")
        #expect(
            try CommandLineTool.run(["build", "-C", room.path, "--today", "2026-11-21", "-q"]).status == 0
        )
        #expect(Self.site(of: room) == whole)
    }
}
