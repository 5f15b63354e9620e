import Encodings

extension WARCRecord {
    /// The record in WARC/1.1, without compression.
    package var serialized: [UInt8] {
        var bytes = Array("WARC/1.1\r\n".utf8)
        bytes.reserveCapacity(block.count + 1024)
        for field in fields where !field.name.isSame(as: "Content-Length") {
            bytes += "\(field.name): \(field.value.onOneLine)\r\n".utf8
        }
        bytes += "Content-Length: \(block.count)\r\n\r\n".utf8
        bytes += block
        bytes += "\r\n\r\n".utf8
        return bytes
    }

    /// The record as a gzip member of its own, as a `.warc.gz` file has it.
    package var compressed: [UInt8] { Gzip.member(of: serialized) }
}

extension Sequence<WARCRecord> {
    /// A `.warc.gz` file with these records.
    package var archive: [UInt8] { flatMap(\.compressed) }
}

extension String {
    /// An address in ASCII, as records and requests have it; its other characters become percent-encoded UTF-8.
    package var percentEncodedAddress: String {
        if utf8.allSatisfy(Self.isAddressByte) { return self }
        var encoded: [UInt8] = []
        for byte in utf8 {
            if Self.isAddressByte(byte) {
                encoded.append(byte)
            } else {
                PercentEncoding.append(byte, to: &encoded)
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// The text with a blank for each control character, so that it cannot begin another field.
    var onOneLine: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) { return self }
        return String(
            String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 })
        )
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F...0xFF: false
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            false
        default: true
        }
    }
}
