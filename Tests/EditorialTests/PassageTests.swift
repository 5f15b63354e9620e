import Testing

@testable import Editorial

@Suite("Remarks on a passage")
struct PassageTests {
    @Test("a remark names the passage in the journal, and is said to be gone when the text changed")
    func remark() async throws {
        let folder = try DeskFolder()
        let line = try await folder.act(.comment(note: "By whom?", on: Passage("it was\nreported")), by: "bo")
        #expect(
            String(decoding: line.bytes, as: UTF8.self).contains(
                #","exact":"it was reported","note":"By whom?"}"#
            )
        )
        var log = try await folder.claim().logLines(for: nil, in: try await folder.newsroom())
        #expect(log.first?.hasSuffix("bo commented on “it was reported”") == true)
        let text = try #require(
            JudgedText(on: try await folder.claim().claim, in: try await folder.newsroom())
        )
        #expect(line.event.passage?.places(in: text) == ["verdict reasoning"])
        try folder.replace("Because it was reported", with: "Because they say so", in: SmallDesk.verdict)
        log = try await folder.claim().logLines(for: nil, in: try await folder.newsroom())
        #expect(log.first?.hasSuffix("(the text does not have these words any more)") == true)
        #expect(try await folder.verify().diagnostics == [])
    }

    @Test("words around a passage tell which of several it is")
    func several() async throws {
        let folder = try DeskFolder()
        await #expect { try await folder.act(.comment(note: "x", on: Passage("it is")), by: "bo") } throws: {
            "\($0)".contains("stands 2 times in the text")
        }
        await #expect { try await folder.act(.comment(note: "x", on: Passage("It was")), by: "bo") } throws: {
            "\($0)".contains("the text does not have the passage `It was`")
        }
        let passage = Passage("it is", prefix: "Yes,", suffix: ".")
        try await folder.act(.comment(note: "x", on: passage), by: "bo")
        #expect(try await folder.claim().journal.lines.last?.event.passage == passage)
    }

    @Test("words around a passage that is not there, and double blanks, are no line")
    func lines() {
        for members in [#""prefix":"a","#, #""exact":"a  b","#, #""exact":"a","prefix":" b","#] {
            let line =
                #"{"previous":null,"claim":"it-is","at":"2026-11-21T06:30:07Z","by":"bo","event":"commented","#
                + members + #""note":"x"}"#
            #expect(throws: LineProblem.self) { try JournalLine(parsing: Array(line.utf8)[...]) }
        }
    }
}
