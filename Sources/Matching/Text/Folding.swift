import Encodings

/// The folding of texts for search: lower case, no accents, one form for variant letters.
///
/// The steps are:
/// 1. compatibility decomposition (NFKD), which makes full-width, raised and joined letters plain;
/// 2. lower case;
/// 3. removal of accents, vowel points and invisible characters;
/// 4. the letters in `replacements`;
/// 5. canonical composition (NFC).
///
/// Indic vowel signs stay: Unicode calls them marks, but readers take them for letters. `search.js` has the same function,
/// and a test compares the two.
///
///     Folding.words("L’Été à Łódź")  // ["l", "ete", "a", "lodz"]
package enum Folding {
    /// The folded text.
    package static func fold(_ text: String) -> String {
        if text.isASCII { return text.lowercased() }
        var folded = String.UnicodeScalarView()
        for scalar in UnicodeForm.compatiblyDecomposed(text).lowercased().unicodeScalars {
            if isLeftOut(scalar) { continue }
            if let replacement = replacements[scalar] {
                folded.append(contentsOf: replacement.unicodeScalars)
            } else {
                folded.append(scalar)
            }
        }
        return UnicodeForm.composed(String(folded))
    }

    /// The folded words of a text, in order.
    ///
    /// A word is a run of letters, marks and numbers. Scripts without blanks between words give overlapping pairs of
    /// characters. Arabic words are stemmed (`ArabicStem`).
    package static func words(_ text: String) -> [String] { words(text, forIndex: false) }

    /// The words under which a text is indexed: those of `words`, and the last character of each run in a script without
    /// blanks, which begins no pair.
    package static func indexedWords(_ text: String) -> [String] { words(text, forIndex: true) }

    private static func words(_ text: String, forIndex: Bool) -> [String] {
        if text.isASCII {
            return asciiWords(text)
        }
        var words: [String] = []
        var current = String.UnicodeScalarView()
        func flush() {
            guard !current.isEmpty else { return }
            words += pieces(current, forIndex: forIndex)
            current = String.UnicodeScalarView()
        }
        for scalar in fold(text).unicodeScalars {
            if isWordScalar(scalar) { current.append(scalar) } else { flush() }
        }
        flush()
        return words
    }

    /// A fast path of `words` for ASCII, as nearly all English texts are.
    private static func asciiWords(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func flush() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in text.utf8 {
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            let folded = isCapital ? byte | 0x20 : byte
            if isWordByte(folded) { word.append(folded) } else { flush() }
        }
        flush()
        return words
    }

    /// The words of a run of word characters, split where it changes between scripts with and without blanks.
    private static func pieces(_ run: String.UnicodeScalarView, forIndex: Bool) -> [String] {
        guard run.contains(where: isUnspaced) else { return [ArabicStem.stem(String(run))] }
        var words: [String] = []
        for part in run.split(whenIsUnspacedChanges: isUnspaced) {
            if part.count < 2 || !isUnspaced(part[0]) {
                words.append(ArabicStem.stem(String(String.UnicodeScalarView(part))))
            } else {
                for index in 1..<part.count {
                    words.append(String(String.UnicodeScalarView(part[(index - 1)...index])))
                }
                if forIndex { words.append(String(part[part.count - 1])) }
            }
        }
        return words
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isWordByte(UInt8(scalar.value)) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    /// Whether a character belongs to a script without blanks between words: Thai, Lao, Myanmar, Khmer, kana, Chinese.
    static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
            0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Whether folding removes a character: accents, Hebrew and Arabic vowel points, the tatweel, invisible characters.
    private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00AD, 0x0300...0x036F, 0x0483...0x0487, 0x0591...0x05BD, 0x05BF...0x05C7, 0x0610...0x061A,
            0x061C, 0x0640,
            0x064B...0x065F, 0x0670, 0x06D6...0x06ED, 0x1AB0...0x1ACE, 0x1DC0...0x1DFF, 0x200B...0x200F,
            0x202A...0x202E,
            0x2060...0x206F, 0x20D0...0x20F0, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF:
            true
        default: false
        }
    }

    /// Replacements of letters that Unicode does not decompose and readers type otherwise.
    private static let replacements: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h",
        "ı": "i", "ς": "σ",
        "\u{0671}": "\u{0627}", "\u{0649}": "\u{064A}", "\u{06CC}": "\u{064A}", "\u{0629}": "\u{0647}",
        "\u{06A9}": "\u{0643}",
        "\u{0660}": "0", "\u{0661}": "1", "\u{0662}": "2", "\u{0663}": "3", "\u{0664}": "4",
        "\u{0665}": "5", "\u{0666}": "6", "\u{0667}": "7", "\u{0668}": "8", "\u{0669}": "9",
        "\u{06F0}": "0", "\u{06F1}": "1", "\u{06F2}": "2", "\u{06F3}": "3", "\u{06F4}": "4",
        "\u{06F5}": "5", "\u{06F6}": "6", "\u{06F7}": "7", "\u{06F8}": "8", "\u{06F9}": "9",
    ]
}

extension String.UnicodeScalarView {
    /// The runs of consecutive scalars with the same answer to the condition.
    fileprivate func split(whenIsUnspacedChanges condition: (Unicode.Scalar) -> Bool) -> [[Unicode.Scalar]] {
        var runs: [[Unicode.Scalar]] = []
        for scalar in self {
            if let last = runs.last?.last, condition(last) == condition(scalar) {
                runs[runs.count - 1].append(scalar)
            } else {
                runs.append([scalar])
            }
        }
        return runs
    }
}
