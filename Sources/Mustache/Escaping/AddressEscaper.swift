import Encodings

/// Writes text into an attribute that holds an address (`href`, `src` …).
enum AddressEscaper {
    /// The schemes that pages may link to. An address with another one becomes `about:invalid`.
    static let allowedSchemes: Set<String> = [
        "http", "https", "mailto", "tel", "sms", "ftp", "geo", "urn", "doi",
    ]

    /// Schemes that run code or hold a document. They are refused even before an encoded colon.
    private static let unsafeSchemes: Set<String> = ["javascript", "vbscript", "data"]

    static let invalid = Array("about:invalid".utf8)

    /// Appends the text. Returns false if `about:invalid` was written in its place.
    static func append(_ text: String, _ part: AddressPart, isList: Bool, to output: inout [UInt8]) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard part != .start || isSafe(bytes) else {
                output.append(contentsOf: invalid)
                return false
            }
            append(bytes, part, isList: isList, to: &output)
            return true
        }
    }

    /// Whether the text has no scheme, or an allowed one.
    ///
    /// Browsers skip control characters and blanks before a scheme and line ends inside it
    /// (WHATWG URL, "basic URL parser"); so does this.
    static func isSafe(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // Most links lead to other pages of the site. An address that begins with a dot, a slash or a hash
        // has no scheme.
        if let first = bytes.first,
            first == UInt8(ascii: ".") || first == UInt8(ascii: "/") || first == UInt8(ascii: "#")
        {
            return true
        }
        var scheme: [UInt8] = []
        for byte in bytes where byte > 0x20 && byte != 0x7F {
            switch byte {
            case UInt8(ascii: ":"): return allowedSchemes.contains(String(decoding: scheme, as: UTF8.self))
            case UInt8(ascii: "&"), UInt8(ascii: "%"):
                // Some feed readers decode once more, and would then see a colon.
                return !unsafeSchemes.contains(String(decoding: scheme, as: UTF8.self))
            case _ where isLetter(byte), _ where isDigit(byte) && !scheme.isEmpty,
                UInt8(ascii: "+") where !scheme.isEmpty, UInt8(ascii: "-") where !scheme.isEmpty,
                UInt8(ascii: ".") where !scheme.isEmpty:
                scheme.append(lowercased(byte))
            default: return true
            }
        }
        return true
    }

    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ part: AddressPart,
        isList: Bool,
        to output: inout [UInt8]
    ) {
        var mayBeScheme = part == .beforeColon
        // Bytes that need no encoding are appended in runs.
        var start = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
                mayBeScheme = false
            }
            let isEncoded =
                part == .component || part == .unsafe
                ? !PercentEncoding.isUnreserved(byte)
                : isForbidden(byte) || byte == UInt8(ascii: ":") && mayBeScheme
                    || byte == UInt8(ascii: ",") && isList || isInNoncharacter(bytes, index)
            guard isEncoded || byte == UInt8(ascii: "&") else { continue }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            if isEncoded {
                PercentEncoding.append(byte, to: &output)
            } else {
                output.append(contentsOf: "&amp;".utf8)
            }
            start = index + 1
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    private static func isInNoncharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        bytes[index] >= 0xBE
            && (max(0, index - 2)...index).contains { MarkupEscaper.isNoncharacter(bytes, at: $0) }
    }

    /// Whether an address cannot hold a byte unencoded: controls, blanks, quotes, angle brackets and the
    /// like.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F: true
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"):
            true
        case UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            true
        default: false
        }
    }
}
