/// Numbers and words in the bytes of a file, read without ever passing its end.
extension [UInt8] {
    /// Whether words stand at an offset.
    func holds(_ text: StaticString, at offset: Int = 0) -> Bool {
        let length = text.utf8CodeUnitCount
        guard offset >= 0, offset <= count - length else { return false }
        for index in 0..<length where self[offset + index] != text.utf8Start[index] { return false }
        return true
    }

    /// The first place of words in a range; nil where they do not stand.
    func first(_ text: StaticString, in range: Range<Int>? = nil) -> Int? {
        let range = (range ?? indices).clamped(to: indices)
        let first = text.utf8Start[0]
        var offset = range.lowerBound
        while offset + text.utf8CodeUnitCount <= range.upperBound {
            if self[offset] == first, holds(text, at: offset) { return offset }
            offset += 1
        }
        return nil
    }

    /// A byte.
    func byte(_ offset: Int) throws(MediaProblem) -> Int {
        guard indices.contains(offset) else { throw .truncated }
        return Int(self[offset])
    }

    /// A number whose highest byte comes first.
    func big(_ length: Int, at offset: Int) throws(MediaProblem) -> Int {
        guard offset >= 0, length <= count - offset else { throw .truncated }
        return self[offset..<offset + length].reduce(0) { $0 << 8 | Int($1) }
    }

    /// A number whose lowest byte comes first.
    func little(_ length: Int, at offset: Int) throws(MediaProblem) -> Int {
        guard offset >= 0, length <= count - offset else { throw .truncated }
        return self[offset..<offset + length].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// The range of a part that has to lie in the file.
    func part(_ start: Int, length: Int) throws(MediaProblem) -> Range<Int> {
        guard start >= 0, length >= 0, start <= count, length <= count - start else { throw .truncated }
        return start..<start + length
    }

    /// The letters of a name in a file, with question marks for what is none.
    func name(at range: Range<Int>) -> String {
        String(
            decoding: self[range].map { (0x20..<0x7F).contains($0) ? $0 : UInt8(ascii: "?") },
            as: UTF8.self
        )
    }
}
