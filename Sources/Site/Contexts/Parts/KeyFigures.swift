import Markdown
import Mustache
import Newsroom

/// A ruling in figures: how much evidence there is, what it says, and how long the page takes to read.
struct KeyFigures {
    /// The figures in words, in the order of reading.
    let texts: [String]

    /// The number of words that people read in a minute, on a screen.
    private static let wordsPerMinute = 220
    /// The number of letters of a script without blanks that count as one word.
    private static let lettersPerWord = 2

    init(of verdict: Verdict, _ document: MarkdownDocument, in scope: PageScope) {
        let words = scope.words
        let references = verdict.evidence.map(\.reference)
        let directed = verdict.evidence.filter { $0.stance != .context }.map(\.reference)
        var texts: [String] = []
        if !references.isEmpty {
            texts.append(words.count(Set(references.map { RecordKey($0) }).count, "source-count"))
        }
        if !directed.isEmpty {
            let lines = scope.lineage(of: directed).knownIndependentCount(of: directed)
            texts.append(words.count(lines, "known-line-count"))
            texts.append(words.count(verdict.evidence.count { $0.stance == .supports }, "support-count"))
            texts.append(words.count(verdict.evidence.count { $0.stance == .undermines }, "undermine-count"))
        }
        let text = document.plainText + " " + verdict.summary.value
        texts.append(words.count(Self.minutes(toRead: text), "reading-minutes"))
        self.texts = texts
    }

    /// The minutes that a text takes to read, at least one.
    static func minutes(toRead text: String) -> Int {
        var (words, letters, isWord) = (0, 0, false)
        for scalar in text.unicodeScalars {
            if isUnspaced(scalar) {
                letters += 1
                isWord = false
            } else if isBlank(scalar) {
                isWord = false
            } else if !isWord {
                words += 1
                isWord = true
            }
        }
        let read = words + letters / lettersPerWord
        return max(1, (read + wordsPerMinute / 2) / wordsPerMinute)
    }

    /// Whether a character is white space. ASCII needs no look-up in the tables of Unicode.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar.value == 0x20 || 0x09...0x0D ~= scalar.value : scalar.properties.isWhitespace
    }

    /// Whether a character belongs to a script that sets no blanks between words: Thai to Burmese, Japanese, Chinese.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x0E00: false
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
