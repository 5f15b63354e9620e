import Diagnostics
import Testing

@testable import LanguageProtocol

@Suite("Positions in texts, and changes of them")
struct TextPositionTests {
    private static let text = "a\u{E9}\u{1F600}b\r\nsecond\rthird\n\u{20AC}\u{10000}"
    private static let file = SourceFile(path: "a.md", text: text)

    private static func change(_ first: (Int, Int), _ last: (Int, Int), _ text: String) -> JSONValue {
        [
            "range": [
                "start": TextPosition(line: first.0, character: first.1).json,
                "end": TextPosition(line: last.0, character: last.1).json,
            ], "text": .string(text),
        ]
    }

    @Test(
        "every beginning of a character has a position, and is found by it",
        arguments: [PositionEncoding.utf8, .utf16]
    )
    func thereAndBack(_ encoding: PositionEncoding) {
        var line = 0
        var units = 0
        var before: Unicode.Scalar?
        var offset = 0
        for scalar in Self.text.unicodeScalars {
            if before == "\n" || before == "\r" && scalar != "\n" { (line, units) = (line + 1, 0) }
            let position = Self.file.position(of: offset, encoding)
            #expect(position == TextPosition(line: line, character: units))
            // Between CR and LF there is no place.
            if scalar != "\n" || before != "\r" {
                #expect(Self.file.offset(of: position, encoding) == offset)
            }
            units += encoding == .utf8 ? UTF8.encode(scalar)?.count ?? 0 : UTF16.width(scalar)
            offset += UTF8.encode(scalar)?.count ?? 0
            before = scalar
        }
    }

    @Test("what lies beyond a line or the text is cut, and half a character is its beginning")
    func beyond() {
        #expect(Self.file.offset(of: TextPosition(line: 0, character: 99), .utf16) == 8)
        #expect(Self.file.offset(of: TextPosition(line: 99, character: 0), .utf16) == Self.file.bytes.count)
        #expect(Self.file.offset(of: TextPosition(line: 0, character: 3), .utf16) == 3)
        #expect(Self.file.offset(of: TextPosition(line: 0, character: 2), .utf8) == 1)
        #expect(SourceFile(path: "", text: "").offset(of: TextPosition(line: 0, character: 5), .utf16) == 0)
    }

    @Test("positions that are none are refused")
    func none() {
        #expect(TextPosition(nil) == nil)
        #expect(TextPosition(["line": -1, "character": 0]) == nil)
        #expect(TextPosition(["line": "1", "character": 0]) == nil)
    }

    @Test("changes follow each other, each in the text after the one before")
    func changes() throws {
        let file = SourceFile(path: "a", text: "one\ntwo\n")
        let changed = try file.changed(
            by: [
                Self.change((1, 0), (1, 3), "2\n3"), Self.change((2, 1), (2, 1), "!"),
                Self.change((0, 0), (1, 0), ""),
            ],
            .utf16
        )
        #expect(changed.text(0..<100) == "2\n3!\n")
        #expect(try file.changed(by: [["text": "new"]], .utf8).text(0..<100) == "new")
    }

    @Test("of changes with a mistake none counts")
    func badChanges() {
        for change: JSONValue in [
            [:], ["text": 1], ["text": "a", "range": []],
            ["text": "a", "range": ["start": [:], "end": [:]]],
        ] {
            #expect(throws: CallFailure.self) { try Self.file.changed(by: [change], .utf16) }
        }
    }

    @Test("thousands of changes leave what Swift's strings have", arguments: [PositionEncoding.utf8, .utf16])
    func randomChanges(_ encoding: PositionEncoding) throws {
        let alphabet: [Unicode.Scalar] = ["a", "b", " ", "\n", "\u{E9}", "\u{20AC}", "\u{1F600}", "\r"]
        var random = Numbers(state: 42)
        var file = SourceFile(path: "a", text: "start\n")
        var scalars = Array("start\n".unicodeScalars)
        for _ in 0..<3000 {
            let first = random.next(scalars.count + 1)
            let last = first + random.next(min(6, scalars.count - first + 1))
            let new = (0..<random.next(5)).map { _ in alphabet[random.next(alphabet.count)] }
            let start = Self.units(scalars[..<first], encoding)
            let end = Self.units(scalars[..<last], encoding)
            // Between CR and LF there is no place.
            if Self.splitsPair(scalars, first) || Self.splitsPair(scalars, last) { continue }
            file = try file.changed(
                by: [Self.change(start, end, String(String.UnicodeScalarView(new)))],
                encoding
            )
            scalars.replaceSubrange(first..<last, with: new)
            if scalars.count > 200 {
                scalars.removeLast(100); file = SourceFile(path: "a", text: Self.string(scalars))
            }
            #expect(file.text(0..<file.bytes.count) == Self.string(scalars))
        }
    }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static func splitsPair(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
        place > 0 && place < scalars.count && scalars[place - 1] == "\r" && scalars[place] == "\n"
    }

    /// The line and character after some scalars, counted by hand.
    private static func units(_ scalars: ArraySlice<Unicode.Scalar>, _ encoding: PositionEncoding) -> (
        Int, Int
    ) {
        var (line, units) = (0, 0)
        var before: Unicode.Scalar?
        for scalar in scalars {
            if scalar == "\n" {
                if before != "\r" { line += 1 }
                units = 0
            } else if scalar == "\r" {
                (line, units) = (line + 1, 0)
            } else {
                units += encoding == .utf8 ? UTF8.encode(scalar)?.count ?? 0 : UTF16.width(scalar)
            }
            before = scalar
        }
        return (line, units)
    }
}

/// Numbers that are the same in every run.
private struct Numbers {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return limit > 0 ? Int(state >> 33) % limit : 0
    }
}

@Suite("Addresses of documents")
struct DocumentAddressTests {
    @Test("paths and addresses belong together")
    func thereAndBack() {
        for path in ["/a", "/home/j\u{F6}/a b/c#d?e%.md", "/\u{1F600}"] {
            #expect(DocumentAddress.path(DocumentAddress.address(of: path)) == path)
        }
        #expect(DocumentAddress.path("file:///a%20b/%C3%A9.md") == "/a b/\u{E9}.md")
        #expect(DocumentAddress.path("FILE://localhost/a//b/") == "/a/b")
    }

    @Test(
        "what is no file of this computer has no path",
        arguments: [
            "untitled:Untitled-1", "http://a/b", "file://host/a", "file:a", "file:///a/../b",
            "file:///a%2F..%2Fb", "file:///%zz",
            "file:///a%00b", "file:///a?b", "file:///%FF", "",
        ]
    )
    func none(_ address: String) { #expect(DocumentAddress.path(address) == nil) }
}
