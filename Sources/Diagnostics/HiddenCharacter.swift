/// Characters that no published text may hold: they are invisible, and change how the text around them is
/// shown or read.
package enum HiddenCharacter {
    /// Whether a character is hidden: controls other than tab and line ends, marks of writing direction (such
    /// as U+202E), noncharacters, and deprecated format characters.
    package static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x202A...0x202E, 0x2066...0x206F: true
        case 0xFDD0...0xFDEF, 0xFFF9...0xFFFB: true
        case 0xE0001, 0xE0020...0xE007F: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// Whether a hidden character is allowed after another one: the flag of England is spelt with hidden
    /// letters.
    package static func isAllowed(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        guard (0xE0020...0xE007F).contains(scalar.value), let previous else { return false }
        return previous.value == 0x1F3F4 || (0xE0020...0xE007E).contains(previous.value)
    }

    /// The first hidden character of a text.
    package static func first(in text: String) -> Unicode.Scalar? {
        // Nearly all text is visible ASCII.
        if isVisibleASCII(text) { return nil }
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if contains(scalar), !isAllowed(scalar, after: previous) { return scalar }
            previous = scalar
        }
        return nil
    }

    /// Whether all bytes are visible ASCII. The loop has no branch, so that the compiler can vectorise it.
    static func isVisibleASCII(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            var odd = UInt8(0)
            for byte in bytes { odd |= byte &- 0x20 > 0x5E ? 1 : 0 }
            return odd == 0
        } ?? false
    }

    /// The text with U+FFFD for each hidden character.
    package static func replaced(in text: String) -> String {
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

    /// The fix that takes out the hidden characters in a range of a file; nil if they are written as escapes.
    package static func fix(in file: SourceFile, _ range: Range<Int>) -> Fix? {
        let text = file.text(range)
        var visible = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if !contains(scalar) || isAllowed(scalar, after: previous) { visible.append(scalar) }
            previous = scalar
        }
        let isChanged = visible.count < text.unicodeScalars.count
        return isChanged
            ? Fix("Take the hidden characters out", .unsafe, [file.edit(range, String(visible))]) : nil
    }
}
