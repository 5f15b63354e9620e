import Testing

@testable import Media

@Suite("Pictures that look alike have hashes that are near")
struct PictureHashTests {
    /// A grid of 9 by 9 fields as `vipsthumbnail` writes it.
    private static func grid(_ brightness: (Int, Int) -> Int) -> [UInt8] {
        let pixels = (0..<81).flatMap { index -> [UInt8] in
            let value = UInt8(clamping: brightness(index / 9, index % 9))
            return [value, value, value]
        }
        return Array("P6\n#vips2ppm - Sun Nov 29 03:08:00 2026\n9 9\n255\n".utf8) + pixels
    }

    private static func wave(_ row: Int, _ column: Int) -> Int {
        (row * row * 37 + column * column * 53) % 251
    }

    @Test("Another brightness or contrast is the same picture, another picture is none")
    func distances() throws {
        let one = try #require(PictureHash(ppm: Self.grid(Self.wave)))
        let paler = try #require(PictureHash(ppm: Self.grid { Self.wave($0, $1) / 2 + 60 }))
        let other = try #require(PictureHash(ppm: Self.grid { Self.wave($1 * 3, $0 + 2) }))
        #expect(one.isNear(paler) && !one.isNear(other))
        #expect(one.distance(to: one) == 0)
    }

    @Test("A hash is read as it is written")
    func text() throws {
        let hash = try #require(PictureHash(ppm: Self.grid(Self.wave)))
        #expect(hash.description.utf8.count == 32 && PictureHash("\(hash)") == hash)
        #expect(PictureHash("") == nil && PictureHash(String(repeating: "x", count: 32)) == nil)
    }

    @Test("An even picture has no hash, and neither has a file that is none")
    func none() {
        #expect(PictureHash(ppm: Self.grid { _, _ in 250 }) == nil)
        let grid = Self.grid(Self.wave)
        #expect(PictureHash(ppm: Array(grid.dropLast())) == nil)
        #expect(PictureHash(ppm: Array("P6\n9 9\n65535\n".utf8) + grid.suffix(243)) == nil)
        for count in stride(from: 0, to: grid.count, by: 5) {
            #expect(PictureHash(ppm: Array(grid.prefix(count))) == nil)
        }
    }
}
