/// A value with the bytes it was typed in, so that a diagnostic can point at it.
public struct Located<Value: Sendable>: Sendable {
    /// The value.
    public let value: Value
    /// The bytes in the record's file.
    public let range: Range<Int>

    /// Makes a located value.
    public init(_ value: Value, at range: Range<Int>) {
        self.value = value
        self.range = range
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
