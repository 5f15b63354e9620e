/// One line of block YAML, taken apart without knowing what is around it: indentation, dashes, name, value.
package struct YAMLLine {
    /// The bytes of the line, without its end.
    package let range: Range<Int>
    /// Where its first character that is no blank stands; the end of an empty line.
    package let content: Int
    /// The columns, from 0, of the dashes that open list items.
    package let dashes: [Int]
    /// Where the words after the dashes begin.
    package let start: Int
    /// The name before a colon, without quotation marks that may be around it.
    package let name: Range<Int>?
    /// Where the value begins: behind the colon and blanks, or at `start` where there is no name.
    package let value: Range<Int>

    /// The column of the words after the dashes, counted from 0 in bytes.
    package var column: Int { start - range.lowerBound }
    /// The number of blanks at its beginning.
    package var indentation: Int { content - range.lowerBound }
    /// Whether it has nothing but blanks.
    package var isBlank: Bool { content == range.upperBound }
    /// How many bytes stand before the value, dashes and name included.
    var lead: Range<Int> { range.lowerBound..<value.lowerBound }

    /// Takes a line apart.
    package init(_ bytes: [UInt8], _ range: Range<Int>) {
        let blank = UInt8(ascii: " ")
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] == blank { end -= 1 }
        var index = range.lowerBound
        while index < end, bytes[index] == blank { index += 1 }
        self.range = range.lowerBound..<end
        content = index
        var dashes: [Int] = []
        while index + 1 < end, bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == blank {
            dashes.append(index - range.lowerBound)
            index += 1
            while index < end, bytes[index] == blank { index += 1 }
        }
        if index + 1 == end, bytes[index] == UInt8(ascii: "-") {
            dashes.append(index - range.lowerBound)
            index = end
        }
        self.dashes = dashes
        start = index
        guard let colon = Self.colon(in: bytes, index..<end) else {
            name = nil
            value = index..<end
            return
        }
        name = index..<colon
        var after = colon + 1
        while after < end, bytes[after] == blank { after += 1 }
        value = after..<end
    }

    /// The colon behind a name of letters, digits, hyphens, underscores and single blanks.
    private static func colon(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        for index in range {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":") {
                let isEnd = index + 1 == range.upperBound || bytes[index + 1] == UInt8(ascii: " ")
                return isEnd && index > range.lowerBound ? index : nil
            }
            guard isNameByte(byte) else { return nil }
        }
        return nil
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            0x80...:
            true
        default: false
        }
    }

    /// The line with its value in quotation marks, without indentation; nil for a line without a value.
    func quotingValue(_ bytes: [UInt8], _ part: Range<Int>? = nil) -> String? {
        let value = part ?? self.value
        guard !value.isEmpty else { return nil }
        let lead = String(decoding: bytes[content..<self.value.lowerBound], as: UTF8.self)
        return lead + Self.quoted(String(decoding: bytes[value], as: UTF8.self))
    }

    /// A text in the quotation marks that need no escapes in it, where there are such.
    package static func quoted(_ text: String) -> String {
        if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
        return "'" + text.replacing("'", with: "''") + "'"
    }
}
