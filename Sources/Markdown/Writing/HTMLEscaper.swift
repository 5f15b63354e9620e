import Encodings

/// Escaping of bytes for HTML. Byte by byte: a `Character` could hide a quotation mark under a combining mark.
enum HTMLEscaper {
    /// Writes text for an element's content or for an attribute in double quotes.
    static func append(_ text: Span<UInt8>, to html: inout [UInt8]) {
        // Most pieces of text have nothing to escape.
        guard text.needsEscaping else { return html.append(text) }
        text.withUnsafeBufferPointer { MarkupEscaper.commonMark.append($0, to: &html) }
    }

    /// Writes an address for an attribute in double quotes. Bytes that an address cannot hold are
    /// percent-encoded; what is encoded already stays.
    static func append(address: [UInt8], to html: inout [UInt8]) {
        for byte in address {
            switch byte {
            case .ampersand: html.append("&amp;")
            case UInt8(ascii: "'"): html.append("&#x27;")
            case _ where isAddressByte(byte): html.append(byte)
            default: PercentEncoding.append(byte, to: &html)
            }
        }
    }

    /// libcmark's list: letters, digits, and the reserved and unreserved marks of RFC 3986 except brackets.
    private static func isAddressByte(_ byte: UInt8) -> Bool {
        if byte.isLetter || byte.isDigit { return true }
        switch byte {
        case 0x21, 0x23...0x26, 0x28...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: return true
        default: return false
        }
    }
}
