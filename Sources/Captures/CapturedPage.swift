import WARC

/// The page in a capture: the record that the newsroom stands on, with what readers saw of it.
package struct CapturedPage: Sendable {
    /// The record of the page.
    package let record: WARCRecord
    /// The content: the body as a browser shows it.
    package let content: [UInt8]

    /// The page of a record.
    /// - Throws: a problem for a body that cannot be unpacked.
    package init(_ record: WARCRecord) throws(WARCProblem) {
        self.record = record
        content = try record.message?.decodedBody() ?? record.block
    }

    /// The page that a file is itself, without any records: a document that was saved as it is.
    package init(file: [UInt8], path: String) {
        let mediaType = MediaTypes.type(of: path)
        record = WARCRecord(fields: mediaType.map { [.init("Content-Type", $0)] } ?? [], block: file)
        content = file
    }

    /// The `Content-Type` as it was sent.
    package var contentType: String? { record.message?["Content-Type"] ?? record["Content-Type"] }

    /// The kind of content, by its first bytes where they tell, and else by its media type.
    package var kind: CapturedContent {
        let mediaType = record.message == nil ? record.contentType : record.message?.mediaType
        return CapturedContent(content, mediaType: mediaType)
    }

    /// The visible text; nil for content that is not text here, such as PDF and pictures.
    package var text: VisibleText? {
        switch kind {
        case .html: VisibleText(html: content, contentType: contentType)
        case .text: VisibleText(plain: content, contentType: contentType)
        case .pdf, .other: nil
        }
    }
}

/// The kind of a page's content.
package enum CapturedContent: Hashable, Sendable {
    /// HTML, or XHTML.
    case html
    /// Text without markup, as far as quotations are concerned: plain text, JSON, CSV, XML.
    case text
    /// PDF, whose text another program has to read.
    case pdf
    /// Anything else.
    case other

    /// The kind of some content.
    package init(_ content: [UInt8], mediaType: String?) {
        if content.starts(with: "%PDF-".utf8) {
            self = .pdf
            return
        }
        switch mediaType ?? "" {
        case "text/html", "application/xhtml+xml": self = .html
        case "application/json", "application/ld+json", "application/xml", "application/csv": self = .text
        case let type where type.hasPrefix("text/"): self = .text
        case "", "application/octet-stream": self = Self.looksLikeHTML(content) ? .html : .other
        default: self = .other
        }
    }

    private static func looksLikeHTML(_ content: [UInt8]) -> Bool {
        let start = String(decoding: content.prefix(1024).drop { $0 <= 0x20 || $0 >= 0x80 }, as: UTF8.self)
            .lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }
}

/// The media types of files that newsrooms save, by their endings.
package enum MediaTypes {
    private static let byEnding = [
        "html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml", "txt": "text/plain",
        "csv": "text/csv", "json": "application/json", "xml": "application/xml", "pdf": "application/pdf",
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp",
    ]

    /// The type that a path's ending stands for; nil for another one.
    package static func type(of path: String) -> String? {
        path.split(separator: ".").last.flatMap { byEnding[$0.lowercased()] }
    }
}
