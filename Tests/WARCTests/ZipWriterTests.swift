import Testing

@testable import WARC

@Suite struct ZipWriterTests {
    private static func file(_ entries: [(String, [UInt8])]) throws -> [UInt8] {
        var zip = ZipWriter()
        for (path, bytes) in entries { try zip.add(path, bytes) }
        return zip.file()
    }

    @Test func theReaderFindsWhatWasWritten() throws {
        let entries: [(String, [UInt8])] = [
            ("archive/a.warc.gz", [1, 2, 3]), ("pages/Ä.jsonl", []),
            ("big", [UInt8](repeating: 7, count: 300_000)),
        ]
        let archive = try ZipArchive(Self.file(entries))
        #expect(archive.entries.map(\.path) == entries.map(\.0))
        for (entry, written) in zip(archive.entries, entries) {
            #expect(try archive.content(of: entry) == written.1)
        }
    }

    @Test func theSameFilesGiveTheSameBytes() throws {
        #expect(try Self.file([("a", [1]), ("b", [2])]) == Self.file([("a", [1]), ("b", [2])]))
        #expect(try Self.file([]).count == 22)
    }

    @Test func thereAreNoMoreFilesThanTheFormatCounts() throws {
        var zip = ZipWriter()
        for _ in 0..<0xFFFF { try zip.add("a", []) }
        #expect(throws: WARCProblem.self) { try zip.add("a", []) }
    }
}
