import Diagnostics
import Digests
import Newsroom
import Testing

@testable import Editorial

@Suite("Journals")
struct JournalTests {
    static let digest = Digest(of: Array("a".utf8))
    static let other = Digest(of: Array("b".utf8))
    static let draft = Digest(of: Array("c".utf8))

    static let events: [JournalEvent] = [
        .assigned(to: "ana", note: nil), .submitted(draft, note: "Ready."),
        .changesRequested(draft, note: "A \"word\"\nand\tanother \\ \u{1} \u{2028} é 😀"),
        .submitted(digest, note: nil), .asked("bo", note: "You know ships."), .commented(note: "Hm."),
        .signedOff(digest, ruling: "true", note: nil),
        .replyAsked(from: "jo", note: nil), .replyReceived(from: "jo", note: "No."),
        .published(digest, ruling: "true"), .reopened(note: "Look."), .submitted(other, note: nil),
        .signedOff(other, ruling: "false", note: "Because."),
        .corrected(
            Correction(kind: .update, digest: other, ruling: "false", earlier: digest, note: "More is known.")
        ),
        .retracted(other, ruling: "false", note: "Wrong."),
        .renamed(from: "it-is", to: "it-is", note: "Back."),
    ]

    /// The first event of a journal that adopts an earlier publication.
    static let adoption = CalendarDate("2024-10-16").map { day in
        Adoption(
            digest: digest,
            ruling: "true",
            published: day,
            updated: CalendarDate("2024-11-01"),
            reviewers: "bo, cy",
            note: "From before."
        )
    }

    static func lines(_ events: [JournalEvent], after previous: Digest? = nil, by author: String = "bo")
        -> [JournalLine]
    {
        var head = previous
        return events.enumerated().compactMap { index, event in
            guard let time = JournalTime(secondsSinceEpoch: 1_795_000_000 + index * 60) else { return nil }
            let line = JournalLine(
                previous: head,
                claim: "it-is",
                time: time,
                author: author,
                event: event,
                signature: event.kind == .published ? "-----BEGIN\nabc\n" : nil
            )
            head = line.digest
            return line
        }
    }

    /// The lines re-chained, so that the chain is valid whatever was changed.
    static func rechained(_ lines: [JournalLine], keepsSignatures: Bool = true) -> [JournalLine] {
        var head: Digest?
        return lines.map { line in
            let next = JournalLine(
                previous: head,
                claim: line.claim,
                time: line.time,
                author: line.author,
                name: line.name,
                event: line.event,
                signature: keepsSignatures ? line.signature : nil
            )
            head = next.digest
            return next
        }
    }

    static func journal(_ bytes: [UInt8]) -> Journal {
        Journal("it-is", SourceFile(path: Journal.path(of: "it-is"), bytes: bytes))
    }

    static let bytes = lines(events).flatMap(\.bytes)

