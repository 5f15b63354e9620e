import Editorial

/// A state file does not hold what was expected.
struct UnreadableState: Error {}

/// Reads what `StateWriter` wrote. Whatever bytes it is given, it reads no further than they go.
struct StateReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number() throws(UnreadableState) -> Int {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64, let byte = rest.popFirst() {
            number |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return Int(Int64(bitPattern: number)) }
            shift += 7
        }
        throw UnreadableState()
    }

    mutating func flag() throws(UnreadableState) -> Bool {
        guard let byte = rest.popFirst(), byte < 2 else { throw UnreadableState() }
        return byte == 1
    }

    mutating func data() throws(UnreadableState) -> ArraySlice<UInt8> {
        try take(try number())
    }

    mutating func text() throws(UnreadableState) -> String {
        String(decoding: try data(), as: UTF8.self)
    }

    mutating func fingerprint() throws(UnreadableState) -> Fingerprint {
        let bytes = try take(16)
        func half(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        return Fingerprint(high: half(bytes.prefix(8)), low: half(bytes.suffix(8)))
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
        guard count >= 0, count <= rest.count else { throw UnreadableState() }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try read(&self)) }
        return list
    }

    private mutating func take(_ count: Int) throws(UnreadableState) -> ArraySlice<UInt8> {
        guard count >= 0, count <= rest.count else { throw UnreadableState() }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}
