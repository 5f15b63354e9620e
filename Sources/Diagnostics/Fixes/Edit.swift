/// One change to the files of a newsroom.
package enum Edit: Hashable, Sendable {
    /// New text for a range of a file's bytes; an empty range inserts, an empty text deletes.
    ///
    /// A line feed in the text becomes the file's own line end when the edit is applied.
    case replace(SourceSpan, with: String)
    /// Another path for a file.
    case move(from: String, to: String)
    /// Nothing at the path of a file.
    case remove(String)

    /// The file as it is called before the edit.
    package var file: String {
        switch self {
        case .replace(let span, _): span.file
        case .move(let path, _), .remove(let path): path
        }
    }

    /// The paths that the edit touches.
    package var paths: [String] {
        switch self {
        case .replace(let span, _): [span.file]
        case .move(let old, let new): [old, new]
        case .remove(let path): [path]
        }
    }
}

extension SourceFile {
    /// New text for a range of this file.
    package func edit(_ range: Range<Int>, _ text: String) -> Edit { .replace(span(range), with: text) }

    /// The bytes of a value within the range in which it was typed, without quotation marks around it.
    /// - Returns: nil if the value was typed in any other way, such as with escapes or over several lines.
    package func place(of value: String, in range: Range<Int>) -> Range<Int>? {
        let range = range.clamped(to: 0..<bytes.count)
        if bytes[range].elementsEqual(value.utf8) { return range }
        guard range.count == value.utf8.count + 2, let first = bytes[range].first, first == bytes[range].last,
            first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        else { return nil }
        let inner = range.lowerBound + 1..<range.upperBound - 1
        return bytes[inner].elementsEqual(value.utf8) ? inner : nil
    }

    /// The bytes of an id that a range of text names once, or once after `@` or `:`; nil if it is not clear which.
    package func place(ofID id: String, in range: Range<Int>) -> Range<Int>? {
        let range = range.clamped(to: 0..<bytes.count)
        let wanted = Array(id.utf8)
        guard !wanted.isEmpty, wanted.count <= range.count else { return nil }
        var all: [Int] = []
        for start in range.lowerBound...range.upperBound - wanted.count
        where bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted) {
            let isBegun = start > range.lowerBound && Self.isPartOfID(bytes[start - 1])
            let end = start + wanted.count
            let goesOn = end < range.upperBound && Self.isPartOfID(bytes[end])
            if !isBegun, !goesOn { all.append(start) }
        }
        let marked = all.filter { start in
            start > range.lowerBound
                && (bytes[start - 1] == UInt8(ascii: "@") || bytes[start - 1] == UInt8(ascii: ":"))
        }
        let places = marked.isEmpty ? all : marked
        guard places.count == 1, let start = places.first else { return nil }
        return start..<start + wanted.count
    }

    /// Whether a byte can stand in an id, as its file's name has it; letters of other scripts can.
    package static func isPartOfID(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