    @Test("every event is read back as it was written")
    func roundTrip() throws {
        #expect(Set(Self.events.map(\.kind) + [.adopted]) == Set(JournalEvent.Kind.allCases))
        let adopted = Self.lines([.adopted(try #require(Self.adoption)), .reopened(note: "Look.")])
        #expect(Self.journal(adopted.flatMap(\.bytes)).lines == adopted)
        let journal = Self.journal(Self.bytes)
        #expect(journal.diagnostics == [])
        #expect(journal.lines == Self.lines(Self.events))
        #expect(ClaimHistory(journal.lines).refusals == [:])
    }

    @Test("a line is written as docs/editorial.md says")
    func writing() {
        let line = Self.lines([.commented(note: "\"é\"\n\u{7F}\u{2028}")])[0]
        #expect(
            String(decoding: line.bytes, as: UTF8.self)
                == #"{"previous":null,"claim":"it-is","at":"2026-11-18T11:06:40Z","by":"bo","event":"commented","note":"\"é\"\n\u007f\u2028"}"#
                + "\n"
        )
    }

    @Test("a change of any byte before the last line is noticed")
    func edits() {
        let lastStart = Self.bytes.dropLast().lastIndex(of: UInt8(ascii: "\n"))! + 1
        for index in 0..<lastStart {
            var changed = Self.bytes
            changed[index] ^= 1
            #expect(!Self.journal(changed).isSound, "byte \(index)")
        }
    }

    @Test("a journal that lost a line is noticed, wherever it was but at the end")
    func missingLines() {
        let lines = Self.lines(Self.events)
        for index in lines.indices.dropLast() {
            var left = lines
            left.remove(at: index)
            #expect(Self.journal(left.flatMap(\.bytes)).diagnostics.map(\.rule.name) == ["broken-journal"])
        }
    }

    @Test("a last line that was not written to its end is named, and the lines before it stand")
    func halfWritten() {
        let whole = Self.lines(Array(Self.events.dropLast())).flatMap(\.bytes)
        for count in whole.count + 1..<Self.bytes.count {
            let journal = Self.journal(Array(Self.bytes[..<count]))
            #expect(journal.lines.count == Self.events.count - 1)
            #expect(journal.diagnostics.map(\.rule.name) == ["half-written-line"])
            #expect(journal.diagnostics[0].span?.line == Self.events.count)
        }
    }

    @Test(
        "what is not written as Assay writes it is refused at its place",
        arguments: [
            ("{}", "the line has no `previous`", 1),
            ("[]", "a line is a JSON object", 1),
            ("", "it stops in the middle", 1),
            (#"{"previous":nul}"#, "here a value was expected", 13),
            (#"{"previous":null,"previous":null}"#, "`previous` is there twice", 18),
            (#"{"previous":null,"colour":"red"}"#, "a line has no member `colour`", 18),
            (#"{"previous":"abc"}"#, "`previous` is not 64 hexadecimal digits", 2),
            (
                #"{"previous":null,"claim":"it-is","at":"yesterday","by":"bo","event":"commented","note":"x"}"#,
                "`at` is not a time such as 2026-11-21T06:30:07Z", 34
            ),
            (
                #"{"previous":null,"claim":"it-is","at":"2026-11-21T06:30:07Z","by":"bo","event":"danced","note":"x"}"#,
                "`event` is not one of `assigned`, `asked`, `submitted`", 72
            ),
            (
                #"{"previous":null,"claim":"it-is","at":"2026-11-21T06:30:07Z","by":"bo","event":"commented","to":"x","note":"x"}"#,
                "`to` does not belong in a line of this kind", 92
            ),
            (
                #"{"previous":null, "claim":"it-is","at":"2026-11-21T06:30:07Z","by":"bo","event":"commented","note":"x"}"#,
                "the line is not in its canonical form", 18
            ),
            (
                #"{"previous":null,"claim":"it-is","by":"bo","at":"2026-11-21T06:30:07Z","event":"commented","note":"x"}"#,
                "the line is not in its canonical form", 35
            ),
            (
                #"{"previous":null,"claim":"it-is","at":"2026-11-21T06:30:07Z","by":"bo","event":"commented","note":"\u00e9"}"#,
                "the line is not in its canonical form", 100
            ),
        ]
    )
    func strict(_ line: String, _ message: String, _ column: Int) throws {
        let finding = try #require(Self.journal(Array("\(line)\n".utf8)).diagnostics.first)
        #expect(finding.rule.name == "broken-journal")
        #expect(finding.message.hasPrefix(message), "\(finding.message)")
        #expect(finding.span?.line == 1)
        #expect(finding.span?.column == column)
    }

    @Test("another claim's journal is not taken for this one's")
    func otherClaim() {
        let journal = Journal("else", SourceFile(path: Journal.path(of: "else"), bytes: Self.bytes))
        #expect(journal.diagnostics.map(\.rule.name) == ["broken-journal"])
        #expect(journal.lines.isEmpty)
    }

    @Test(
        "times are written in one way",
        arguments: [
            "2026-11-21T24:00:00Z", "2026-02-30T00:00:00Z", "2026-11-21 06:30:07Z",
            "2026-11-21T06:30:07+00:00",
        ]
    )
    func times(_ text: String) {
        #expect(JournalTime(text) == nil)
    }
}
