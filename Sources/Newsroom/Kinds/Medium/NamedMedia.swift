import Markdown

extension Record {
    /// The ids of the media that the record's text shows or links to.
    package var mediaInText: [String] {
        let text = file.bytes[body.clamped(to: file.bytes.indices)]
        guard Self.mayNameMedia(text) else { return [] }
        let document = MarkdownDocument(file, range: body)
        let links = document.images.compactMap(\.medium) + document.recordLinks
        return links.filter { $0.kind == RecordKind.medium.rawValue }.map { RecordID.normalised($0.id) }
    }

    /// Whether a text has the word of such an address, or characters by their numbers: others are not parsed.
    private static func mayNameMedia(_ text: ArraySlice<UInt8>) -> Bool {
        text.withUnsafeBytes { bytes in
            var index = 0
            while index + 1 < bytes.count {
                let (byte, next) = (bytes[index], bytes[index + 1])
                if byte | 0x20 == UInt8(ascii: "m"), next | 0x20 == UInt8(ascii: "e") {
                    if bytes.dropFirst(index + 2).prefix(3).map({ $0 | 0x20 }).elementsEqual("dia".utf8) {
                        return true
                    }
                } else if byte == UInt8(ascii: "&"), next == UInt8(ascii: "#") {
                    return true
                }
                index += 1
            }
            return false
        }
    }
}
