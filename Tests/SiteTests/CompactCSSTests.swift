import Addresses
import DefaultTheme
import Testing

@testable import Site

@Suite struct CompactCSSTests {
    @Test(arguments: [
        ("a { color : red; }\n\n  b > c,\n d { margin: 0 auto }", "a{color :red}b > c,d{margin:0 auto}"),
        ("/* Note. */ a { } /*! Licence. */", "a{}/*! Licence. */"),
        ("a/* x */b { }", "a b{}"),
        ("a :hover, a:hover { --x: { }; }", "a :hover,a:hover{--x:{}}"),
        ("a::after { content: \"  /* \\\" */ ; { \"; }", "a::after{content:\"  /* \\\" */ ; { \"}"),
        ("a { content: ' } '; width: calc(1px + 2px) }", "a{content:' } ';width:calc(1px + 2px)}"),
        ("@media (min-width: 2rem) and (x) { a { b: c } }", "@media (min-width: 2rem) and (x){a{b:c}}"),
        (".a\\  b { }", ".a\\  b{}"),
        ("a { b: \"open\n; c: d }", "a{b:\"open\n;c:d}"),
        ("a { b: c;; } c { ; }", "a{b:c}c{}"), ("a { --x: ; }", "a{--x:;}"),
        ("a { b: c\\; }", "a{b:c\\;}"), ("@media x { a { b: c; } }", "@media x{a{b:c}}"),
        ("/* open", ""), ("\"open", "\"open"), ("a\\", "a\\"), ("", ""),
    ])
    func whatMeansNothingIsLeftOut(sheet: String, short: String) {
        #expect(String(decoding: CompactCSS.bytes(Array(sheet.utf8)), as: UTF8.self) == short)
    }

    @Test func aShortSheetStaysAsItIs() throws {
        let sheet = try #require(DefaultTheme.files["assay.css"])
        let short = CompactCSS.bytes(sheet)
        #expect(short.count < sheet.count * 9 / 10)
        #expect(CompactCSS.bytes(short) == short)
    }
}
