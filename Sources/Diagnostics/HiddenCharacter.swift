/// Characters that no published text may hold: they show nothing, and change what a terminal, a browser or a
/// reader makes of the text around them.
public enum HiddenCharacter {
    /// Whether a character is one of them: controls other than tab and line ends, marks that turn the direction of
    /// writing (U+202E and its like), noncharacters, and the deprecated ones that format.
    public static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x202A...0x202E, 0x2066...0x206F: true
        case 0xFDD0...0xFDEF, 0xFFF9...0xFFFB: true
        case 0xE0001, 0xE0020...0xE007F: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// Whether a character may stand after another one all the same: the flag of England is spelt with hidden letters.
    public static func isAllowed(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        guard (0xE0020...0xE007F).contains(scalar.value), let previous else { return false }
        return previous.value == 0x1F3F4 || (0xE0020...0xE007E).contains(previous.value)
    }

    /// The first such character of a text.
    public static func first(in text: String) -> Unicode.Scalar? {
        // Nearly all text is ASCII that can be seen.
        if isVisibleASCII(text) { return nil }
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if contains(scalar), !isAllowed(scalar, after: previous) { return scalar }
            previous = scalar
        }
        return nil
    }

    /// Whether all bytes are of ASCII and can be seen. Every byte is looked at: without a branch the loop is a fast one.
    static func isVisibleASCII(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            var odd = UInt8(0)
            for byte in bytes { odd |= byte &- 0x20 > 0x5E ? 1 : 0 }
            return odd == 0
        } ?? false
    }

    /// The text with U+FFFD for each such character.
    public static func replaced(in text: String) -> String {
        guard first(in: text) != nil else { return text }
        var shown = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            let isShown = !contains(scalar) || isAllowed(scalar, after: previous)
            shown.append(isShown ? scalar : "\u{FFFD}")
            previous = scalar
        }
        return String(shown)
    }

    /// A character as people look it up: `U+202E`.
    public static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
