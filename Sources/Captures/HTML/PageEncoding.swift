/// The encoding of a page, found as browsers find it (HTML Standard, section 13.2.3).
package enum PageEncoding {
    /// The largest part of a page in which a `meta` element counts: more than browsers read, because some pages begin with long
    /// comments.
    private static let prescanLimit = 64 * 1024

    /// The text of a page in UTF-8, without a byte order mark.
    /// - Parameter contentType: the page's `Content-Type`; nil where there is none.
    package static func text(of page: [UInt8], contentType: String?) -> String {
        let (encoding, start) = encoding(of: page, contentType: contentType)
        return encoding.decoded(page[start...])
    }

    /// The encoding, and the offset behind a byte order mark, which comes before all else.
    private static func encoding(of page: [UInt8], contentType: String?) -> (TextEncoding, Int) {
        if page.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if page.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if page.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if let label = contentType.flatMap(charset), let encoding = TextEncoding(label: label) {
            return (encoding, 0)
        }
        if let encoding = declared(in: Array(page.prefix(prescanLimit))) { return (encoding, 0) }
        return (String(validating: page, as: UTF8.self) == nil ? .windows1252 : .utf8, 0)
    }

    /// The encoding that a `meta` element declares. A page in which one can be read is not in UTF-16, whatever it says.
    private static func declared(in head: [UInt8]) -> TextEncoding? {
        var reader = HTMLReader(head)
        while let token = reader.next() {
            guard case .start(let tag) = token else { continue }
            if ["script", "style", "title", "noscript"].contains(tag.name) {
                _ = reader.raw(until: tag.name)
            }
            guard tag.name == "meta" else { continue }
            let isContentType = tag["http-equiv"]?.lowercased() == "content-type" || tag["charset"] == nil
            let label = tag["charset"] ?? (isContentType ? tag["content"].flatMap(charset) : nil)
            guard let encoding = label.flatMap(TextEncoding.init(label:)) else { continue }
            return encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? .utf8 : encoding
        }
        return nil
    }

    /// The `charset` of a media type.
    private static func charset(_ contentType: String) -> String? {
        let lower = contentType.lowercased()
        guard let range = lower.firstRange(of: "charset") else { return nil }
        let rest = lower[range.upperBound...].drop { $0.isWhitespace }
        guard rest.first == "=" else { return nil }
        let value = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
        return String(value.prefix { !$0.isWhitespace && !";\"',".contains($0) })
    }
}
