/// A reader of the few DER values that libcrypto parses but shows to nobody.
struct DERReader {
    private var rest: ArraySlice<UInt8>

    /// Reads from the first byte on.
    init(_ bytes: some Sequence<UInt8>) { rest = ArraySlice(Array(bytes)) }

    /// Whether all values are read.
    var isAtEnd: Bool { rest.isEmpty }

    /// The tag of the next value; nil at the end.
    var nextTag: UInt8? { rest.first }

    /// Reads a value.
    /// - Returns: its tag, its content, and all of its bytes; nil if there is no whole value.
    mutating func next() -> (tag: UInt8, content: ArraySlice<UInt8>, whole: ArraySlice<UInt8>)? {
        let start = rest
        guard let tag = rest.popFirst(), tag & 0x1F != 0x1F, let first = rest.popFirst() else { return nil }
        var length = Int(first)
        if first >= 0x80 {
            let count = Int(first & 0x7F)
            guard (1...4).contains(count), rest.count >= count else { return nil }
            length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(count)
        }
        guard rest.count >= length else { return nil }
        let content = rest.prefix(length)
        rest = rest.dropFirst(length)
        return (tag, content, start.prefix(start.count - rest.count))
    }

    /// Reads a value of one kind; nil if the next one is another.
    mutating func next(_ tag: UInt8) -> ArraySlice<UInt8>? {
        guard nextTag == tag else { return nil }
        return next()?.content
    }

    /// The tags that are read here.
    static let octetString: UInt8 = 0x04
    static let sequence: UInt8 = 0x30
}
