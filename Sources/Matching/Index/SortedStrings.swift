/// Strings in the order of their bytes, each with a number; found by halving.
struct SortedStrings: Sendable {
    /// Where each begins in `bytes`, and where the last one ends.
    let starts: [UInt32]
    let bytes: [UInt8]

    /// Takes strings that are sorted by their bytes.
    init(_ sorted: [String]) {
        var starts: [UInt32] = [0]
        var bytes: [UInt8] = []
        for text in sorted {
            bytes += Array(text.utf8)
            starts.append(UInt32(bytes.count))
        }
        self.starts = starts
        self.bytes = bytes
    }

    /// Takes what was stored; nil for starts that are out of order or out of bounds.
    init?(starts: [UInt32], bytes: [UInt8]) {
        guard starts.isAscending(upTo: bytes.count) else { return nil }
        self.starts = starts
        self.bytes = bytes
    }

    var count: Int { starts.count - 1 }

    /// The string of a number.
    subscript(_ number: Int) -> String {
        String(decoding: bytes[Int(starts[number])..<Int(starts[number + 1])], as: UTF8.self)
    }

    /// The number of a string; nil if it is not here.
    func number(of text: String) -> Int? {
        var text = text
        return text.withUTF8 { wanted in
            bytes.withUnsafeBufferPointer { bytes in
                starts.withUnsafeBufferPointer { starts in
                    var low = 0
                    var high = starts.count - 1
                    while low < high {
                        let middle = (low + high) / 2
                        let order = Self.compare(
                            bytes,
                            Int(starts[middle]),
                            Int(starts[middle + 1]),
                            with: wanted
                        )
                        if order == 0 { return middle }
                        if order < 0 { low = middle + 1 } else { high = middle }
                    }
                    return nil
                }
            }
        }
    }

    /// The order of a stored string and another: below zero, zero, or above.
    private static func compare(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ end: Int,
        with wanted: UnsafeBufferPointer<UInt8>
    ) -> Int {
        let count = min(end - start, wanted.count)
        var index = 0
        while index < count {
            let difference = Int(bytes[start + index]) - Int(wanted[index])
            if difference != 0 { return difference }
            index += 1
        }
        return end - start - wanted.count
    }

    /// Whether one string stands before another in this order.
    static func isBefore(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}

extension [UInt32] {
    /// Whether these are the starts of consecutive pieces that end at a place.
    func isAscending(upTo end: Int) -> Bool {
        guard first == 0, let last, Int(last) == end else { return false }
        var before: UInt32 = 0
        for start in self {
            if start < before { return false }
            before = start
        }
        return true
    }
}
