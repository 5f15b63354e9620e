/// The EXIF of a picture: what of it has to stay, and what it gives away.
struct Exif {
    /// The way in which the picture has to be turned, 1 to 8 (EXIF 2.32, tag 0x0112).
    private(set) var orientation = 1
    /// Whether it says where the picture was taken.
    private(set) var hasPosition = false
    /// The day on which it was taken, as `2019-02-03` (tag 0x9003); nil where none is noted.
    private(set) var day: String?

    /// Reads the first list of tags of a TIFF header; one that is damaged says nothing.
    init(_ bytes: [UInt8], tiff: Range<Int>) {
        guard tiff.count >= 8 else { return }
        let start = tiff.lowerBound
        let isLittle = bytes.holds("II", at: start)
        guard isLittle || bytes.holds("MM", at: start) else { return }
        func number(_ length: Int, _ offset: Int) -> Int? {
            guard tiff.contains(offset), offset + length <= tiff.upperBound else { return nil }
            return try? isLittle ? bytes.little(length, at: offset) : bytes.big(length, at: offset)
        }
        guard let first = number(4, start + 4), let count = number(2, start + first) else { return }
        var camera: Int?
        for index in 0..<count {
            let entry = start + first + 2 + index * 12
            guard let tag = number(2, entry) else { return }
            if tag == 0x0112, let value = number(2, entry + 8), (1...8).contains(value) {
                orientation = value
            }
            if tag == 0x8825 { hasPosition = true }
            if tag == 0x8769 { camera = number(4, entry + 8) }
        }
        guard let camera, let noted = number(2, start + camera) else { return }
        for index in 0..<noted {
            let entry = start + camera + 2 + index * 12
            guard let tag = number(2, entry) else { return }
            guard tag == 0x9003, let place = number(4, entry + 8), place + 10 <= tiff.count else { continue }
            day = Self.day(bytes[start + place..<start + place + 10])
        }
    }

    /// A day in the form that EXIF has, `2019:02:03`; nil for one that a camera without a clock wrote.
    private static func day(_ text: ArraySlice<UInt8>) -> String? {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard parts.map(\.count) == [4, 2, 2], numbers.count == 3, numbers[0] >= 1826,
            (1...12).contains(numbers[1]),
            (1...31).contains(numbers[2])
        else { return nil }
        return String(decoding: text, as: UTF8.self).split(separator: ":").joined(separator: "-")
    }

    /// What it is called among the metadata that is taken out.
    var name: String { hasPosition ? "EXIF with a position" : "EXIF" }

    /// EXIF that holds the orientation and nothing else.
    static func minimal(orientation: Int) -> [UInt8] {
        Array("MM".utf8) + [
            0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0,
        ]
            + [0, 0, 0, 0]
    }
}
