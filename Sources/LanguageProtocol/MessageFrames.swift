/// The frames of the base protocol of LSP: a header with `Content-Length`, an empty line, and a message of that many bytes.
///
/// Bytes may arrive in any pieces.
///
///     frames.append(bytes)
///     while let frame = try frames.next() { ... }
package struct MessageFrames: Sendable {
    /// What stands in one frame.
    package enum Frame: Hashable, Sendable {
        /// A message.
        case message([UInt8])
        /// A message of more bytes than are taken, which was passed over: its length.
        case tooLong(Int)
    }

    /// A header after which nobody can tell where the next message begins.
    package struct Problem: Error, Hashable, CustomStringConvertible {
        /// The problem, without a full stop.
        package let description: String
    }

    /// The largest message.
    package let sizeLimit: Int
    /// The largest header, in bytes.
    static let headerLimit = 4096

    private var bytes: [UInt8] = []
    /// The beginning of what was not read yet.
    private var start = 0
    /// The place up to which no header ends.
    private var searched = 0
    /// The length of the message that comes next; nil while its header is not complete.
    private var length: Int?
    /// The bytes of a message that are still to be passed over, and its length.
    private var skipped: (rest: Int, length: Int)?

    /// Reads frames from the beginning of a connection.
    package init(sizeLimit: Int = 64 * 1024 * 1024) { self.sizeLimit = sizeLimit }

    /// Whether a message has begun that is not complete.
    package var isWithinMessage: Bool { start < bytes.count || length != nil || skipped != nil }

    /// Takes in what arrived.
    package mutating func append(_ arrived: some Collection<UInt8>) {
        if start > 64 * 1024 || start == bytes.count {
            bytes.removeFirst(start)
            searched -= start
            start = 0
        }
        bytes.append(contentsOf: arrived)
    }

    /// The next frame; nil until more arrives.
    package mutating func next() throws(Problem) -> Frame? {
        if let skipped {
            let passed = min(skipped.rest, bytes.count - start)
            start += passed
            searched = start
            self.skipped = skipped.rest > passed ? (skipped.rest - passed, skipped.length) : nil
            return self.skipped == nil ? .tooLong(skipped.length) : nil
        }
        if length == nil { length = try header() }
        guard let length else { return nil }
        guard length <= sizeLimit else {
            self.length = nil
            skipped = (length, length)
            return try next()
        }
        guard bytes.count - start >= length else { return nil }
        let message = Array(bytes[start..<start + length])
        start += length
        searched = start
        self.length = nil
        return .message(message)
    }

    /// Reads a header with the empty line behind it.
    /// - Returns: the length of the message; nil until the header is complete.
    private mutating func header() throws(Problem) -> Int? {
        var index = max(searched, start)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n"), Self.endsHeader(bytes[start...index]) {
                let lines = bytes[start...index]
                start = index + 1
                searched = start
                return try Self.length(in: lines)
            }
            index += 1
            guard index - start <= Self.headerLimit else {
                throw Problem(description: "the header of a message is longer than \(Self.headerLimit) bytes")
            }
        }
        searched = index
        return nil
    }

    /// Whether lines end with an empty one.
    private static func endsHeader(_ lines: ArraySlice<UInt8>) -> Bool {
        let before = lines.dropLast().last == UInt8(ascii: "\r") ? lines.dropLast(2) : lines.dropLast()
        return before.isEmpty || before.last == UInt8(ascii: "\n")
    }

    private static func length(in header: ArraySlice<UInt8>) throws(Problem) -> Int {
        var length: Int?
        for line in header.split(separator: UInt8(ascii: "\n")) {
            let text = String(decoding: line, as: UTF8.self).filter { $0 != "\r" && $0 != "\r\n" }
            guard !text.isEmpty else { continue }
            guard let colon = text.firstIndex(of: ":") else {
                throw Problem(description: "a line of a message's header has no colon")
            }
            let name = text[..<colon].lowercased()
            let value = text[text.index(after: colon)...].filter { $0 != " " && $0 != "\t" }
            switch name {
            case "content-length":
                guard value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(value) else {
                    throw Problem(description: "the `Content-Length` of a message is no number")
                }
                guard length == nil || length == number else {
                    throw Problem(description: "a message has two different lengths")
                }
                length = number
            case "content-type":
                let folded = value.lowercased()
                guard
                    !folded.contains("charset=") || folded.contains("charset=utf-8")
                        || folded.contains("charset=utf8")
                        || folded.contains("charset=\"utf-8\"")
                else { throw Problem(description: "a message is not UTF-8") }
            default: break
            }
        }
        guard let length else { throw Problem(description: "a message has no `Content-Length`") }
        return length
    }

    /// A message in its frame.
    package static func frame(_ message: [UInt8]) -> [UInt8] {
        Array("Content-Length: \(message.count)\r\n\r\n".utf8) + message
    }
}
