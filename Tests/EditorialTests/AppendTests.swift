import Diagnostics
import Files
import Foundation
import Newsroom
import Testing

@testable import Editorial

@Suite("Appending to journals")
struct AppendTests {
    @Test("what someone else wrote meanwhile is not written over")
    func changedMeanwhile() async throws {
        let folder = try DeskFolder()
        let before = try await folder.claim()
        try await folder.act(.comment(note: "First."), by: "bo")
        let pen = DeskPen(
            folder.tree,
            author: "cy",
            time: try #require(JournalTime("2026-11-21T00:00:00Z")),
            key: nil
        )
        let newsroom = try await folder.newsroom()
        await #expect {
            try await pen.write(.comment(note: "Second."), on: before, in: newsroom)
        } throws: { "\($0)".contains("changed by someone else meanwhile") }
        #expect(try await folder.claim().journal.lines.count == 1)
    }

    @Test("of many who write at once, each writes after the one before or is refused")
    func concurrency() async throws {
        let folder = try DeskFolder()
        let newsroom = try await folder.newsroom()
        let tree = folder.tree
        let time = try #require(JournalTime("2026-11-21T00:00:00Z"))
        let written = await withTaskGroup(of: Int.self) { group in
            for number in 0..<16 {
                group.addTask {
                    let desk = await Desk.load(newsroom, from: tree)
                    guard let claim = desk.claims["it-is"] else { return 0 }
                    let pen = DeskPen(tree, author: "bo", time: time, key: nil)
                    let line = try? await pen.write(.comment(note: "\(number)"), on: claim, in: newsroom)
                    return line == nil ? 0 : 1
                }
            }
            return await group.reduce(0, +)
        }
        let journal = try await folder.claim().journal
        #expect(journal.isSound)
        #expect(written > 0)
        #expect(journal.lines.count == written)
    }

    @Test("nothing is appended to a journal that does not hold")
    func broken() async throws {
        let folder = try DeskFolder()
        try await folder.act(.comment(note: "First."), by: "bo")
        try await folder.act(.comment(note: "Second."), by: "bo")
        try folder.replace("First", with: "Other", in: folder.journalPath)
        await #expect { try await folder.act(.comment(note: "Third."), by: "bo") } throws: {
            "\($0)".contains("content/journal/it-is.jsonl:2: this line does not follow line 1")
        }
        #expect(try folder.text(folder.journalPath).split(separator: "\n").count == 2)
    }

    @Test(
        "nothing is written through a link that leads out of the newsroom",
        arguments: ["journal", "versions"]
    )
    func links(_ name: String) async throws {
        let folder = try DeskFolder()
        let outside = try DeskFolder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/content/\(name)",
            withDestinationPath: outside.path
        )
        await #expect { try await folder.act(.submit(note: nil), by: "ana") } throws: {
            "\($0)".contains("leads out of the newsroom's folder")
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: outside.path).sorted() == [
                "content", "seeds",
            ]
        )
    }
}
