import Foundation
import Testing

@testable import Assay

/// The repository's own newsroom, whose verdicts are published by journals.
struct JournalEditTests {
    private static let claim = "coats-warning-recalls-9-11"

    @Test("After edits of journals, versions and keys the site is what a full build gives")
    func edits() async throws {
        let repository = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
        let room = try NewsroomFolder(
            copyingFolder: String(repository.dropFirst()),
            folders: ["content", "seeds"]
        )
        let builds = TwinBuilds(room)
        try await builds.check("the first build")

        let verdict = "content/verdicts/\(Self.claim).md"
        let text = try #require(room.text(verdict))
        try room.write(verdict, text + "\nOne more sentence.\n")
        try await builds.check("a change to a published text")
        try room.write(verdict, text)
        try await builds.check("taking it back")

        let journal = "content/journal/\(Self.claim).jsonl"
        let lines = try #require(room.text(journal)).split(separator: "\n")
        try room.write(journal, lines.dropLast().joined(separator: "\n") + "\n")
        try await builds.check("a journal that lost its last line")
        try room.remove(journal)
        try await builds.check("a journal that is gone")
        try room.write(journal, lines.joined(separator: "\n") + "\n")
        try room.write("content/allowed_signers", "assay-project namespaces=\"assay\" ssh-ed25519 AAAA\n")
        try await builds.check("keys")

        let version = try #require(room.files(below: "content/versions/\(Self.claim)").first)
        try room.write("content/versions/\(Self.claim)/\(version)", "{}")
        try await builds.check("a version that was changed")
    }
}
