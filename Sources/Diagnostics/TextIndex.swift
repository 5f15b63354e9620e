import Synchronization

/// An index of a text's lines and Unicode scalars, which finds a line and column without counting from the
/// start.
///
/// LF, CRLF and CR end a line, as in YAML, in CommonMark and in editors.
package struct TextIndex: Sendable {
    /// The byte at which each line begins.
    package let lineStarts: [Int]
    /// The number of scalars before each block of bytes.
    private let scalarCounts: [Int]
    private let bytes: [UInt8]

    private static let blockLength = 256

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var counts: [Int] = []
        counts.reserveCapacity(bytes.count / Self.blockLength + 1)
        var count = 0
        for offset in bytes.indices {
            if offset % Self.blockLength == 0 { counts.append(count) }
            let byte = bytes[offset]
            if byte & 0b1100_0000 != 0b1000_0000 { count += 1 }
            if byte == UInt8(ascii: "\n") {
                starts.append(offset + 1)
            } else if byte == UInt8(ascii: "\r"),
                offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n")
            {
                starts.append(offset + 1)
            }
        }
        counts.append(count)
        lineStarts = starts
        scalarCounts = counts
    }

    /// The line that holds a byte, counted from 0.
    package func line(of offset: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The number of scalars before a byte.
    package func scalarCount(before offset: Int) -> Int {
        let block = min(offset, bytes.count) / Self.blockLength
        guard block < scalarCounts.count else { return scalarCounts.last ?? 0 }
        return scalarCounts[block]
            + bytes[block * Self.blockLength..<min(offset, bytes.count)].reduce(into: 0) { count, byte in
                if byte & 0b1100_0000 != 0b1000_0000 { count += 1 }
            }
    }

    /// The offset of a scalar, counted from 0; the end if there are fewer.
    package func offset(ofScalar number: Int) -> Int {
        var (low, high) = (0, scalarCounts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if scalarCounts[middle] <= number { low = middle } else { high = middle }
        }
        var offset = min(low * Self.blockLength, bytes.count)
        var count = scalarCounts[low]
        while offset < bytes.count {
            if bytes[offset] & 0b1100_0000 != 0b1000_0000 {
                if count == number { return offset }
                count += 1
            }
            offset += 1
        }
        return bytes.count
    }
}

/// An index made when it is first used, because most files have no finding.
final class LazyTextIndex: Sendable {
    private let made = Mutex<TextIndex?>(nil)

    func index(of bytes: [UInt8]) -> TextIndex {
        made.withLock { made in
            if let made { return made }
            let index = TextIndex(bytes)
            made = index
            return index
        }
    }
}
