/// The words of an HTML page, without its tags: enough to find a sentence in it.
struct HTMLWords {
    private let words: String

    private static let entities: [(name: String, text: String)] = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&#x27;", "'"),
        ("&apos;", "'"), ("&nbsp;", " "), ("&amp;", "&"),
    ]

    init(_ page: [UInt8]) {
        var text: [UInt8] = []
        text.reserveCapacity(page.count)
        var index = 0
        var isInTag = false
        while index < page.count {
            let byte = page[index]
            switch byte {
            case UInt8(ascii: "<"): isInTag = true
            case UInt8(ascii: ">") where isInTag: isInTag = false
            case UInt8(ascii: "&") where !isInTag:
                let rest = page[index...].prefix(8)
                if let entity = Self.entities.first(where: { rest.starts(with: $0.name.utf8) }) {
                    text += Array(entity.text.utf8)
                    index += entity.name.utf8.count
                    continue
                }
                text.append(byte)
            default: if !isInTag { text.append(byte) }
            }
            index += 1
        }
        words = String(decoding: text, as: UTF8.self).unicodeScalars
            .split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
    }

    /// Whether a text stands in the page; white space has to be single blanks.
    func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return true }
        let found = Array(words.utf8)
        guard found.count >= wanted.count else { return false }
        return (0...found.count - wanted.count).contains { start in
            found[start] == first && found[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}
