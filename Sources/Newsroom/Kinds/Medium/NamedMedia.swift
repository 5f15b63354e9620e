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
        let word = Array("media".utf8)
        var matched = 0
        var previous: UInt8 = 0
        for byte in text {
            let letter = byte | 0x20
            matched = letter == word[matched] ? matched + 1 : letter == word[0] ? 1 : 0
            if matched == word.count || (previous == UInt8(ascii: "&") && byte == UInt8(ascii: "#")) {
                return true
            }
            previous = byte
        }
        return false
    }
}
