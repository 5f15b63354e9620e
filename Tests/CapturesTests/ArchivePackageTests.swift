import Diagnostics
import Digests
import Testing
import WARC

@testable import Captures

@Suite struct ArchivePackageTests {
    private static let page = "<title>Lamps</title><p>Eight lamps.</p><p>And \"one\" more.</p>"

    private static func record(_ url: String, _ kind: String = "text/html") throws -> WARCRecord {
        .response(
            id: RecordID(derivedFrom: Array(url.utf8)),
            date: try #require(WARCDate("2026-11-28T10:00:00.500Z")),
            url: url,
            message: Array("HTTP/1.1 200 OK\r\nContent-Type: \(kind)\r\n\r\n\(page)".utf8)
        )
    }

    private static func part(_ records: [WARCRecord]) throws -> ArchivePackage.Part {
        let file = records.archive
        let request = CaptureImport.Request(
            record: .source("minutes"),
            addresses: ["http://www.example.org/page"],
            main: nil,
            time: try #require(WARCDate("2026-11-28T10:00:00Z")),
            software: "Assay",
            newsroom: "The Lamp"
        )
        return .init(try CaptureImport(file, name: "x.warc.gz", request).capture, try CaptureFile(file))
    }

    private static func package(_ parts: [ArchivePackage.Part]) throws -> ArchivePackage {
        let time = try #require(WARCDate("2026-11-29T08:00:00Z"))
        return try ArchivePackage(parts, title: "The Lamp: minutes", software: "Assay", at: time)
    }

    @Test func whatIsPackedCanBeImportedAgain() throws {
        let records = [
            try Self.record("http://www.example.org/page"),
            try Self.record("http://example.org/a.png", "image/png"),
        ]
        let bytes = try Self.package([Self.part(records)]).bytes
        #expect(bytes == (try Self.package([Self.part(records)]).bytes))
        let file = try CaptureFile(bytes)
        #expect(file.problems.isEmpty)
        #expect(file.archives == [records.archive])
        #expect(file.pages.map(\.url) == ["http://www.example.org/page"])
        #expect(file.pages.map(\.title) == ["Lamps"])
    }

    @Test func thePagesHaveTheirWords() throws {
        let zip = try ZipArchive(
            Self.package([Self.part([Self.record("http://www.example.org/page")])]).bytes
        )
        let list = try #require(zip.entries.first { $0.path == "pages/pages.jsonl" })
        let lines = try zip.content(of: list).split(separator: 0x0A).map { try JSONValue(parsing: Array($0)) }
        #expect(lines[0]["format"]?.string == "json-pages-1.0")
        #expect(lines[1]["text"]?.string == "Eight lamps.\nAnd \"one\" more.")
        #expect(lines[1]["ts"]?.string == "2026-11-28T10:00:00Z")
    }

    @Test func theIndexIsSortedAndSaysWhereARecordIs() throws {
        let records = [
            try Self.record("http://www.example.org/page"), try Self.record("http://example.org/a"),
        ]
        let archive = records.archive
        var index = ArchiveIndex()
        try index.add(archive, named: "x.warc.gz")
        let lines = String(decoding: index.bytes, as: UTF8.self).split(separator: "\n")
        #expect(
            lines.map { $0.split(separator: "{")[0] } == [
                "org,example)/a 20261128100000 ", "org,example)/page 20261128100000 ",
            ]
        )
        let first = records[1].compressed
        let value = try JSONValue(parsing: Array(lines[0].utf8.drop { $0 != UInt8(ascii: "{") }))
        #expect(value["offset"]?.string == "\(archive.count - first.count)")
        #expect(value["length"]?.string == "\(first.count)")
        #expect(value["recordDigest"]?.string == "sha256:\(Digest(of: first))")
        #expect(value["status"]?.string == "200" && value["mime"]?.string == "text/html")
    }

    // As `surt` (PyPI, 0.3.1) writes them.
    @Test(arguments: [
        ("http://127.0.0.1:8080/article?b=2&a=1", "1,0,0,127:8080)/article?a=1&b=2"),
        ("https://www.Example.org:443/A/B/?q=X&a", "org,example)/a/b?a&q=x"),
        ("http://example.org", "org,example)/"), ("http://example.org/?", "org,example)/"),
        ("http://example.org/a/", "org,example)/a"),
        ("urn:fullPage:http://example.org/", "urn:fullpage:http://example.org"),
        ("http://u:p@www2.example.org/x#f", "org,example)/x"),
        ("http://ex.org/%E2%80%93(x)?b=%20+c", "org,ex)/%e2%80%93(x)?b=%20+c"),
        ("http://[::1]:80/x", "::1)/x"),
        ("http://example.org/index.html?a=2&a=1&=&b", "org,example)/index.html?=&a=1&a=2&b"),
    ])
    func addressesHaveTheKeysOfOtherIndexes(address: String, key: String) {
        #expect(AddressKey.key(of: address) == key)
    }
}
