/// A perceptual hash of a picture, by which near-duplicates are found: copies in another size, format or quality.
///
/// It is a difference hash (dHash) of 128 bits: whether each of 9 by 9 fields is brighter than the next one in its row, and than the
/// next one in its column. Another program decodes the picture and makes it that small, so that no decoder runs in this one.
package struct PictureHash: Hashable, Sendable {
    /// The side of the grid, in fields.
    package static let side = 9
    /// The most bits in which two copies of a picture differ.
    package static let nearness = 10

    private let rows: UInt64
    private let columns: UInt64

    /// Reads a picture of 9 by 9 pixels in the format PPM (P6, one byte a colour).
    /// - Returns: nil also for a picture that is nearly even, such as a blank page: it is like all others of its kind.
    package init?(ppm bytes: [UInt8]) {
        guard let brightness = Self.brightness(bytes) else { return nil }
        let range = (brightness.max() ?? 0) - (brightness.min() ?? 0)
        guard range >= Self.contrast else { return nil }
        var rows: UInt64 = 0
        var columns: UInt64 = 0
        for first in 0..<Self.side - 1 {
            for second in 0..<Self.side - 1 {
                let (across, down) = (first * Self.side + second, second * Self.side + first)
                rows = rows << 1 | (brightness[across] > brightness[across + 1] ? 1 : 0)
                columns = columns << 1 | (brightness[down] > brightness[down + Self.side] ? 1 : 0)
            }
        }
        self.rows = rows
        self.columns = columns
    }

    /// Reads 32 hexadecimal digits; nil for anything else.
    package init?(_ text: String) {
        guard text.utf8.count == 32, let rows = UInt64(text.prefix(16), radix: 16),
            let columns = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.rows = rows
        self.columns = columns
    }

    /// The number of bits in which two hashes differ.
    package func distance(to other: PictureHash) -> Int {
        (rows ^ other.rows).nonzeroBitCount + (columns ^ other.columns).nonzeroBitCount
    }

    /// Whether two pictures look alike.
    package func isNear(_ other: PictureHash) -> Bool { distance(to: other) <= Self.nearness }

    /// The least difference between the brightest and the darkest field, of 255.
    private static let contrast = 24

    /// The brightness of the fields, row by row.
    private static func brightness(_ bytes: [UInt8]) -> [Int]? {
        var header: [String] = []
        var position = 0
        while header.count < 4 {
            guard let token = token(bytes, &position) else { return nil }
            header.append(token)
        }
        guard header == ["P6", "\(side)", "\(side)", "255"] else { return nil }
        let pixels = bytes.dropFirst(position + 1)
        guard pixels.count == side * side * 3 else { return nil }
        return (0..<side * side).map { index in
            let start = pixels.startIndex + index * 3
            // The weights of ITU-R BT.601, in thousandths.
            return (Int(pixels[start]) * 299 + Int(pixels[start + 1]) * 587 + Int(pixels[start + 2]) * 114)
                / 1000
        }
    }

    /// The next word of a header; comments, which hold a date, are passed.
    private static func token(_ bytes: [UInt8], _ position: inout Int) -> String? {
        while position < bytes.count, position < 256 {
            if bytes[position] == UInt8(ascii: "#") {
                position = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
            } else if bytes[position] <= 0x20 {
                position += 1
            } else {
                let word = bytes[position...].prefix { $0 > 0x20 }
                position = word.endIndex
                return String(decoding: word, as: UTF8.self)
            }
        }
        return nil
    }
}

extension PictureHash: CustomStringConvertible {
    /// 32 hexadecimal digits.
    package var description: String {
        [rows, columns].map { half in
            let digits = String(half, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
