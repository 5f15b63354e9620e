/// The ids of media that a Markdown text may show.
///
/// A search for the bare scheme `media:`, because a text is not parsed for it: it may find too much, as in a sample of code, but never
/// too little.
package enum NamedMedia {
    private static let scheme = Array("media:".utf8)

    /// The ids behind each `media:` in a text, in its order.
    package static func ids(in text: ArraySlice<UInt8>) -> [String] {
        var ids: [String] = []
        var offset = text.startIndex
        while let colon = text[offset...].firstIndex(of: UInt8(ascii: ":")) {
            offset = colon + 1
            guard colon - text.startIndex >= scheme.count - 1,
                text[(colon - scheme.count + 1)...colon].elementsEqual(scheme)
            else { continue }
            let id = text[offset...].prefix { !isEnd($0) }
            if !id.isEmpty { ids.append(RecordID.normalised(String(decoding: id, as: UTF8.self))) }
        }
        return ids
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte <= 0x20
            || [UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "]")].contains(byte)
    }
}

extension Record {
    /// The ids of the media that the record's text may show.
    package var mediaInText: [String] { NamedMedia.ids(in: file.bytes[body.clamped(to: file.bytes.indices)]) }
}
