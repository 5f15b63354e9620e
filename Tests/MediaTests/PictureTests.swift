import Testing

@testable import Media

@Suite("Pictures go out without metadata")
struct PictureTests {
    private static let names = [
        "gps.jpg", "cmyk.jpg", "progressive.jpg", "text.png", "animated.gif", "exif.webp", "lossless.webp",
        "animated.webp",
    ]

    @Test("Nothing secret stays, and what goes out is clean when it is looked at again", arguments: names)
    func cleaned(name: String) throws {
        let bytes = try Fixture.bytes(name)
        let found = try InspectedMedia(bytes)
        let cleaned = found.cleaned(bytes)
        #expect(!Fixture.holds("Secret", cleaned))
        let again = try InspectedMedia(cleaned)
        #expect(again.removed.isEmpty)
        #expect(again.size == found.size)
        #expect(again.format == found.format)
        #expect(again.cleaned(cleaned) == cleaned)
    }

    @Test("What was found is named")
    func removed() throws {
        #expect(
            try InspectedMedia(Fixture.bytes("gps.jpg")).removed == [
                "EXIF with a position", "IPTC", "XMP", "a comment",
            ]
        )
        #expect(try InspectedMedia(Fixture.bytes("text.png")).removed == ["text", "EXIF"])
        #expect(try InspectedMedia(Fixture.bytes("animated.gif")).removed == ["a comment"])
        #expect(try InspectedMedia(Fixture.bytes("exif.webp")).removed == ["EXIF with a position", "XMP"])
        #expect(try InspectedMedia(Fixture.bytes("lossless.webp")).removed == [])
        #expect(try InspectedMedia(Fixture.bytes("cmyk.jpg")).removed == [])
    }

    @Test("The size is that of the picture as it is shown: turned by its orientation")
    func sizes() throws {
        let turned = try InspectedMedia(Fixture.bytes("gps.jpg")).size
        #expect(turned?.width == 20 && turned?.height == 32)
        for name in ["cmyk.jpg", "text.png", "animated.gif", "lossless.webp", "progressive.jpg"] {
            let size = try InspectedMedia(Fixture.bytes(name)).size
            #expect(size?.width == 32 && size?.height == 20, "\(name)")
        }
    }

    @Test("The orientation and the profile of colours stay")
    func kept() throws {
        let bytes = try Fixture.bytes("gps.jpg")
        let cleaned = try InspectedMedia(bytes).cleaned(bytes)
        #expect(Fixture.holds("Exif\0\0MM", cleaned))
        #expect(Fixture.holds("ICC_PROFILE", cleaned))
        let drawing = try Fixture.bytes("cmyk.jpg")
        #expect(try InspectedMedia(drawing).cleaned(drawing) == drawing)
    }

    @Test("What would turn a WebP picture goes, and is told")
    func turnedWebP() throws {
        let bytes = try Fixture.bytes("exif.webp")
        let found = try InspectedMedia(bytes)
        #expect(found.isTurned && found.size?.width == 32)
        let cleaned = found.cleaned(bytes)
        #expect(!Fixture.holds("EXIF", cleaned))
        #expect(try !InspectedMedia(cleaned).isTurned)
    }

    @Test("A turn of an AVIF picture changes its sides; metadata that were emptied are none")
    func avif() throws {
        for (name, stays) in [("turned.avif", ["EXIF"]), ("emptied.avif", [])] {
            let found = try InspectedMedia(Fixture.bytes(name))
            #expect(found.stays == stays, "\(name)")
            #expect(found.isTurned && found.size?.width == 20 && found.size?.height == 32, "\(name)")
            let bytes = try Fixture.bytes(name)
            #expect(found.cleaned(bytes) == bytes)
        }
    }

    @Test("AVIF files that were cut off or changed at random are refused or looked through, and never trap")
    func brokenAVIF() throws {
        let bytes = try Fixture.bytes("turned.avif")
        for count in 12..<bytes.count { _ = try? InspectedMedia(Array(bytes.prefix(count))) }
        for place in 32..<min(bytes.count, 400) {
            for value: UInt8 in [0, 1, 0x7F, 0xFF] {
                var changed = bytes
                changed[place] = value
                _ = try? InspectedMedia(changed)
            }
        }
    }

    @Test("A file that was cut off at any byte is refused", arguments: names)
    func truncated(name: String) throws {
        let bytes = try Fixture.bytes(name)
        for count in stride(from: 16, to: bytes.count - 2, by: 7) {
            #expect(throws: MediaProblem.self, "\(count)") { try InspectedMedia(Array(bytes.prefix(count))) }
        }
    }

    @Test("Data behind the end of a picture do not go out", arguments: names)
    func trailing(name: String) throws {
        let bytes = try Fixture.bytes(name)
        let longer = bytes + Array("Secret film".utf8)
        let found = try InspectedMedia(longer)
        #expect(found.removed.contains("data behind the picture"))
        #expect(found.cleaned(longer) == (try InspectedMedia(bytes).cleaned(bytes)))
    }

    @Test("Files changed at random are refused or cleaned, and never trap", arguments: names)
    func mutated(name: String) throws {
        let bytes = try Fixture.bytes(name)
        var state: UInt64 = 88_172_645_463_325_252
        for _ in 0..<400 {
            var changed = bytes
            for _ in 0..<4 {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                changed[Int(state % UInt64(changed.count))] = UInt8(truncatingIfNeeded: state >> 32)
            }
            guard let found = try? InspectedMedia(changed) else { continue }
            #expect(found.cleaned(changed).count <= changed.count + 64)
        }
    }

    @Test("A file is what its bytes say, and not its name")
    func formats() throws {
        #expect(MediaFormat(magic: Array("PK\u{3}\u{4}".utf8)) == nil)
        #expect(MediaFormat(path: "a.JPEG") == .jpeg)
        #expect(MediaFormat(path: "a.exe") == nil)
        #expect(throws: MediaProblem.unknownFormat) { try InspectedMedia([]) }
    }
}
