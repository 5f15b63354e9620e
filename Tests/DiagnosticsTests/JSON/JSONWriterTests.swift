import Testing

@testable import Diagnostics

@Suite("Writing JSON without a tree")
struct JSONWriterTests {
    private static let styles: [JSONValue.Style] = [.compact, .pretty, .script]

    /// Writes the document that `value` is.
    private func write(to json: inout JSONWriter, after each: (inout JSONWriter) -> Void = { _ in }) {
        json.object { json in
            json.add("a", "</script>é\"\n")
            json.add("left out", nil as String?)
            json.add("left out", nil as Int?)
            json.add("number", -1)
            each(&json)
            json.array("numbers") { json in
                for number in [1, 3] {
                    json.add(number)
                    each(&json)
                }
            }
            json.array("none") { _ in }
            json.object("last") { json in
                json.name("nested")
                json.array { json in
                    json.object { json in json.add("number", 1) }
                    json.array { json in json.add("") }
                }
                each(&json)
                json.object("empty") { _ in }
            }
        }
    }

    private let value: JSONValue = [
        "a": "</script>é\"\n", "number": -1, "numbers": [1, 3], "none": [],
        "last": ["nested": [["number": 1], [""]], "empty": [:]],
    ]

    @Test("what is written is what it would be as a value", arguments: styles)
    func sameAsValue(_ style: JSONValue.Style) {
        var json = JSONWriter(style)
        write(to: &json)
        #expect(json.bytes == value.serialized(style))
    }

    @Test("taking pieces away changes nothing of the whole", arguments: styles)
    func pieces(_ style: JSONValue.Style) {
        var pieces: [[UInt8]] = []
        var json = JSONWriter(style)
        write(to: &json) { json in pieces.append(json.take()) }
        pieces.append(json.take())
        #expect(pieces.count == 5)
        #expect(Array(pieces.joined()) == value.serialized(style))
    }

    @Test("a string is escaped wherever in it something must be", arguments: [false, true])
    func escapes(escapesMarkup: Bool) {
        let parts: [(String, String)] = [
            ("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\0", "\\u0000"), ("\u{7F}", "\\u007f"),
            ("\u{80}", "\\u0080"), ("\u{9F}", "\\u009f"), ("\u{A0}", "\u{A0}"), ("\u{2027}", "\u{2027}"),
            ("\u{2028}", "\\u2028"), ("\u{2029}", "\\u2029"), ("\u{202A}", "\u{202A}"), ("“", "“"),
            ("<", escapesMarkup ? "\\u003c" : "<"), ("🙂", "🙂"),
        ]
        let style = JSONValue.Style(escapesMarkup: escapesMarkup)
        for length in 0...40 {
            let before = String(repeating: "p", count: length)
            for (part, escaped) in parts {
                for after in ["", "q", part, String(repeating: "ä", count: 20)] {
                    let written = after == part ? escaped : after
                    #expect(
                        JSONValue.string(before + part + after).text(style)
                            == "\"\(before)\(escaped)\(written)\""
                    )
                }
            }
        }
    }
}
