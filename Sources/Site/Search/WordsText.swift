/// Sorted words as short text: each as how many letters it shares with the one before, in one digit to the base 36, the rest, and after a colon
/// to the same base in how many documents it stands, where that is not one. A blank stands between words.
struct WordsText: Sendable {
    /// Stands between a word and its documents; neither has it.
    static let documentsSeparator = UInt8(ascii: "|")

    private var previous: [UInt16]?

    /// Adds the next word of a text.
    mutating func append(_ word: String, documentCount: Int, to text: inout [UInt8]) {
        let units = Array(word.utf16)
        if previous != nil { text.append(UInt8(ascii: " ")) }
        var shared = min(35, zip(units, previous ?? []).prefix { $0 == $1 }.count)
        // Half of a surrogate pair is no text.
        if shared > 0, UTF16.isLeadSurrogate(units[shared - 1]) { shared -= 1 }
        text += String(shared, radix: 36).utf8
        text += String(decoding: units[shared...], as: UTF16.self).utf8
        if documentCount != 1 { text += ":\(String(documentCount, radix: 36))".utf8 }
        previous = units
    }
}
