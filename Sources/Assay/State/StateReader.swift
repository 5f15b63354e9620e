import Digests
import Editorial

/// A state file does not hold what was expected.
struct UnreadableState: Error {}

/// Reads what `StateWriter` wrote. Whatever bytes it is given, it reads no further than they go.
struct StateReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    mutating func number() throws(UnreadableState) -> Int {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64 {
            let byte = try byte()
            number |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return Int(Int64(bitPattern: number)) }
            shift += 7
        }
        throw UnreadableState()
    }

    mutating func flag() throws(UnreadableState) -> Bool {
        let byte = try byte()
        guard byte < 2 else { throw UnreadableState() }
        return byte == 1
    }

    mutating func data() throws(UnreadableState) -> ArraySlice<UInt8> {
        try take(try number())
    }

    mutating func text() throws(UnreadableState) -> String {
        String(decoding: try data(), as: UTF8.self)
    }

    mutating func fingerprint() throws(UnreadableState) -> Fingerprint {
        Fingerprint(high: try half(), low: try half())
    }

    mutating func optional<Value>(
        _ read: (inout StateReader) throws(UnreadableState) -> Value
    ) throws(UnreadableState) -> Value? {
        try flag() ? try read(&self) : nil
    }

    mutating func list<Element>(
        _ read: (inout StateReader) throws(UnreadableState) -> Element
    ) throws(UnreadableState) -> [Element] {
        let count = try number()
        // Every element has at least a byte, so a count beyond the end is a lie that must not take memory.
        guard count >= 0, count <= bytes.endIndex - position else { throw UnreadableState() }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try read(&self)) }
        return list
    }

    private mutating func byte() throws(UnreadableState) -> UInt8 {
        guard position < bytes.endIndex else { throw UnreadableState() }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func half() throws(UnreadableState) -> UInt64 {
        var half: UInt64 = 0
        for byte in try take(8) { half = half << 8 | UInt64(byte) }
        return half
    }

    private mutating func take(_ count: Int) throws(UnreadableState) -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.endIndex - position else { throw UnreadableState() }
        defer { position += count }
        return bytes[position..<position + count]
    }
}
