import Encodings

/// The rules for ids: lower-case letters, digits and hyphens; Unicode letters in NFC.
package enum RecordID {
    /// The id in NFC, because file systems may decompose names.
    package static func normalised(_ id: String) -> String { UnicodeForm.composed(id) }

    /// The error in an id; nil if it is valid.
    package static func problem(_ id: String) -> String? {
        if id.isEmpty { return "it is empty" }
        if id.utf8.count > 120 { return "it is longer than 120 bytes" }
        if id.hasPrefix("-") || id.hasSuffix("-") { return "it starts or ends with a hyphen" }
        if isPlain(id) { return nil }
        for scalar in id.unicodeScalars where !isAllowed(scalar) {
            if scalar.properties.isUppercase { return "`\(scalar)` is not lower-case" }
            if scalar == " " { return "it holds a blank" }
            return scalar.isASCII && scalar.value > 0x20
                ? "`\(scalar)` is not allowed" : "it holds a character that is not allowed"
        }
        return nil
    }

    /// The id nearest to a name: lower-case, with hyphens for all that is not allowed.
    package static func suggestion(for name: String) -> String {
        let folded = normalised(name.lowercased()).unicodeScalars.map { isAllowed($0) ? String($0) : "-" }
        return folded.joined().split(separator: "-").joined(separator: "-")
    }

    /// The form in which ids that differ only in case or normalisation are equal.
    package static func folded(_ id: String) -> String { isPlain(id) ? id : normalised(id.lowercased()) }

    /// Whether an id is plain ASCII: lower-case letters, digits and hyphens, as nearly all are.
    private static func isPlain(_ id: String) -> Bool {
        id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
        }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }
}
