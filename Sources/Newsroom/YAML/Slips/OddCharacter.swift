import Diagnostics
import Encodings

/// A character that ends a line in YAML 1.1 alone, or that YAML forbids.
///
/// Such characters come with copied text, and editors hide them. libyaml reads YAML 1.1 and ends a line at them, so
/// the words behind one would become another field, or be lost.
enum OddCharacter {
    /// The error for the first such character in a range; nil if there is none.
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
                (length, name) = (1, "control character (\(Unicode.Scalar(byte).codePoint))")
            default: (length, name) = (1, "")
            }
            if !name.isEmpty {
                let range = index..<index + length
                // A separator parts words; the other characters stand within them.
                let isSeparator = length == 2 || bytes[index] == 0xE2
                return YAMLFailure(
                    .yamlSyntax,
                    "here stands a character that cannot be seen: a \(name)",
                    at: file.span(index..<index + length),
                    help:
                        "delete it, or write a blank or a new line in its place; it came in with copied text",
                    fixes: [
                        Fix(
                            isSeparator ? "Write a blank in its place" : "Take it out",
                            .safe,
                            [file.edit(range, isSeparator ? " " : "")]
                        )
                    ]
                )
            }
            index += length
        }
        return nil
    }

    private static func matches(_ bytes: [UInt8], _ index: Int, _ wanted: [UInt8]) -> Bool {
        bytes[index...].starts(with: wanted)
    }
}
