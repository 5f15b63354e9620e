import Diagnostics
import Digests
import Foundation
import Newsroom
import Testing

@testable import Editorial

@Suite("Times along a journal")
struct TimeOrderTests {
    private func line(
        _ seconds: Int,
        after previous: Digest?,
        mended: JournalLine.Predecessor? = nil,
        _ note: String
    )
        throws -> JournalLine
    {
        JournalLine(
            previous: previous,
            mended: mended,
            claim: "it-is",
            time: try #require(JournalTime(secondsSinceEpoch: 1_795_000_000 + seconds)),
            author: "bo",
            event: .commented(note: note)
        )
    }

    private func findings(_ lines: [JournalLine]) -> [Diagnostic] {
        let journal = JournalTests.journal(lines.flatMap(\.bytes))
        #expect(journal.isSound && journal.lines.count == lines.count)
        return journal.timeFindings
    }

    @Test(
        "seconds are read back as they were written",
        arguments: [-62_135_596_800, -1, 0, 1_795_000_007, 253_402_300_799]
    )
    func seconds(_ number: Int) throws {
        #expect(try #require(JournalTime(secondsSinceEpoch: number)).secondsSinceEpoch == number)
    }

    @Test("a line that is earlier than the one before it is named; clocks may differ by five minutes")
    func falling() throws {
        for (step, isNamed) in [
            (0, false), (60, false), (-1, false), (-300, false), (-301, true), (-40_000_000, true),
        ] {
            let first = try line(0, after: nil, "a")
            let second = try line(step, after: first.digest, "b")
            #expect(findings([first, second]).map(\.rule.name) == (isNamed ? ["time-order"] : []), "\(step)")
        }
        // Small steps back do not add up to a large one.
        let first = try line(0, after: nil, "a")
        let second = try line(-200, after: first.digest, "b")
        let third = try line(-400, after: second.digest, "c")
        #expect(findings([first, second, third]).map { $0.span?.line } == [3])
    }

    @Test("a line that a merge moved keeps its time, and is compared with what its author had before them")
    func merged() throws {
        let trunk = try line(0, after: nil, "0")
        let ours = try line(9000, after: trunk.digest, "a")
        let theirs = try line(1000, after: trunk.digest, "b")
        let moved = theirs.moved(after: ours.digest)
        #expect(findings([trunk, ours, moved]) == [])
        // The author of the next line had all of them before them.
        let late = try line(9100, after: moved.digest, "c")
        let early = try line(2000, after: moved.digest, "c")
        #expect(findings([trunk, ours, moved, late]) == [])
        #expect(findings([trunk, ours, moved, early]).map { $0.span?.line } == [4])
        // A moved line cannot pass for older than its predecessor.
        let old = try line(-4000, after: trunk.digest, "d").moved(after: ours.digest)
        #expect(findings([trunk, ours, old]).map { $0.span?.line } == [3])
    }

    @Test("check and verify name it, and the desk goes on")
    func everywhere() async throws {
        let folder = try DeskFolder()
        try await folder.act(.comment(note: "One."), by: "bo")
        let head = try await folder.claim().journal.head
        let old = try line(-900_000, after: head, "Old.")
        try folder.write(
            folder.journalPath,
            try folder.text(folder.journalPath) + String(decoding: old.bytes, as: UTF8.self)
        )
        #expect(try await folder.desk().diagnostics.map(\.rule.name) == ["time-order"])
        #expect(try await folder.verify().diagnostics.map(\.rule.name) == ["time-order"])
        try await folder.act(.comment(note: "Two."), by: "bo")
        #expect(try await folder.claim().journal.lines.count == 3)
    }

    @Test("a clock that is a little behind is led on, and one that is far behind writes nothing")
    func pen() async throws {
        let folder = try DeskFolder()
        let first = try await folder.act(.comment(note: "One."), by: "bo")
        func write(_ offset: Int) async throws -> JournalLine {
            let time = try #require(JournalTime(secondsSinceEpoch: first.time.secondsSinceEpoch + offset))
            let pen = DeskPen(folder.tree, author: "cy", time: time, key: nil)
            return try await pen.write(
                .comment(note: "Two."),
                on: try await folder.claim(),
                in: try await folder.newsroom()
            )
        }
        #expect(try await write(-120).time == first.time)
        await #expect { _ = try await write(-3600) } throws: {
            "\($0)".contains("set the clock right")
                && "\($0)".contains("SOURCE_DATE_EPOCH=\(first.time.secondsSinceEpoch)")
        }
        #expect(try await folder.claim().journal.lines.count == 2)
    }
}
