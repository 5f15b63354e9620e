import Digests
import Encodings

/// The id of a record: a UUID (RFC 9562) as a URN.
package struct RecordID: Hashable, Sendable, CustomStringConvertible {
    private let bytes: [UInt8]

    /// A new id at random.
    package static func random() -> RecordID {
        var source = SystemRandomNumberGenerator()
        return RecordID((0..<16).map { _ in UInt8.random(in: 0...255, using: &source) }, version: 4)
    }

    /// The id that follows from some bytes, for records whose file must be a function of its content.
    package init(derivedFrom content: [UInt8]) {
        let digits = Array(Digest(of: content).hexadecimal.utf8)
        let bytes = stride(from: 0, to: 32, by: 2).map { index in
            (Hexadecimal.value(of: digits[index]) ?? 0) << 4 | (Hexadecimal.value(of: digits[index + 1]) ?? 0)
        }
        self.init(bytes, version: 8)
    }

    private init(_ bytes: [UInt8], version: UInt8) {
        var bytes = bytes
        bytes[6] = version << 4 | bytes[6] & 0x0F
        bytes[8] = 0x80 | bytes[8] & 0x3F
        self.bytes = bytes
    }

    /// `urn:uuid:…`, without the brackets that records put around it.
    package var description: String {
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { range in
            bytes[range].map { Hexadecimal.text($0, width: 2) }.joined()
        }
        return "urn:uuid:" + groups.joined(separator: "-")
    }

    /// The id as records have it: `<urn:uuid:…>`.
    package var bracketed: String { "<\(description)>" }
}
