import Testing

@testable import Diagnostics

@Suite("JSON values")
struct JSONValueTests {
    @Test("members keep their order and layout has no surplus")
    func compact() {
        let value: JSONValue = ["b": 1, "a": [true, false, nil], "empty": [:], "none": []]
        #expect(value.text() == #"{"b":1,"a":[true,false,null],"empty":{},"none":[]}"#)
    }

    @Test("pretty output is indented by two and empty collections stay closed")
    func pretty() {
        let value: JSONValue = ["a": [1, ["b": "c"]], "d": []]
        #expect(
            value.text(.pretty) == """
                {
                  "a": [
                    1,
                    {
                      "b": "c"
                    }
                  ],
                  "d": []
                }
                """
        )
    }

    @Test(
        "strings are escaped",
        arguments: [
            ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#), ("\0\u{1B}", #""\u0000\u001b""#),
            ("\u{7F}\u{9B}\u{2028}", #""\u007f\u009b\u2028""#), ("é\u{301}语🙂", "\"é\u{301}语🙂\""),
            ("\"\u{301}", "\"\\\"\u{301}\""), ("</script>&", #""</script>&""#), ("", "\"\""),
        ]
    )
    func strings(_ text: String, _ expected: String) {
        #expect(JSONValue.string(text).serialized() == Array(expected.utf8))
    }

    @Test("the script style leaves no markup")
    func script() {
        #expect(
            JSONValue.string("</script><!-- &").text(.script)
                == #""\u003c/script\u003e\u003c!-- \u0026""#
        )
    }

    @Test(
        "numbers are JSON's",
        arguments: [
            (JSONValue.integer(.min), "-9223372036854775808"), (0, "0"),
            (.integer(.max), "9223372036854775807"),
        ]
    )
    func numbers(_ value: JSONValue, _ expected: String) {
        #expect(value.text() == expected)
    }

    @Test("nil members are left out and null ones are not")
    func omission() {
        #expect(JSONValue.object(["a": nil, "b": .null, "c": 1]).text() == #"{"b":null,"c":1}"#)
    }

    @Test("writing appends to what is there")
    func appending() {
        var json = JSONWriter(after: Array("x=".utf8))
        json.add(JSONValue.array(["y"]))
        #expect(json.bytes == Array(#"x=["y"]"#.utf8))
    }
}
