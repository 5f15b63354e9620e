/// The bytes of a media file, read a window at a time: a film of gigabytes needs no more memory than a short one.
///
///     var reader = MediaReader(count: film.count) { film.bytes($0) }
///     let found = try InspectedMedia(&reader)
package struct MediaReader {
    /// The size of the file, in bytes.
    package let count: Int
    private let read: (Range<Int>) -> [UInt8]
    /// The bytes at hand, and the offset of the first of them.
    private var window: [UInt8] = []
    private var start = 0

    /// The size of a window, in bytes.
    private static let windowSize = 1 << 18

    /// A reader of a file.
    /// - Parameter read: the bytes of a range; fewer where the file cannot be read.
    package init(count: Int, read: @escaping (Range<Int>) -> [UInt8]) {
        self.count = count
        self.read = read
    }

    /// A reader of bytes in memory.
    package init(_ bytes: [UInt8]) {
        count = bytes.count
        read = { Array(bytes[$0.clamped(to: bytes.indices)]) }
        window = bytes
    }

    /// The first bytes, by which a format is known.
    package mutating func head() -> [UInt8] { (try? bytes(0..<min(count, 4096))) ?? [] }

    /// All bytes.
    package mutating func all() throws(MediaProblem) -> [UInt8] {
        if start == 0, window.count == count { return window }
        let bytes = read(0..<count)
        guard bytes.count == count else { throw .truncated }
        return bytes
    }

    /// The bytes of a short range.
    mutating func bytes(_ range: Range<Int>) throws(MediaProblem) -> [UInt8] {
        try load(range)
        return Array(window[range.lowerBound - start..<range.upperBound - start])
    }

    /// A byte.
    mutating func byte(_ offset: Int) throws(MediaProblem) -> Int {
        try load(try part(offset, length: 1))
        return Int(window[offset - start])
    }

    /// A number whose highest byte comes first.
    mutating func big(_ length: Int, at offset: Int) throws(MediaProblem) -> Int {
        try bytes(try part(offset, length: length)).reduce(0) { $0 << 8 | Int($1) }
    }

    /// A number whose lowest byte comes first.
    mutating func little(_ length: Int, at offset: Int) throws(MediaProblem) -> Int {
        try bytes(try part(offset, length: length)).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// The range of a part that has to lie in the file.
    func part(_ start: Int, length: Int) throws(MediaProblem) -> Range<Int> {
        guard start >= 0, length >= 0, start <= count, length <= count - start else { throw .truncated }
        return start..<start + length
    }

    /// The letters of a name in a file, with question marks for what is none.
    mutating func name(at range: Range<Int>) throws(MediaProblem) -> String {
        let bytes = try bytes(range)
        return bytes.name(at: bytes.indices)
    }

    /// Whether words stand at an offset.
    mutating func holds(_ text: StaticString, at offset: Int = 0) throws(MediaProblem) -> Bool {
        guard offset >= 0, offset <= count - text.utf8CodeUnitCount else { return false }
        return try bytes(offset..<offset + text.utf8CodeUnitCount).holds(text)
    }

    /// The first place of words in a range; nil where they do not stand.
    mutating func first(_ text: StaticString, in range: Range<Int>) throws(MediaProblem) -> Int? {
        let length = text.utf8CodeUnitCount
        var position = range.lowerBound
        while position + length <= range.upperBound {
            let end = min(range.upperBound, position + Self.windowSize)
            if let place = try bytes(position..<end).first(text) { return position + place }
            position = end - length + 1
            if end == range.upperBound { return nil }
        }
        return nil
    }

    /// Whether nothing but zeros stands in a range.
    mutating func isZero(_ range: Range<Int>) throws(MediaProblem) -> Bool {
        for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.windowSize) {
            let part = try bytes(start..<min(range.upperBound, start + Self.windowSize))
            if part.contains(where: { $0 != 0 }) { return false }
        }
        return true
    }

    /// How often each of some words stands in the file: all of them are looked for in one pass.
    mutating func counts(of words: [StaticString]) throws(MediaProblem) -> [Int] {
        var counts = [Int](repeating: 0, count: words.count)
        var isFirst = [Bool](repeating: false, count: 256)
        for word in words { isFirst[Int(word.utf8Start[0])] = true }
        let longest = words.map(\.utf8CodeUnitCount).max() ?? 0
        var position = 0
        while position < count {
            let end = min(count, position + Self.windowSize)
            // A word may begin in one window and end in the next.
            let part = try bytes(position..<min(count, end + longest))
            for offset in 0..<end - position where isFirst[Int(part[offset])] {
                for index in words.indices where part.holds(words[index], at: offset) { counts[index] += 1 }
            }
            position = end
        }
        return counts
    }

    /// Takes care that a range is at hand.
    private mutating func load(_ range: Range<Int>) throws(MediaProblem) {
        if range.lowerBound >= start, range.upperBound <= start + window.count { return }
        let end = min(count, max(range.upperBound, range.lowerBound + Self.windowSize))
        guard range.lowerBound >= 0, range.upperBound <= count else { throw .truncated }
        window = read(range.lowerBound..<end)
        start = range.lowerBound
        guard window.count >= range.count else { throw .truncated }
    }
}
