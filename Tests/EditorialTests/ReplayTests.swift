import Diagnostics
import Digests
import Files
import Foundation
import Testing

@testable import Editorial

/// Copies of signed lines that would bring back a corrected or retracted text.
@Suite("Copies of lines", .enabled(if: Tool.hasSSH, "ssh-keygen is not installed"))
struct ReplayTests {
    /// A newsroom with a signed ruling that was published and retracted.
    private func retracted() async throws -> DeskFolder {
        let folder = try DeskFolder(policy: "signatures: required")
        let ana = try folder.key(of: "ana")
        let bo = try folder.key(of: "bo")
        try await folder.publish(key: ana, reviewerKey: bo)
        try await folder.act(.retract(reason: "Wrong."), by: "ana", key: ana)
        return folder
    }

    private func append(_ lines: [JournalLine], to folder: DeskFolder) throws {
        let bytes = lines.flatMap(\.bytes)
        try folder.write(
            folder.journalPath,
            try folder.text(folder.journalPath) + String(decoding: bytes, as: UTF8.self)
        )
    }

    /// Copies of lines, each chained to the one before.
    private func copies(_ lines: some Sequence<JournalLine>, after head: Digest?, withSignatures: Bool = true)
        -> [JournalLine]
    {
        var head = head
        return lines.map { line in
            let copy = JournalLine(
                previous: head,
                mended: .init(line.firstPrevious),
                claim: line.claim,
                time: line.time,
                author: line.author,
                name: line.name,
                event: line.event,
                signature: withSignatures ? line.signature : nil
            )
            head = copy.digest
            return copy
        }
    }

    @Test(
        "what was taken back is not brought back by copies of the lines that published it",
        arguments: [true, false]
    )
    func replay(withSignatures: Bool) async throws {
        let folder = try await retracted()
        let lines = try await folder.claim().journal.lines
        let reopened = JournalLine(
            previous: lines.last?.digest,
            claim: "it-is",
            time: try #require(lines.last?.time),
            author: "bo",
            event: .reopened(note: "Look.")
        )
        try append(
            [reopened] + copies(lines.prefix(3), after: reopened.digest, withSignatures: withSignatures),
            to: folder
        )
        let claim = try await folder.claim()
        #expect(claim.journal.diagnostics.map(\.rule.name) == ["broken-journal"])
        #expect(claim.journal.diagnostics.first?.message.contains("a copy of line 1") == true)
        #expect(claim.journal.lines.count == 5 && claim.history.standing.publication == nil)
        let verified = try await folder.verify().diagnostics.map(\.rule.name)
        #expect(verified.contains("broken-journal"))
    }

    @Test("each line is refused a second time, wherever it is put")
    func everyLine() async throws {
        let folder = try await retracted()
        let journal = try await folder.claim().journal
        for line in journal.lines {
            for place in 1...journal.lines.count {
                var lines = Array(journal.lines.prefix(place))
                guard lines.contains(line) else { continue }
                lines += copies([line], after: lines.last?.digest)
                #expect(
                    JournalTests.journal(lines.flatMap(\.bytes)).diagnostics.map(\.rule.name) == [
                        "broken-journal"
                    ]
                )
            }
        }
    }

    @Test("a moved line is refused a second time, too")
    func movedTwice() throws {
        let trunk = JournalTests.lines([.commented(note: "0")])
        let ours = JournalTests.lines([.commented(note: "a")], after: trunk[0].digest)
        let theirs = JournalTests.lines([.commented(note: "b")], after: trunk[0].digest, by: "cy")
        let mended = try JournalRebase(
            "it-is",
            JournalTests.journal((trunk + ours + theirs).flatMap(\.bytes)).file
        )
        let journal = JournalTests.journal(mended.bytes)
        try #require(journal.isSound && journal.lines.count == 3)
        let again = journal.lines + copies(journal.lines.suffix(1), after: journal.head)
        #expect(
            JournalTests.journal(again.flatMap(\.bytes)).diagnostics.map(\.rule.name) == ["broken-journal"]
        )
    }

    @Test("the commands of docs/editorial.md name a copy, too")
    func published() async throws {
        let folder = try await retracted()
        let site = try await VerificationTests.site(of: folder)
        #expect(try VerificationTests.commands(in: site) == "")
        let path = "_site/claims/it-is/journal.jsonl"
        let journal = JournalTests.journal(Array(try folder.text(path).utf8))
        let copy = copies(journal.lines.prefix(1), after: journal.head)[0]
        try folder.write(path, try folder.text(path) + String(decoding: copy.bytes, as: UTF8.self))
        let head = try #require(journal.head).hexadecimal
        try folder.replace(head, with: copy.digest.hexadecimal, in: "_site/data/journals.json")
        #expect(try VerificationTests.commands(in: site).contains("is there twice: {"))
        let verification = await Verification.run(published: try FileTree(root: site))
        #expect(verification.diagnostics.map(\.rule.name).contains("broken-journal"))
    }
}
