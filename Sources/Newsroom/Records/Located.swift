/// A value with the byte range in which it was typed, so that a diagnostic can point at it.
package struct Located<Value: Sendable>: Sendable {
    /// The value.
    package let value: Value
    // Offsets of 32 bits, because a newsroom has millions of these, and no record's file is larger.
    private let start: UInt32
    private let count: UInt32

    /// Makes a located value.
    package init(_ value: Value, at range: Range<Int>) {
        self.value = value
        start = UInt32(clamping: range.lowerBound)
        count = UInt32(clamping: range.count)
    }

    /// The byte range in the record's file.
    package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
