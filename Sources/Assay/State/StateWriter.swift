import Digests
import Editorial

/// Writes the values of a state file one after the other: numbers in seven bits a byte, lowest first; text and lists
/// with their length before them.
struct StateWriter {
    private(set) var bytes: [UInt8]

    /// - Parameter start: bytes that come before all values.
    init(_ start: [UInt8] = []) { bytes = start }

    mutating func add(_ number: Int) { add(bits: UInt64(bitPattern: Int64(number))) }

    mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ data: some Collection<UInt8>) {
        add(data.count)
        bytes.append(contentsOf: data)
    }

    /// Adds a fingerprint: always sixteen bytes.
    mutating func add(_ fingerprint: Fingerprint) {
        for half in [fingerprint.high, fingerprint.low] {
            withUnsafeBytes(of: half.bigEndian) { bytes.append(contentsOf: $0) }
        }
    }

    /// Adds something, or that there is nothing.
    mutating func add<Value>(optional value: Value?, _ add: (inout StateWriter, Value) -> Void) {
        self.add(value != nil)
        if let value { add(&self, value) }
    }

    mutating func add<Element>(list: some Collection<Element>, _ add: (inout StateWriter, Element) -> Void) {
        self.add(list.count)
        for element in list { add(&self, element) }
    }

    private mutating func add(bits number: UInt64) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
