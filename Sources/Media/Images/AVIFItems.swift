/// The items of an AVIF file (HEIF, ISO/IEC 23008-12): the picture with its size and its turn, and the metadata beside it.
struct AVIFItems {
    private typealias Box = (name: String, content: Range<Int>)

    /// The size as shown: a quarter turn changes the sides.
    private(set) var size: MediaSize?
    /// Whether the picture is turned by a property (`irot`), and not by its pixels.
    private(set) var isTurned = false
    /// The metadata that have bytes, in words. `exiftool` empties what it takes out, and leaves its name.
    private(set) var metadata: [String] = []

    /// The bytes of the box `meta`, behind its version.
    private let bytes: [UInt8]
    private let boxes: [Box]

    /// More bytes than the description of any picture has.
    private static let sizeLimit = 4 * 1024 * 1024

    /// Reads the box `meta` of a file.
    init(_ file: inout MediaReader, meta: Range<Int>) throws(MediaProblem) {
        guard meta.count >= 4, meta.count <= Self.sizeLimit else {
            throw .malformed("its description has no size that a picture's has")
        }
        bytes = Array(try file.bytes(meta).dropFirst(4))
        boxes = try Self.boxes(bytes, in: bytes.indices)
        let primary = try primaryItem()
        try readProperties(of: primary)
        metadata = try metadataItems()
    }

    private func content(of name: String) -> Range<Int>? { boxes.first { $0.name == name }?.content }

    /// The number of the item that is the picture.
    private func primaryItem() throws(MediaProblem) -> Int {
        guard let box = content(of: "pitm") else { throw .malformed("there is no picture in it") }
        return try bytes.big(try bytes.byte(box.lowerBound) == 0 ? 2 : 4, at: box.lowerBound + 4)
    }

    /// Reads the properties that an item has, in their order: which they are says `ipma`, what they say `ipco`.
    private mutating func readProperties(of item: Int) throws(MediaProblem) {
        guard let container = content(of: "iprp") else { return }
        let inner = try Self.boxes(bytes, in: container)
        guard let list = inner.first(where: { $0.name == "ipco" }) else { return }
        let properties = try Self.boxes(bytes, in: list.content)
        var sides: (Int, Int)?
        var turns = 0
        for box in inner where box.name == "ipma" {
            for number in try numbers(ofPropertiesOf: item, in: box.content)
            where number > 0 && number <= properties.count {
                let property = properties[number - 1]
                let start = property.content.lowerBound
                switch property.name {
                case "ispe": sides = (try bytes.big(4, at: start + 4), try bytes.big(4, at: start + 8))
                case "irot": turns = try bytes.byte(start) & 3
                default: break
                }
            }
        }
        isTurned = turns > 0
        size = sides.flatMap { turns % 2 == 0 ? MediaSize($0, $1) : MediaSize($1, $0) }
    }

    private func numbers(ofPropertiesOf item: Int, in box: Range<Int>) throws(MediaProblem) -> [Int] {
        let isLong = try bytes.byte(box.lowerBound) > 0
        let hasWideNumbers = try bytes.byte(box.lowerBound + 3) & 1 == 1
        var position = box.lowerBound + 8
        for _ in 0..<(try bytes.big(4, at: box.lowerBound + 4)) {
            let owner = try bytes.big(isLong ? 4 : 2, at: position)
            position += isLong ? 4 : 2
            let count = try bytes.byte(position)
            position += 1
            var numbers: [Int] = []
            for _ in 0..<count {
                // The highest bit says that a program has to know the property.
                numbers.append(
                    hasWideNumbers ? try bytes.big(2, at: position) & 0x7FFF : try bytes.byte(position) & 0x7F
                )
                position += hasWideNumbers ? 2 : 1
            }
            guard position <= box.upperBound else { throw .truncated }
            if owner == item { return numbers }
        }
        return []
    }

    private func metadataItems() throws(MediaProblem) -> [String] {
        guard let box = content(of: "iinf") else { return [] }
        let empty = try emptyItems()
        let head = try bytes.byte(box.lowerBound) == 0 ? 6 : 8
        guard head <= box.count else { throw .truncated }
        var found: [String] = []
        for entry in try Self.boxes(bytes, in: box.lowerBound + head..<box.upperBound)
        where entry.name == "infe" {
            let start = entry.content.lowerBound
            let version = try bytes.byte(start)
            guard version >= 2 else {
                found.append("an item of an old kind")
                continue
            }
            let length = version == 2 ? 2 : 4
            let item = try bytes.big(length, at: start + 4)
            let type = bytes.name(at: try bytes.part(start + 6 + length, length: 4))
            if empty.contains(item) { continue }
            switch type {
            case "Exif": found.append("EXIF")
            case "mime", "uri ": found.append("XMP")
            default: break
            }
        }
        return found
    }

    /// The items whose places (`iloc`) have no bytes.
    private func emptyItems() throws(MediaProblem) -> Set<Int> {
        guard let box = content(of: "iloc") else { return [] }
        let version = try bytes.byte(box.lowerBound)
        let sizes = try bytes.big(2, at: box.lowerBound + 4)
        let (offset, length, base) = (sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15)
        let index = version == 0 ? 0 : sizes & 15
        guard [offset, length, base, index].allSatisfy([0, 4, 8].contains) else {
            throw .malformed("the places of its parts have a strange size")
        }
        let number = version < 2 ? 2 : 4
        var position = box.lowerBound + 6
        let count = try bytes.big(number, at: position)
        position += number
        var empty: Set<Int> = []
        for _ in 0..<count {
            let item = try bytes.big(number, at: position)
            position += number + (version == 0 ? 0 : 2) + 2 + base
            let extents = try bytes.big(2, at: position)
            position += 2
            var isEmpty = length > 0
            for _ in 0..<extents {
                if length > 0, try bytes.big(length, at: position + index + offset) != 0 { isEmpty = false }
                position += index + offset + length
            }
            guard position <= box.upperBound else { throw .truncated }
            if isEmpty { empty.insert(item) }
        }
        return empty
    }

    /// The boxes in a range, each of which has to lie in it.
    private static func boxes(_ bytes: [UInt8], in range: Range<Int>) throws(MediaProblem) -> [Box] {
        var boxes: [Box] = []
        var position = range.lowerBound
        while position < range.upperBound {
            let length = try bytes.big(4, at: position)
            guard length >= 8 else { throw .malformed("a box has no length") }
            guard length <= range.upperBound - position else { throw .truncated }
            boxes.append(
                (bytes.name(at: try bytes.part(position + 4, length: 4)), position + 8..<position + length)
            )
            position += length
        }
        return boxes
    }
}
