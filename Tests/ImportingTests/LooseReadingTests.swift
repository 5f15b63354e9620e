import Diagnostics
import Testing

@testable import Importing

struct LooseReadingTests {
    private func value(_ text: String) -> (JSONValue?, [String: Int]) {
        var reader = LooseJSON(Array(text.utf8))
        let value = reader.next()
        return (value, reader.repairs)
    }

    @Test(
        "Valid JSON is read as the strict reader reads it, and nothing is mended",
        arguments: [
            #"{"a":"x","b":[1,2,{"c":null}],"d":true}"#, #"["a, b","c\"d","e\\"]"#,
            #"{"a":"say \"no\", and"}"#,
            #"{"a":"é😀\u00e9\ud83d\ude00"}"#, "[]", "{}", #"{"a":{"b":"c"},"d":[]}"#, #"["x","y: z"]"#,
            #"{"a":"ends with a comma,","b":"x"}"#, #"[["a"],["b"]]"#,
        ]
    )
    func valid(text: String) throws {
        let (found, repairs) = value(text)
        #expect(found == (try JSONValue(parsing: Array(text.utf8))))
        #expect(repairs == [:])
    }

    @Test(
        "What is no JSON is read as it was probably meant",
        arguments: [
            (#"{"a":"say "no", and go","b":"c"}"#, #"{"a":"say \"no\", and go","b":"c"}"#),
            (#"{"a":"x",}"#, #"{"a":"x"}"#), (#"["x","y",]"#, #"["x","y"]"#),
            ("{\"a\":\"x\ny\"}", #"{"a":"x y"}"#), (#"{"a":"x" "b":"y"}"#, #"{"a":"x","b":"y"}"#),
            (#"{a:"x",b:1}"#, #"{"a":"x","b":1}"#), (#"/* c */ {"a":1}"#, #"{"a":1}"#),
            (#"{"a":"x","b":"y"#, #"{"a":"x","b":"y"}"#), (#"{'a':'x'}"#, #"{"a":"x"}"#),
            ("//<![CDATA[\n{\"a\":1}\n//]]>", #"{"a":1}"#), ("<!-- {\"a\":1} -->", #"{"a":1}"#),
        ]
    )
    func mended(text: String, meant: String) throws {
        var reader = LooseJSON(Array(text.utf8))
        var found = reader.next()
        while found?.members.isEmpty ?? false, let next = reader.next() { found = next }
        #expect(found == (try JSONValue(parsing: Array(meant.utf8))))
        #expect(!reader.repairs.isEmpty || reader.isCutOff)
    }

    @Test(
        "Dates in the forms of the field",
        arguments: [
            ("2018-07-16", "2018-07-16"), ("2018-07", "2018-07"), ("2018", "2018"),
            ("2022 -02-11 11:40", "2022-02-11"), ("2019-10-22T23:30:00-05:00", "2019-10-22"),
            ("2021-7-16", "2021-07-16"), ("31-10-2020", "2020-10-31"), ("10/31/2020", "2020-10-31"),
            ("October 22, 2019", "2019-10-22"), ("22 October 2019", "2019-10-22"),
            ("Wed, 02 Oct 2002 13:00:00 GMT", "2002-10-02"), ("Oct. 2nd, 2002", "2002-10-02"),
            ("3. März 2021", "2021-03-03"), ("20191022", "2019-10-22"), ("1571702400", "2019-10-22"),
            ("1571702400000", "2019-10-22"), ("2020/11/03", "2020-11-03"), ("5/5/2020", "2020-05-05"),
        ]
    )
    func dates(text: String, date: String) {
        guard case .date(let found, _) = LooseDate.read(text) else {
            Issue.record("\(text) is not read")
            return
        }
        #expect(found == date)
    }

    @Test("Dates that mean two days, and texts that are none")
    func otherDates() {
        #expect(LooseDate.read("3/4/2018") == .ambiguous)
        #expect(LooseDate.read("3/4/2018", order: .dayFirst) == .date("2018-04-03", isOdd: true))
        #expect(LooseDate.read("3/4/2018", order: .monthFirst) == .date("2018-03-04", isOdd: true))
        for text in ["", "yesterday", "2018-13-01", "2018-02-30", "99999999999999999999", "0000-01-01"] {
            #expect(LooseDate.read(text) == .unreadable, "\(text)")
        }
    }

    @Test("Addresses: several in one text, without a scheme, and none")
    func addresses() {
        #expect(
            LooseAddress.read("https://a.example/1,https://b.example/2; www.c.example/x").addresses
                == ["https://a.example/1", "https://b.example/2", "https://www.c.example/x"]
        )
        #expect(LooseAddress.read("javascript:alert(1)").addresses == [])
        #expect(LooseAddress.read("file:///etc/passwd").hasRest)
        #expect(LooseAddress.read("['https://a.example/1', 'https://b.example/2']").addresses.count == 2)
        #expect(LooseAddress.read("https://a.example/a,b").addresses == ["https://a.example/a,b"])
        #expect(LooseAddress.areOfOneSite("https://www.a.example/1", "https://news.a.example/2"))
        #expect(!LooseAddress.areOfOneSite("https://web.archive.org/1", "https://web.archive.org/2"))
        #expect(!LooseAddress.areOfOneSite("https://aa.example/1", "https://a.example/2"))
    }
}
