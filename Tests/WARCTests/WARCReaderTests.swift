import Testing

@testable import WARC

@Suite struct WARCReaderTests {
    private static let date = WARCDate(milliseconds: 1_795_860_000_123)

    /// A response, as the tests write it to files of several makes.
    private static func response(_ body: String = "<p>lamp</p>") throws -> WARCRecord {
        WARCRecord.response(
            id: RecordID(derivedFrom: [1]),
            date: try #require(date),
            url: "http://example.org/page",
            message: Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(body)".utf8)
        )
    }

    private static func all(_ file: [UInt8], limits: Gzip.Limits = .record) throws -> [WARCReader.Found] {
        var reader = WARCReader(file, limits: limits)
        var found: [WARCReader.Found] = []
        while let next = try reader.next() { found.append(next) }
        return found
    }

    @Test func readsWhatItWrites() throws {
        let record = try Self.response()
        let info = WARCRecord.warcinfo(
            id: RecordID(derivedFrom: [2]),
            date: try #require(Self.date),
            [("software", "x")]
        )
        let file = [info, record].archive
        let found = try Self.all(file)
        #expect(found.map(\.record.type) == ["warcinfo", "response"])
        #expect(found.map(\.record.block) == [info.block, record.block])
        #expect(found.last?.record.targetURI == "http://example.org/page")
        #expect(found.last?.record.date == Self.date)
        #expect(found.map(\.offset) == [0, info.compressed.count])
        #expect(found.reduce(0) { $0 + $1.length } == file.count)
    }

    @Test func theSameRecordGivesTheSameMember() throws {
        let member = try Self.response().compressed
        #expect(member == (try Self.response().compressed))
        #expect(Array(member[4..<8]) == [0, 0, 0, 0])
        #expect(member[9] == 255)
    }

    @Test func passesOverWhatDoesNoHarm() throws {
        let plain = try Self.response().serialized
        let text = String(decoding: plain, as: UTF8.self)
        let bracketed = text.replacing("http://example.org/page", with: "<http://example.org/page>")
        let head = text.prefix(upTo: try #require(text.firstRange(of: "\r\n\r\n")).upperBound)
        let feeds = String(head.replacing("\r\n", with: "\n") + text.dropFirst(head.count))
        let folded = text.replacing("WARC-Target-URI: ", with: "WARC-Target-URI:\r\n  ")
        for file in [bracketed, feeds, folded, String(text.dropLast(2)), "\r\n\r\n" + text + "\r\n"] {
            let found = try Self.all(Array(file.utf8) + plain)
            #expect(found.map(\.record.targetURI) == Array(repeating: "http://example.org/page", count: 2))
        }
    }

    @Test func readsSeveralRecordsOfOneMember() throws {
        let record = try Self.response()
        let found = try Self.all(Gzip.member(of: record.serialized + record.serialized) + [0, 0, 0])
        #expect(found.map(\.record.block) == [record.block, record.block])
    }

    @Test func readsARecordInTwoMembers() throws {
        let bytes = try Self.response().serialized
        let found = try Self.all(
            Gzip.member(of: Array(bytes[..<100])) + Gzip.member(of: Array(bytes[100...]))
        )
        #expect(found.count == 1)
    }

    @Test func namesThePlaceOfDamage() throws {
        let record = try Self.response()
        let file = [record, record].archive
        #expect(throws: WARCProblem.truncated("a compressed part", offset: record.compressed.count)) {
            try Self.all(Array(file.dropLast(20)))
        }
        let plain = record.serialized
        #expect(throws: WARCProblem.truncated("a record", offset: 0)) {
            try Self.all(Array(plain.dropLast(10)))
        }
        #expect(throws: WARCProblem.malformed("no record begins here", offset: 0)) {
            try Self.all(Array("PK".utf8))
        }
    }

    @Test func doesNotUnpackABomb() throws {
        let bomb = Gzip.member(of: [UInt8](repeating: 0x20, count: 40_000_000))
        #expect(throws: WARCProblem.self) { try Self.all(bomb) }
        let record = try Self.response(String(repeating: "lamp ", count: 100_000))
        #expect(throws: WARCProblem.self) {
            try Self.all([record].archive, limits: Gzip.Limits(byteCount: 100_000))
        }
    }

    @Test func everyCutIsAnErrorOrFewerRecords() throws {
        let record = try Self.response()
        let file = [record, record].archive
        for length in 0..<file.count {
            let found = (try? Self.all(Array(file[..<length]))) ?? []
            #expect(found.count < 2)
        }
    }
}
