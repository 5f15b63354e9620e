import Testing

@testable import WARC

@Suite struct WARCFieldTests {
    @Test(arguments: [
        ("2026-11-28T10:00:00Z", "2026-11-28T10:00:00.000Z"),
        ("2026-11-28T10:00:00.123456Z", "2026-11-28T10:00:00.123Z"),
        ("20261128100000", "2026-11-28T10:00:00.000Z"),
        ("2024-02-29T23:59:60Z", "2024-02-29T23:59:59.000Z"),
        ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
    ])
    func readsTimes(text: String, expected: String) throws {
        #expect(try #require(WARCDate(text)).description == expected)
    }

    @Test(arguments: [
        "", "2026-02-30T10:00:00Z", "2026-11-28", "2026-11-28T10:00:00", "2026-11-28T25:00:00Z", "x",
    ])
    func refusesOtherTimes(text: String) { #expect(WARCDate(text) == nil) }

    @Test func countsDaysAsTheCalendarDoes() throws {
        #expect(try #require(WARCDate(seconds: 1_795_860_000)).digits == "20261128100000")
        #expect(try #require(WARCDate(seconds: 0)).seconds == "1970-01-01T00:00:00Z")
    }

    /// The digests of the text "abc", as FIPS 180-4 has them.
    @Test(arguments: [
        "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", "sha1:vgmt4nsha2awvor6evyxqugcnsonbwe5",
        "sha1:a9993e364706816aba3e25717850c26c9cd0d89d",
        "sha-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "SHA256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====",
    ])
    func readsDigests(text: String) throws {
        let digest = try #require(WARCDigest(text))
        #expect(digest.matches(Array("abc".utf8)))
        #expect(!digest.matches(Array("abd".utf8)))
    }

    @Test(arguments: ["", "sha256:", "md5:900150983cd24fb0d6963f7d28e17f72", "sha1:abc", "sha1"])
    func refusesOtherDigests(text: String) { #expect(WARCDigest(text) == nil) }

    @Test func writesAddressesInASCII() {
        #expect(
            "http://example.org/Otto_(1789–1858).jpg".percentEncodedAddress
                == "http://example.org/Otto_(1789%E2%80%931858).jpg"
        )
        #expect(
            "http://example.org/a%20b?c=<d>".percentEncodedAddress == "http://example.org/a%20b?c=%3Cd%3E"
        )
    }

    @Test func aValueCannotBeginAnotherField() throws {
        let record = WARCRecord.warcinfo(
            id: RecordID(derivedFrom: [1]),
            date: try #require(WARCDate(seconds: 0)),
            fileName: "a\r\nWARC-Type: response",
            [("operator", "x\r\ny: z")]
        )
        var reader = WARCReader(record.serialized)
        let read = try #require(try reader.next()?.record)
        #expect(read.values(of: "WARC-Type") == ["warcinfo"])
        #expect(read.block == Array("operator: x  y: z\r\n".utf8))
    }

    @Test func idsAreUUIDs() {
        let pattern = /<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>/
        #expect(RecordID.random().bracketed.wholeMatch(of: pattern) != nil)
        #expect(RecordID(derivedFrom: [1]).bracketed.wholeMatch(of: pattern) != nil)
        #expect(RecordID(derivedFrom: [1]) != RecordID(derivedFrom: [2]))
    }
}
