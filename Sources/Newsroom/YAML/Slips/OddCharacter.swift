import Diagnostics

/// Characters that end a line for YAML and for nobody else, and those that YAML does not take at all.
///
/// They come in with copied text, and no editor shows them. YAML 1.1, which libyaml reads, ends lines at them: what is
/// behind one would be another field, or lost.
enum OddCharacter {
    /// The finding about the first of them; nil when there is none.
    static func failure(in file: SourceFile, _ range: Range<Int>) -> YAMLFailure? {
        let bytes = file.bytes
        let isOldMac = !bytes[range].contains(UInt8(ascii: "\n"))
        var index = range.lowerBound
        while index < range.upperBound {
            let length: Int
            let name: String
            switch bytes[index] {
            case UInt8(ascii: "\r"):
                let isPair = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
                (length, name) = (1, isPair || isOldMac ? "" : "carriage return (U+000D)")
            case 0xC2 where matches(bytes, index, [0xC2, 0x85]): (length, name) = (2, "next line (U+0085)")
            case 0xE2 where matches(bytes, index, [0xE2, 0x80, 0xA8]):
                (length, name) = (3, "line separator (U+2028)")
            case 0xE2 where matches(bytes, index, [0xE2, 0x80, 0xA9]):
                (length, name) = (3, "paragraph separator (U+2029)")
            case 0xEF where matches(bytes, index, [0xEF, 0xBB, 0xBF]):
                (length, name) = (3, "byte order mark (U+FEFF)")
            case let byte where (byte < 0x20 && byte != 0x09 && byte != 0x0A) || byte == 0x7F:
                (length, name) = (1, "control character (U+\(fourDigits(byte)))")
            default: (length, name) = (1, "")
            }
            if !name.isEmpty {
                return YAMLFailure(
                    .yamlSyntax,
                    "here stands a character that cannot be seen: a \(name)",
                    at: file.span(index..<index + length),
                    help:
                        "delete it, or write a blank or a new line in its place; it came in with copied text"
                )
            }
            index += length
        }
        return nil
    }

    private static func matches(_ bytes: [UInt8], _ index: Int, _ wanted: [UInt8]) -> Bool {
        bytes[index...].starts(with: wanted)
    }

    private static func fourDigits(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
