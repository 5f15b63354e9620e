import Starter
import Testing

/// Records that were filled in by a form.
struct FilledRecordTests {
    @Test("Fields come in the order of their description, and empty ones are left out")
    func order() {
        let record = FilledRecord(
            .claim,
            [
                "claimant": .list(["jo"]), "statement": .text("It is: so."), "topics": .list([]),
                "stated": .text("2018-07"), "unknown": .text("x"),
            ],
            body: "Context."
        )
        #expect(
            record.text
                == "---\nstatement: \"It is: so.\"\nclaimant: jo\nstated: 2018-07\n---\nContext.\n"
        )
        #expect(record.path(of: "it-is") == "content/claims/it-is.md")
    }

    @Test("Groups are lists of fields; an empty one is left out")
    func groups() {
        let record = FilledRecord(
            .claim,
            [
                "statement": .text("It is."),
                "appearances": .groups([
                    ["quote": .text("so \"it\" is"), "article": .text("paper")], ["quote": .text("")],
                    ["article": .text("other"), "quote": .text("no")],
                ]),
            ]
        )
        #expect(
            record.text.contains(
                "appearances:\n  - article: paper\n    quote: \"so \\\"it\\\" is\"\n  - article: other\n    quote: no\n"
            )
        )
    }

    @Test("No value can begin a field, end the front matter or hold a control character")
    func injection() {
        let record = FilledRecord(
            .claim,
            [
                "statement": .text("a\nclaimant: evil\n---\nb\u{7}"),
                "claimant": .list(["x]\nruling: true", "- y"]),
            ]
        )
        let lines = record.text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.first == "---" && lines.last == "---")
        #expect(!record.text.unicodeScalars.contains("\u{7}"))
    }
}
