import Testing

@testable import Editorial

/// The letters that fonts have, as fontconfig lists them.
struct InstalledFontsTests {
    private static let fonts = InstalledFonts(
        listing: """
            TrueType 20-7e a0-17f 2013-2014 2026
            CFF 100-24f 627-64a
            Type 1 ac00-d7a3
            TrueType 4e00
            PCF 5d0

            """
    )

    @Test(
        "A text that fonts have can be drawn",
        arguments: [
            "", "The bridge", "Ünïcödé – …", "الجسر", "\u{2067}a\u{2069}", "e\u{301}", "\u{FEFF}", "一",
        ]
    )
    func drawn(text: String) { #expect(Self.fonts.firstMissing(in: text) == nil) }

    @Test(
        "The first letter without a font is named",
        arguments: [("2026년", "년"), ("ab 一二", "二"), ("☃", "☃"), ("שלום", "ש")] as [(String, Unicode.Scalar)]
    )
    func missing(text: String, letter: Unicode.Scalar) {
        #expect(Self.fonts.firstMissing(in: text) == letter)
    }

    @Test(
        "A listing that is none has no letters",
        arguments: ["", "TrueType", "TrueType z-y 9-1 -", "\u{0}"]
    )
    func odd(listing: String) {
        #expect(InstalledFonts(listing: listing).firstMissing(in: "é") == "é")
        #expect(InstalledFonts(listing: listing).firstMissing(in: "plain") == nil)
    }
}
