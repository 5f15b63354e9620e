import Diagnostics

/// Writes JSON as `JSONValue` lays it out for people, without making a tree of it first: a desk of ten thousand claims
/// asks for the digest of every text.
struct CanonicalWriter {
    /// What was written so far, as UTF-8.
    private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var isFirst = true

    init() { bytes.reserveCapacity(16 * 1024) }

    /// Begins a member of the object that is being written; its value comes next.
    mutating func name(_ name: StaticString) {
        startItem()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: " ")])
    }

    /// Begins an element of the array that is being written; its value comes next.
    mutating func startItem() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        breakLine()
    }

    mutating func string(_ text: String) { JSONValue.string(text).write(to: &bytes) }

    /// Writes text of the front matter.
    mutating func folded(_ text: String) {
        var text = text
        let isWritten = text.withUTF8 { text in
            guard CanonicalText.isPlain(text) else { return false }
            bytes.append(UInt8(ascii: "\""))
            bytes.append(contentsOf: text)
            bytes.append(UInt8(ascii: "\""))
            return true
        }
        if !isWritten { string(CanonicalText.folded(text)) }
    }

    /// Writes a text that is given as bytes which are known to be UTF-8.
    mutating func string(utf8 text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { JSONValue.write(utf8: $0, to: &bytes) }
    }

    mutating func truth() { bytes.append(contentsOf: "true".utf8) }

    /// Begins an object or an array.
    mutating func open(_ bracket: UnicodeScalar) {
        bytes.append(UInt8(ascii: bracket))
        depth += 1
        isFirst = true
    }

    /// Ends it.
    mutating func close(_ bracket: UnicodeScalar) {
        depth -= 1
        if !isFirst { breakLine() }
        isFirst = false
        bytes.append(UInt8(ascii: bracket))
    }

    mutating func lineEnd() { bytes.append(UInt8(ascii: "\n")) }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<(depth * 2) { bytes.append(UInt8(ascii: " ")) }
    }
}
