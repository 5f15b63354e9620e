import Digests
import Newsroom
import Testing

@testable import Editorial

@Suite("One journal of two versions")
struct JournalMergeTests {
    private static func bytes(_ lines: [JournalLine]) -> [UInt8] { lines.flatMap(\.bytes) }

    private static func merged(
        _ ours: [JournalLine],
        _ theirs: [JournalLine],
        shared: [JournalLine] = [],
        _ standing: JournalMerge.Standing = .settled
    ) throws -> [JournalLine] {
        let merge = try JournalMerge(
            ours: bytes(ours),
            theirs: bytes(theirs),
            path: "content/journal/it-is.jsonl",
            shared: bytes(shared),
            standing: standing
        )
        let journal = JournalTests.journal(merge.bytes)
        #expect(journal.diagnostics == [])
        return journal.lines
    }

    private static func notes(_ lines: [JournalLine]) -> [String] { lines.compactMap(\.event.note) }

    private static func said(
        _ note: String,
        after lines: [JournalLine],
        by author: String = "bo"
    ) -> [JournalLine] {
        lines + JournalTests.lines([.commented(note: note)], after: lines.last?.digest, by: author)
    }

    private let trunk = JournalTests.lines([.commented(note: "0")])

    @Test("a merge in either direction comes to the same bytes")
    func settled() throws {
        let ours = Self.said("a", after: trunk)
        let theirs = Self.said("b", after: trunk, by: "cy")
        let one = try Self.merged(ours, theirs)
        #expect(one == (try Self.merged(theirs, ours)))
        #expect(Set(Self.notes(one)) == ["0", "a", "b"] && one.count == 3)
        // Merged once more, nothing changes.
        #expect(try Self.merged(one, theirs) == one)
        #expect(try Self.merged(ours, one) == one)
    }

    @Test("lines that others have keep their places, whichever side they are on")
    func shared() throws {
        let mine = Self.said("mine", after: trunk)
        let shared = Self.said("shared", after: trunk, by: "cy")
        for merged in [
            try Self.merged(mine, shared, shared: shared), try Self.merged(shared, mine, shared: shared),
            try Self.merged(shared, mine, .ours),
        ] {
            #expect(Self.notes(merged) == ["0", "shared", "mine"])
            #expect(Array(merged.prefix(2)) == shared)
        }
    }

    @Test("a line that one version lacks stays: what git takes back, journals do not")
    func reverted() throws {
        let whole = Self.said("a", after: trunk)
        #expect(try Self.merged(whole, trunk, .ours) == whole)
        #expect(try Self.merged(trunk, whole, .ours) == whole)
        #expect(try Self.merged(whole, [], .ours) == whole)
        #expect(try Self.merged([], whole, .ours) == whole)
    }

    @Test(
        "three desks that merge each other in turn, again and again, keep each event once and a chain that holds"
    )
    func threeDesks() throws {
        for seed in 0..<60 {
            var random = SmallRandom(seed: UInt64(seed))
            var desks = [trunk, trunk, trunk]
            var said: Set<String> = ["0"]
            for round in 0..<14 {
                let one = Int(random.next() % 3)
                if random.next() % 2 == 0 {
                    let note = "\(one)-\(round)"
                    said.insert(note)
                    desks[one] = Self.said(note, after: desks[one], by: ["ana", "bo", "cy"][one])
                } else {
                    let other = (one + 1 + Int(random.next() % 2)) % 3
                    let before = desks[one]
                    desks[one] = try Self.merged(before, desks[other])
                    let known = Set(Self.notes(before)).union(Self.notes(desks[other]))
                    #expect(Self.notes(desks[one]).sorted() == known.sorted(), "seed \(seed)")
                }
            }
            var all = desks[0]
            for desk in desks.dropFirst() { all = try Self.merged(all, desk) }
            #expect(Self.notes(all).sorted() == said.sorted(), "seed \(seed)")
        }
    }

    @Test("versions of which one was changed by hand are a conflict, with both between git's markers")
    func changed() throws {
        let ours = Self.said("a", after: trunk)
        let text = String(decoding: Self.bytes(ours), as: UTF8.self).replacing("\"a\"", with: "\"x\"")
        #expect {
            try JournalMerge(
                ours: Self.bytes(ours),
                theirs: Array(text.utf8) + Self.bytes(Self.said("b", after: ours)).suffix(200),
                path: "j",
                standing: .ours
            )
        } throws: { error in
            guard let conflict = error as? JournalMerge.Conflict else { return false }
            let marked = String(decoding: conflict.marked, as: UTF8.self)
            return marked.hasPrefix("<<<<<<< ours\n") && marked.hasSuffix(">>>>>>> theirs\n")
        }
    }

    @Test("a half-written line of one version goes, and the lines of the other are taken")
    func halfWritten() throws {
        let ours = Self.said("a", after: trunk)
        let cut = Array(Self.bytes(Self.said("b", after: trunk, by: "cy")).dropLast(9))
        let merge = try JournalMerge(ours: Self.bytes(ours), theirs: cut, path: "j", standing: .ours)
        #expect(Self.notes(JournalTests.journal(merge.bytes).lines) == ["0", "a"])
    }
}

/// Numbers that look random and are the same in each run (SplitMix64).
private struct SmallRandom {
    var seed: UInt64

    init(seed: UInt64) { self.seed = seed &* 7919 &+ 13 }

    mutating func next() -> UInt64 {
        seed &+= 0x9E37_79B9_7F4A_7C15
        var value = seed
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
