import Testing

@testable import Site

/// The words for places in recordings and documents.
struct MediumPlaceTests {
    private let words = Catalogue(
        language: "en",
        entries: ["media.at": "at {time}", "media.page": "page {page}"]
    )

    @Test(
        "A time is one of a clock, and a page one of a book",
        arguments: [
            ("t=75", "at 1:15"), ("t=1.5", "at 0:01"), ("t=3,9", "at 0:03"), ("t=3661", "at 1:01:01"),
            ("t=01:15", "at 01:15"),
            ("page=2", "page 2"),
        ]
    )
    func places(locator: String, shown: String) {
        #expect(words.place(inMedium: locator) == shown)
    }

    @Test(
        "What names neither is shown as it was typed",
        arguments: ["", "p. 4", "t=", "t=soon", "t=1e9", "page", "t=,5"]
    )
    func others(locator: String) {
        #expect(words.place(inMedium: locator) == locator)
    }
}
