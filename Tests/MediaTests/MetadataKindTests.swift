import Testing

@testable import Media

/// One secret in each place where a format keeps what is no part of the picture.
@Suite("Every kind of metadata is taken out, one by one")
struct MetadataKindTests {
    private static let secret = Array("Secret".utf8)

    private static func segment(_ marker: UInt8, _ start: String) -> [UInt8] {
        let content = Array(start.utf8) + secret
        return [0xFF, marker, 0, UInt8(content.count + 2)] + content
    }

    @Test(
        "JPEG segments",
        arguments: [
            segment(0xE0, "JFXX\0\u{10}"), segment(0xE1, "Exif\0\0MM"),
            segment(0xE1, "http://ns.adobe.com/xap/1.0/\0"),
            segment(0xE1, "http://ns.adobe.com/xmp/extension/\0"), segment(0xE1, "FLIR\0"),
            segment(0xE2, "MPF\0"),
            segment(0xE2, "FPXR\0"), segment(0xE3, "Meta\0"), segment(0xE4, ""), segment(0xE5, ""),
            segment(0xE6, ""), segment(0xE7, ""), segment(0xE8, ""), segment(0xE9, ""), segment(0xEA, ""),
            segment(0xEB, "JP"), segment(0xEC, "Ducky"), segment(0xED, "Photoshop 3.0\0"), segment(0xEF, ""),
            segment(0xFE, ""),
        ]
    )
    func jpeg(added: [UInt8]) throws {
        let plain = try Fixture.bytes("cmyk.jpg")
        try expectGone(Array(plain[..<2]) + added + Array(plain[2...]), plain)
    }

    private static func chunk(_ name: String) -> [UInt8] {
        [0, 0, 0, UInt8(secret.count)] + Array(name.utf8) + secret + [0, 0, 0, 0]
    }

    @Test("PNG chunks", arguments: ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "vpAg", "caBX", "hIST", "sPLT"])
    func png(name: String) throws {
        let plain = try cleaned("text.png")
        // The header is the first chunk: the signature, 8 bytes, its 13 and a checksum.
        try expectGone(Array(plain[..<33]) + Self.chunk(name) + Array(plain[33...]), plain)
    }

    private static func block(_ start: [UInt8]) -> [UInt8] { [0x21] + start + [6] + secret + [0] }

    @Test(
        "GIF blocks",
        arguments: [
            block([0xFE]), block([0xFF, 11] + Array("XMP DataXMP".utf8)),
            block([0xFF, 11] + Array("ICCRGBG1012".utf8)),
            block([0x01, 12] + [UInt8](repeating: 0, count: 12)),
        ]
    )
    func gif(added: [UInt8]) throws {
        let plain = try cleaned("animated.gif")
        let colours = plain[10] & 0x80 == 0 ? 0 : 3 << (Int(plain[10] & 7) + 1)
        let start = 13 + colours
        try expectGone(Array(plain[..<start]) + added + Array(plain[start...]), plain)
    }

    @Test("WebP chunks", arguments: ["EXIF", "XMP ", "note"])
    func webP(name: String) throws {
        let plain = try Fixture.bytes("lossless.webp")
        var bytes = plain + Array(name.utf8) + [UInt8(Self.secret.count), 0, 0, 0] + Self.secret
        let count = bytes.count - 8
        bytes.replaceSubrange(4..<8, with: [UInt8(count & 0xFF), UInt8(count >> 8), 0, 0])
        try expectGone(bytes, plain)
    }

    private func cleaned(_ name: String) throws -> [UInt8] {
        let bytes = try Fixture.bytes(name)
        return try InspectedMedia(bytes).cleaned(bytes)
    }

    /// Expects that a file with a secret goes out as the one without.
    private func expectGone(_ bytes: [UInt8], _ plain: [UInt8]) throws {
        try #require(Fixture.holds("Secret", bytes))
        let found = try InspectedMedia(bytes)
        #expect(!found.removed.isEmpty)
        #expect(found.cleaned(bytes) == plain)
        #expect(found.cleanedCount(of: bytes.count) == plain.count)
    }
}
