/// Whether a byte is a blank within a line.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// Whether a byte ends a line. A carriage return counts, so that CR LF is removed with the line.
func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

/// Whether HTML takes a byte for white space between attributes.
func isMarkupSpace(_ byte: UInt8) -> Bool { isBlank(byte) || isLineEnd(byte) || byte == 0x0C }

/// Whether a byte is an ASCII letter.
func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

/// Whether a byte is an ASCII digit.
func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// A byte with ASCII capitals made small.
func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

extension [UInt8] {
    /// Whether the bytes of a text stand at an offset.
    func has(_ wanted: [UInt8], at offset: Int) -> Bool {
        guard offset + wanted.count <= count else { return false }
        for index in 0..<wanted.count where self[offset + index] != wanted[index] { return false }
        return true
    }

    /// The next offset of the bytes of a text, from an offset on; nil if there is none.
    func find(_ wanted: [UInt8], from offset: Int) -> Int? {
        guard let first = wanted.first, offset <= count - wanted.count else { return nil }
        return (offset...(count - wanted.count)).first { self[$0] == first && has(wanted, at: $0) }
    }

    /// A range without the blanks and line ends around it.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, isMarkupSpace(self[start]) { start += 1 }
        while end > start, isMarkupSpace(self[end - 1]) { end -= 1 }
        return start..<end
    }
}
