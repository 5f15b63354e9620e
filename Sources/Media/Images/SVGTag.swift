/// One tag of a drawing, with its attributes.
struct SVGTag {
    /// The bytes, with the angle brackets.
    let range: Range<Int>
    /// The name as typed.
    let name: String
    let isClosing: Bool
    /// Whether the tag closes itself.
    let isEmpty: Bool
    private let nameRange: Range<Int>
    private let attributes: [(name: String, whole: Range<Int>, value: Range<Int>, text: String)]

    /// The name without the prefix `svg:`.
    var localName: String { name.hasPrefix("svg:") ? String(name.dropFirst(4)) : name }
    /// Whether the element belongs to another vocabulary.
    var isForeign: Bool { localName.contains(":") }

    /// Reads the tag at an offset.
    init(_ bytes: [UInt8], at start: Int) throws(MediaProblem) {
        var position = start + 1
        isClosing = try bytes.byte(position) == UInt8(ascii: "/")
        if isClosing { position += 1 }
        nameRange = position..<(try Self.endOfName(bytes, position))
        name = bytes.name(at: nameRange)
        guard !nameRange.isEmpty else { throw .malformed("a tag has no name") }
        position = nameRange.upperBound
        var attributes: [(name: String, whole: Range<Int>, value: Range<Int>, text: String)] = []
        while true {
            let before = position
            while Self.isBlank(UInt8(try bytes.byte(position))) { position += 1 }
            let byte = UInt8(try bytes.byte(position))
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
            let end = try Self.endOfName(bytes, position)
            let attribute = bytes.name(at: position..<end)
            position = end
            while Self.isBlank(UInt8(try bytes.byte(position))) { position += 1 }
            guard end > before + 1, try bytes.byte(position) == UInt8(ascii: "=") else {
                throw .malformed("an attribute of `\(name)` has no value")
            }
            position += 1
            while Self.isBlank(UInt8(try bytes.byte(position))) { position += 1 }
            let quote = UInt8(try bytes.byte(position))
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                throw .malformed("an attribute of `\(name)` has no quotation marks")
            }
            guard let close = bytes[(position + 1)...].firstIndex(of: quote) else { throw .truncated }
            let value = position + 1..<close
            attributes.append(
                (attribute, before..<close + 1, value, String(decoding: bytes[value], as: UTF8.self))
            )
            position = close + 1
        }
        isEmpty = try bytes.byte(position) == UInt8(ascii: "/")
        if isEmpty { position += 1 }
        guard try bytes.byte(position) == UInt8(ascii: ">"), !(isEmpty && isClosing),
            attributes.isEmpty || !isClosing
        else { throw .malformed("the tag `\(name)` does not end") }
        self.attributes = attributes
        range = start..<position + 1
    }

    /// Keeps the tag with the attributes that draw.
    func keep(_ bytes: [UInt8], _ media: inout CleanedMedia) throws(MediaProblem) {
        media.keep(range.lowerBound..<nameRange.upperBound)
        for attribute in attributes {
            let offset = attribute.whole.lowerBound
            let name = attribute.name.lowercased()
            let local = String(name.split(separator: ":").last ?? "")
            if local.hasPrefix("on") {
                throw .unsafe("the event attribute `\(attribute.name)`", offset: offset)
            }
            if attribute.text.contains("&#") {
                throw .unsafe("a numbered character in an attribute", offset: offset)
            }
            if local == "href" || local == "src" || name == "xml:base" {
                guard attribute.text.hasPrefix("#") else {
                    throw .unsafe("a reference to something outside the file", offset: offset)
                }
            }
            if name == "xmlns" || name == "xmlns:svg", attribute.text != "http://www.w3.org/2000/svg" {
                throw .unsafe("elements that are not SVG", offset: offset)
            }
            let isKnown =
                !name.contains(":") || name.hasPrefix("xmlns:") || name == "xlink:href" || name == "xml:space"
                || name == "xml:lang"
            guard isKnown else {
                media.removed.append("an editor's notes")
                continue
            }
            try Self.verify(style: bytes[attribute.value], at: offset)
            media.keep(attribute.whole)
        }
        media.keep((attributes.last?.whole.upperBound ?? nameRange.upperBound)..<range.upperBound)
    }

    /// The size that the root says: its width and height in pixels, or those of its view.
    var size: MediaSize? {
        func number(_ name: String) -> Int? {
            let text = attributes.first { $0.name == name }?.text ?? ""
            let digits = text.hasSuffix("px") ? String(text.dropLast(2)) : text
            return Double(digits).flatMap { (1...100_000).contains($0) ? Int($0.rounded()) : nil }
        }
        if let width = number("width"), let height = number("height") { return MediaSize(width, height) }
        let view = attributes.first { $0.name == "viewBox" }?.text ?? ""
        let sides = view.split { " ,\n\t".contains($0) }.compactMap { Double($0) }
        guard sides.count == 4, (1...100_000).contains(sides[2]), (1...100_000).contains(sides[3]) else {
            return nil
        }
        return MediaSize(Int(sides[2].rounded()), Int(sides[3].rounded()))
    }

    /// Refuses a style, or an attribute's value, that reaches outside the file.
    /// - Parameter offset: the place of a finding.
    static func verify(style: ArraySlice<UInt8>, at offset: Int) throws(MediaProblem) {
        let text = String(decoding: style, as: UTF8.self).lowercased()
        let outside = "a reference to something outside the file"
        for word in ["@import", "javascript:", "expression(", "image-set(", "src(", "\\", "&#"]
        where text.contains(word) {
            throw .unsafe("`\(word)` in a style or an attribute", offset: offset)
        }
        for part in text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
            let target = part.drop { " \t\n\r\"'".contains($0) }
            guard target.hasPrefix("#") || target.hasPrefix("&quot;#") else {
                throw .unsafe(outside, offset: offset)
            }
        }
    }

    static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

    private static func endOfName(_ bytes: [UInt8], _ start: Int) throws(MediaProblem) -> Int {
        var end = start
        while true {
            let byte = UInt8(try bytes.byte(end))
            if isBlank(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
                || byte == UInt8(ascii: "/")
            {
                return end
            }
            end += 1
        }
    }
}
