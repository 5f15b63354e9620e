import Diagnostics
import Testing

@testable import Editorial

/// The two readers of journal lines, fast and thorough, which must agree.
@Suite("Plain lines")
struct PlainLineTests {
    private static let notes = [
        "Hm.", "", " ", "\"quoted\" \\ and\nnew\r\n\tlines",
        "é, 😀, “quotes”, \u{2028}, \u{85}, \u{7F}, \u{1}", "\u{A0}", "/",
    ]

    /// Lines of all kinds: chained and moved, signed and unsigned, with texts that need escapes.
    private static var lines: [JournalLine] {
        let texts = notes.flatMap { note -> [JournalEvent] in
            let correction = Correction(
                kind: .minor,
                digest: JournalTests.digest,
                ruling: note,
                earlier: JournalTests.other,
                note: note
            )
            return [
                .assigned(to: note, note: note), .submitted(JournalTests.digest, note: note),
                .commented(note: note),
                .signedOff(JournalTests.digest, ruling: note, note: note), .corrected(correction),
            ]
        }
        let written = JournalTests.lines(JournalTests.events + texts)
        return written + written.map { $0.moved(after: JournalTests.other) }
            + written.map { $0.signed("-----BEGIN SSH SIGNATURE-----\nU1NI\n") }
    }

    private static func bytes(_ line: JournalLine) -> [UInt8] { line.bytes.dropLast() }

    /// Whether both readers agree on some bytes.
    private static func isSame(_ bytes: [UInt8]) -> Bool {
        func result(_ read: () throws(LineProblem) -> JournalLine) -> Result<JournalLine, LineProblem> {
            do throws(LineProblem) { return .success(try read()) } catch { return .failure(error) }
        }
        return result { () throws(LineProblem) in try JournalLine(parsing: bytes[...]) }
            == result { () throws(LineProblem) in try JournalLine(judging: bytes) }
    }

    @Test("What Assay writes is read as it is by the book")
    func canonical() {
        for line in Self.lines { #expect(Self.isSame(Self.bytes(line)), "\(line)") }
    }

    @Test("Nearly all lines are read the quick way, signed ones too")
    func isQuick() {
        let lines = JournalTests.lines([.submitted(JournalTests.digest, note: "Say \"when\".\nAnd é.")])
        for line in lines + lines.map({ $0.signed("-----BEGIN\nabc\n") }) {
            #expect(PlainLine.members(of: Self.bytes(line)[...]) != nil)
        }
    }

    @Test("A line that somebody touched is refused as it is by the book", arguments: Self.notes.indices)
    func touched(seed: Int) {
        var random = Random(state: UInt64(seed + 1))
        for line in Self.lines {
            let original = Self.bytes(line)
            for _ in 0..<8 {
                var bytes = original
                let place = Int(random.next() % UInt64(bytes.count))
                let byte = UInt8(truncatingIfNeeded: random.next() >> 8)
                switch random.next() % 5 {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(byte, at: place)
                case 2: bytes.insert(Array("\" \\,:{}n".utf8).randomElement(using: &random) ?? 0, at: place)
                case 3: bytes.removeSubrange(place...)
                default: bytes[place] = byte
                }
                #expect(Self.isSame(bytes), "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    @Test("A text of a great many escapes is read in one go")
    func manyEscapes() throws {
        let note = String(repeating: "\"\n", count: 100_000)
        let line = try #require(JournalTests.lines([.commented(note: note)]).first)
        #expect(try JournalLine(parsing: Self.bytes(line)[...]) == line)
    }

    @Test("Members in another order, twice, or with blanks between them are not plain")
    func isNotPlain() {
        let texts = [
            #"{"claim":"it-is","previous":null}"#, #"{"claim":"it-is","claim":"it-is"}"#,
            #"{"claim": "it-is"}"#,
            #"{"claim":"it\u0020is"}"#, #"{"claim":"it-is"} "#, #"{"claim":null}"#, #"{"claim":"it-is",}"#,
            "{}", "",
        ]
        for text in texts { #expect(PlainLine.members(of: Array(text.utf8)[...]) == nil, "\(text)") }
    }
}

/// Random numbers that are the same in every run (SplitMix64; Steele, Lea and Flood, 2014).
private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
