import Diagnostics
import Newsroom

/// Makes texts comparable for search: lower case, without accents, with one form for letters that are written in several.
///
/// `search.js` has the same function; a test holds the two together. The steps: compatibility decomposition (NFKD), which makes full-width,
/// raised and joined letters plain ones; lower case; marks that are accents or vowel points, and signs that cannot be seen, are left out; letters of
/// `replacements` are replaced; canonical composition (NFC).
/// Vowel signs of the Indic scripts are marks to Unicode as well, but are letters to their readers, and stay.
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

    /// The words of a text, folded, in order.
    ///
    /// A word is a run of letters, marks and numbers. Scripts that are written without blanks give overlapping pairs of characters. Arabic
    /// words are without the article and the small words that are written joined to them (`ArabicStem`).
    package static func words(_ text: String) -> [String] { words(text, forIndex: false) }

    /// The words under which a text is found: those of `words`, and of each run of a script without blanks its last character, which begins
    /// no pair.
    static func indexedWords(_ text: String) -> [String] { words(text, forIndex: true) }

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

    /// The same for a text of ASCII alone, as nearly all English ones are.
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

    /// Splits a run of word characters where it changes between a script with blanks and one without.
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

    /// Thai, Lao, Myanmar, Khmer, kana and Chinese characters: written without blanks between words.
    static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
            0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Accents, vowel points of Hebrew and Arabic, the Arabic tatweel, and characters that cannot be seen.
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

    /// Letters that Unicode does not decompose but readers type in another form.
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
    /// Runs of scalars for which the condition has one answer.
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
