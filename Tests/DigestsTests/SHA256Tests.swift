import Testing

@testable import Digests

/// The examples of FIPS 180-4 and NIST's "Examples with Intermediate Values" (csrc.nist.gov), and the long message
/// of RFC 6234.
@Suite("SHA-256")
struct SHA256Tests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let message: [UInt8]
        let hash: String
        var testDescription: String { "\(message.count) bytes" }

        init(_ text: String, _ hash: String) { self.init(Array(text.utf8), hash) }

        init(_ message: [UInt8], _ hash: String) {
            self.message = message
            self.hash = hash
        }
    }

    private static let vectors = [
        Vector("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Vector("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        Vector(
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        Vector([0xBD], "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
        Vector(
            [0xC9, 0x8C, 0x8E, 0x55],
            "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"
        ),
        Vector(
            [UInt8](repeating: 0, count: 55),
            "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"
        ),
        Vector(
            [UInt8](repeating: 0, count: 64),
            "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"
        ),
        Vector(
            [UInt8](repeating: 0, count: 1000),
            "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53"
        ),
        Vector(
            [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ]

    @Test("NIST's examples", arguments: vectors)
    func examples(_ vector: Vector) { #expect(Digest(of: vector.message).hexadecimal == vector.hash) }

    @Test("pieces give the hash of the whole, wherever they are cut", arguments: vectors)
    func pieces(_ vector: Vector) {
        for size in [1, 55, 64, 65, 4096] where vector.message.count / size < 20_000 {
            var content = ContentHasher()
            var rest = vector.message[...]
            while !rest.isEmpty {
                content.add(Array(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
            #expect(content.fingerprint == Fingerprint(of: vector.message))
        }
    }
}
