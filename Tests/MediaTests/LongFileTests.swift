import Synchronization
import Testing

@testable import Media

@Suite("Long files are looked into a window at a time")
struct LongFileTests {
    /// A file of which only some parts hold anything, and that is never in memory.
    private final class SparseFile: Sendable {
        let count: Int
        private let parts: [(start: Int, bytes: [UInt8])]
        private let reads = Mutex<(count: Int, longest: Int)>((0, 0))

        init(count: Int, _ parts: [(start: Int, bytes: [UInt8])]) {
            self.count = count
            self.parts = parts
        }

        var readCount: Int { reads.withLock(\.count) }
        var longestRead: Int { reads.withLock(\.longest) }

        var reader: MediaReader {
            MediaReader(count: count) { range in
                self.reads.withLock { $0 = ($0.count + 1, max($0.longest, range.count)) }
                var bytes = [UInt8](repeating: 0, count: range.count)
                for part in self.parts {
                    let place = part.start..<part.start + part.bytes.count
                    for offset in place.clamped(to: range) {
                        bytes[offset - range.lowerBound] = part.bytes[offset - part.start]
                    }
                }
                return bytes
            }
        }
    }

    private static func box(_ name: String, length: Int? = nil, _ content: [UInt8] = []) -> [UInt8] {
        let length = length ?? content.count + 8
        return (0..<4).reversed().map { UInt8(length >> ($0 * 8) & 0xFF) } + Array(name.utf8) + content
    }

    @Test("Of a film of 3 GB a few windows are read, wherever its header lies")
    func film() throws {
        let size = 3_000_000_000
        let start = Self.box("ftyp", Array("isom".utf8))
        let movie = Self.box("moov", Self.box("udta", Array("Secret".utf8)))
        let data = size - start.count - movie.count
        let file = SparseFile(
            count: size,
            [
                (0, start), (start.count, Self.box("mdat", length: data)), (size - movie.count, movie),
            ]
        )
        var reader = file.reader
        let found = try InspectedMedia(&reader)
        #expect(found.format == .mp4 && found.isWhole)
        #expect(found.stays == ["a box `udta` with what its program noted"])
        #expect(file.longestRead <= 1 << 18 && file.readCount < 20)
    }

    @Test("A word at the edge of two windows is found", arguments: [-9, -5, -1, 0, 1])
    func edges(shift: Int) throws {
        let window = 1 << 18
        let end = Array("%%EOF".utf8)
        let file = SparseFile(
            count: 3 * window,
            [
                (0, Array("%PDF-1.7".utf8)), (window + shift, Array("/Metadata".utf8)),
                (3 * window - end.count, end),
            ]
        )
        var reader = file.reader
        #expect(try InspectedMedia(&reader).stays == ["XMP"])
        #expect(file.longestRead <= window + 64)
    }

    @Test(
        "A file in memory and the same file in windows say the same",
        arguments: ["gps.jpg", "animated.gif"]
    )
    func same(name: String) throws {
        let bytes = try Fixture.bytes(name)
        var reader = MediaReader(count: bytes.count) { Array(bytes[$0]) }
        #expect(try InspectedMedia(&reader) == InspectedMedia(bytes))
    }

    @Test("A file that turns out shorter than it was is refused")
    func shorter() {
        let rest = Array("%PDF-1.7".utf8) + [UInt8](repeating: 0, count: 8192)
        var reader = MediaReader(count: 1 << 20) { Array(rest.dropFirst($0.lowerBound).prefix($0.count)) }
        #expect(throws: MediaProblem.truncated) { try InspectedMedia(&reader) }
    }

    @Test("Boxes without end, and boxes in boxes, are refused or passed")
    func hostile() {
        let many = Self.box("ftyp", Array("isom".utf8)) + (0..<100_001).flatMap { _ in Self.box("free") }
        #expect(throws: MediaProblem.malformed("it has too many boxes")) { try InspectedMedia(many) }
        var nested = Self.box("trak")
        for _ in 0..<3_000 { nested = Self.box("trak", nested) }
        #expect(throws: Never.self) {
            try InspectedMedia(Self.box("ftyp", Array("isom".utf8)) + Self.box("moov", nested))
        }
    }
}
