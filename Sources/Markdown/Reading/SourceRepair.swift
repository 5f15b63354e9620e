import Diagnostics

/// An invisible character, with its place in the file.
struct HiddenText {
    let scalar: Unicode.Scalar
    let range: Range<Int>
}

/// The repairs to a text before libcmark reads it: bytes that are not UTF-8, NUL and hidden characters become
/// U+FFFD, and images beyond a limit become words.
struct SourceRepair {
    private(set) var bytes: [UInt8] = []
    private(set) var map: OffsetMap
    private(set) var hidden: [HiddenText] = []

    private let typed: [UInt8]
    private let origin: Int
    private let keepsHidden: Bool
    private var previous: Unicode.Scalar?

    init(_ typed: [UInt8], origin: Int, keepsHidden: Bool) {
        self.typed = typed
        self.origin = origin
        self.keepsHidden = keepsHidden
        map = OffsetMap(origin: origin)
    }

    /// Text resolved by libcmark, without hidden characters. libcmark resolves an entity in an address, a
    /// title or an info string even behind a backslash, and encodes U+FFFE as a byte that is not UTF-8.
    static func repaired(_ resolved: [UInt8]) -> [UInt8] {
        if areBytesClean(resolved, keepsHidden: false) { return resolved }
        var repair = SourceRepair(resolved, origin: 0, keepsHidden: false)
        repair.run()
        return repair.bytes
    }

    /// Whether nothing has to be changed.
    static func isClean(_ bytes: [UInt8], keepsHidden: Bool) -> Bool {
        areBytesClean(bytes, keepsHidden: keepsHidden) && (keepsHidden || !hasHiddenEntity(bytes))
            && !hasManyImages(bytes)
    }

    private static func areBytesClean(_ bytes: [UInt8], keepsHidden: Bool) -> Bool {
        // Most texts are ASCII, or nearly so. Without a branch, the compiler can vectorise this loop.
        var (all, lowest, controls) = (UInt8(0), UInt8.max, UInt8(0))
        bytes.withUnsafeBufferPointer { bytes in
            for byte in bytes {
                all |= byte
                lowest = min(lowest, byte)
                let isLow: UInt8 = byte < 0x20 ? 1 : 0
                let isBlank: UInt8 = (byte == 0x09 ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
                controls |= (isLow & ~isBlank) | (byte == 0x7F ? 1 : 0)
            }
        }
        if lowest == 0 || (controls != 0 && !keepsHidden) { return false }
        return all < 0x80 || isCleanUnicode(bytes, keepsHidden: keepsHidden)
    }

    private static func isCleanUnicode(_ bytes: [UInt8], keepsHidden: Bool) -> Bool {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            let length = UTF8Sequence.length(in: bytes, at: index)
            if length == 0 { return false }
            let canBeHidden = byte == 0xC2 || byte == 0xE2 || byte == 0xEF || byte >= 0xF0
            if canBeHidden, !keepsHidden, let scalar = scalar(in: bytes, at: index, length: length),
                HiddenCharacter.contains(scalar)
            {
                return false
            }
            index += length
        }
        return true
    }

    mutating func run() {
        var images = 0
        var index = 0
        while index < typed.count {
            let length = typed[index] == 0 ? 0 : UTF8Sequence.length(in: typed, at: index)
            if length == 0 {
                replace(index..<index + 1)
                index += 1
                continue
            }
            if !keepsHidden, let end = hiddenEnd(at: index, length: length) {
                replace(index..<end)
                index = end
                continue
            }
            if typed[index] == .lineFeed, index > 0, typed[index - 1] == .lineFeed { images = 0 }
            if typed[index] == .openingBracket, index > 0, typed[index - 1] == .exclamation {
                images += 1
                if images > Self.maximumOfImages {
                    bytes.append(.backslash)
                    map.add(start: bytes.count, origin: origin + index)
                }
            }
            bytes.append(contentsOf: typed[index..<index + length])
            index += length
        }
    }

    private mutating func replace(_ range: Range<Int>) {
        map.add(start: bytes.count, origin: origin + range.lowerBound)
        bytes.append("\u{FFFD}")
        map.add(start: bytes.count, origin: origin + range.upperBound)
        previous = nil
    }

    /// Records a hidden character at an index, literal or an entity, and returns its end.
    private mutating func hiddenEnd(at index: Int, length: Int) -> Int? {
        if typed[index] == .ampersand {
            guard let entity = Entity(in: typed, at: index), let scalar = entity.scalar,
                HiddenCharacter.contains(scalar), !isEscaped(index)
            else { return nil }
            return note(scalar, index..<index + entity.typedLength)
        }
        guard let scalar = Self.scalar(in: typed, at: index, length: length) else { return nil }
        let isHidden =
            HiddenCharacter.contains(scalar) && !HiddenCharacter.isAllowed(scalar, after: previous)
        previous = scalar
        return isHidden ? note(scalar, index..<index + length) : nil
    }

    private func isEscaped(_ index: Int) -> Bool {
        !typed[..<index].reversed().prefix { $0 == .backslash }.count.isMultiple(of: 2)
    }

    private mutating func note(_ scalar: Unicode.Scalar, _ range: Range<Int>) -> Int {
        hidden.append(
            HiddenText(
                scalar: scalar,
                range: (origin + range.lowerBound)..<(origin + range.upperBound)
            )
        )
        return range.upperBound
    }

    private static func hasHiddenEntity(_ bytes: [UInt8]) -> Bool {
        guard bytes.withUnsafeBufferPointer({ $0.holdsPair(.ampersand, .hash) }) else { return false }
        for index in bytes.indices.dropLast()
        where bytes[index] == .ampersand && bytes[index + 1] == .hash {
            if let scalar = Entity(in: bytes, at: index)?.scalar, HiddenCharacter.contains(scalar) {
                return true
            }
        }
        return false
    }

    private static func scalar(in bytes: [UInt8], at index: Int, length: Int) -> Unicode.Scalar? {
        guard index + length <= bytes.count else { return nil }
        switch length {
        case 1: return Unicode.Scalar(bytes[index])
        case 2: return Unicode.Scalar(UInt32(bytes[index] & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F))
        default:
            let first = UInt32(bytes[index] & (length == 3 ? 0x0F : 0x07))
            let value = (1..<length).reduce(first) { $0 << 6 | UInt32(bytes[index + $1] & 0x3F) }
            return Unicode.Scalar(value)
        }
    }

    // MARK: Too many images

    /// The number of images that may begin between two blank lines; further ones become words. libcmark (up
    /// to 0.30.2) needs quadratic time for thousands of images without an end.
    private static let maximumOfImages = 1000

    private static func hasManyImages(_ bytes: [UInt8]) -> Bool {
        // Most texts have none.
        bytes.withUnsafeBufferPointer { bytes in
            guard bytes.holdsPair(.exclamation, .openingBracket) else { return false }
            return bytes.count { $0 == .exclamation } > maximumOfImages
        }
    }
}
