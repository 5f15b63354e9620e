import Diagnostics
import Digests
import Newsroom
import Testing

@testable import Editorial

@Suite("What is said with an event")
struct NoteTextTests {
    /// Texts without anything to read.
    static let blank = [
        "", " ", "\n", "\t \r\n", "\u{A0}\u{3000}", "\u{200B}", "\u{FEFF}\u{2060}", "\u{200E}\u{AD}",
    ]

    /// Texts that a journal keeps unchanged.
    static let kept = [
        "plain", "\"quoted\" \\ back\\slash", "two\nlines\tand a tab", "U+2028 \u{2028} and \u{2029}",
        "é 日本 😀 👩‍👩‍👧",
        "e\u{301}", "\u{200F}עברית\u{200F}", "\u{2066}isolated\u{2069}", "{\"event\":\"published\"}",
        "<<<<<<< ours",
        String(repeating: "ä", count: 32 * 1024),
    ]

    /// Texts that would act on their readers, or are not what was typed.
    static let refused = [
        "\u{1B}[31mred", "a\u{7}", "a\u{0}", "a\u{7F}", "\u{9B}31m", "a\u{85}b", "a\rb", "\u{202E}txt.exe",
        "\u{FFFD}", "a\u{FFFE}", "a\u{1FFFF}", String(repeating: "x", count: 64 * 1024 + 1),
        String(repeating: "x", count: 1 << 20),
    ]

    /// All actions with a note, on a published claim or one in review.
    private static let ways: [(isNeeded: Bool, isPublished: Bool, action: @Sendable (String) -> DeskAction)] =
        [
            (true, false, { .comment(note: $0) }), (true, false, { .requestChanges(note: $0) }),
            (true, true, { .retract(reason: $0) }), (true, true, { .reopen(reason: $0) }),
            (false, false, { .assign(to: "ana", note: $0) }),
            (false, false, { .approve(ruling: "true", note: $0) }),
            (false, false, { .askReply(of: "jo", note: $0) }),
            (false, false, { .receiveReply(from: "jo", note: $0) }),
        ]

    @Test("whatever is said is read back as it was said, left out, or refused", arguments: ways.indices)
    func everyWay(_ index: Int) async throws {
        let (isNeeded, isPublished, action) = Self.ways[index]
        for text in Self.blank + Self.kept + Self.refused {
            let folder = try DeskFolder()
            if isPublished {
                try await folder.publish()
            } else {
                try await folder.act(.submit(note: nil), by: "ana")
            }
            let before = try folder.text(folder.journalPath)
            let isRefused = Self.refused.contains(text) || (isNeeded && Self.blank.contains(text))
            let comment = Comment(rawValue: "\(action("x")): \(text.prefix(20).debugDescription)")
            do {
                let line = try await folder.act(action(text), by: "bo")
                #expect(!isRefused, comment)
                #expect(
                    line.event.note.map { Array($0.utf8) }
                        == (Self.blank.contains(text) ? nil : Array(text.utf8)),
                    comment
                )
            } catch is DeskRefusal {
                #expect(isRefused, comment)
                #expect(try folder.text(folder.journalPath) == before, comment)
            }
            let claim = try await folder.claim()
            #expect(claim.journal.isSound, comment)
            // The desk works on, whatever the note was.
            try await folder.act(.comment(note: "And on."), by: "bo")
        }
    }

    @Test("line ends of Windows become those of journals")
    func lineEnds() async throws {
        let folder = try DeskFolder()
        let line = try await folder.act(.comment(note: "one\r\ntwo"), by: "bo")
        #expect(line.event.note == "one\ntwo")
    }

    @Test("a line that would not be read again is refused, whatever it holds")
    func readBack() throws {
        let time = try #require(JournalTime("2026-11-21T00:00:00Z"))
        let journal = JournalTests.journal(JournalTests.bytes)
        func line(after previous: Digest?, by author: String, _ event: JournalEvent) -> JournalLine {
            JournalLine(previous: previous, claim: "it-is", time: time, author: author, event: event)
        }
        try DeskPen.verify(line(after: journal.head, by: "bo", .commented(note: "x")), in: journal)
        for wrong in [
            line(after: nil, by: "bo", .commented(note: "x")),
            line(after: journal.head, by: "", .commented(note: "x")),
            line(after: journal.head, by: "bo", .commented(note: "")),
            line(after: journal.head, by: "bo", .assigned(to: "", note: nil)),
            line(after: journal.head, by: "bo", .replyAsked(from: "jo", note: "")),
            line(after: journal.head, by: "bo", .signedOff(JournalTests.digest, ruling: "", note: nil)),
        ] {
            #expect(throws: DeskRefusal.self) { try DeskPen.verify(wrong, in: journal) }
        }
    }

    @Test("a journal never grows beyond what is read, and a retraction has room in a full one")
    func size() throws {
        let time = try #require(JournalTime("2026-11-21T00:00:00Z"))
        var bytes = JournalTests.bytes
        var head = JournalTests.journal(bytes).head
        let long = String(repeating: "x", count: 1 << 20)
        while bytes.count + long.utf8.count < Journal.sizeLimit - Journal.sizeReserve {
            let line = JournalLine(
                previous: head,
                claim: "it-is",
                time: time,
                author: "bo",
                event: .commented(note: long)
            )
            bytes += line.bytes
            head = line.digest
        }
        let full = JournalTests.journal(bytes)
        try #require(full.isSound)
        func line(_ event: JournalEvent) -> JournalLine {
            JournalLine(previous: full.head, claim: "it-is", time: time, author: "bo", event: event)
        }
        #expect(throws: DeskRefusal.self) { try DeskPen.verify(line(.commented(note: long)), in: full) }
        try DeskPen.verify(line(.retracted(JournalTests.other, ruling: "false", note: long)), in: full)
    }
}
