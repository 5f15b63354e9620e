/// Whether bytes are UTF-8, and if not, where they stop being so.
enum UTF8Validation {
    /// Whether bytes are ASCII without NUL, and some. Every byte is looked at: without a branch the loop is fast.
    static func isPlain(_ bytes: [UInt8]) -> Bool {
        var (all, lowest) = (UInt8(0), UInt8.max)
        for byte in bytes {
            all |= byte
            lowest = min(lowest, byte)
        }
        return !bytes.isEmpty && all < 0x80 && lowest > 0
    }

    /// The place of the first byte that is not part of well-formed UTF-8, or nil.
    static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return offset
            case .error: return offset
            }
        }
    }
}
