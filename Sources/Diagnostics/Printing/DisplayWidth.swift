/// The width of text on a terminal, in columns.
///
/// Terminals add up the widths of scalars (wcwidth), save that an emoji sequence takes two columns as a whole.
enum DisplayWidth {
    /// The width of one character.
    static func columns(of character: String) -> Int {
        let scalars = character.unicodeScalars
        if scalars.contains(where: showsAsEmoji) { return 2 }
        return scalars.reduce(0) { $0 + columns(of: $1) }
    }

    private static func showsAsEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmojiPresentation || scalar == "\u{FE0F}"
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        // The vowels and final consonants of decomposed Hangul join the wide consonant before them.
        if (0x1160...0x11FF).contains(scalar.value) { return 0 }
        return isWide(scalar.value) ? 2 : 1
    }

    /// Whether East_Asian_Width is Wide or Fullwidth (Unicode Standard Annex 11), by block.
    private static func isWide(_ value: UInt32) -> Bool {
        wideBlocks.contains { $0.contains(value) }
    }

    private static let wideBlocks: [ClosedRange<UInt32>] = [
        0x1100...0x115F,  // Hangul Jamo, leading consonants
        0x2E80...0x303E,  // CJK radicals, ideographic description, CJK symbols
        0x3041...0x4DBF,  // Kana, Bopomofo, Hangul compatibility, enclosed CJK, Extension A
        0x4E00...0xA4CF,  // Unified ideographs, Yi
        0xA960...0xA97F,  // Hangul Jamo Extended-A
        0xAC00...0xD7A3,  // Hangul syllables
        0xF900...0xFAFF,  // Compatibility ideographs
        0xFE10...0xFE19, 0xFE30...0xFE6F,  // Vertical and small forms
        0xFF01...0xFF60, 0xFFE0...0xFFE6,  // Fullwidth forms
        0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,  // Tangut, Khitan, Kana supplements, Nushu
        0x20000...0x3FFFD,  // Extensions B and later
    ]
}
