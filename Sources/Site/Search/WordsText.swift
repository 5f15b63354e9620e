/// The text format of sorted words: front coding, with blanks between words.
///
/// A word is the number of UTF-16 units shared with the word before (one digit, base 36), then its remaining letters. A
/// colon and the number of its documents (base 36) follow, unless that is one: `0claim:4 5s` is "claim" and "claims".
struct WordsText: Sendable {
    /// The separator between a word and its documents, which occurs in neither.
    static let documentsSeparator = UInt8(ascii: "|")

    private var previous: [UInt16]?

    /// Appends the next word to a text.
    mutating func append(_ word: String, documentCount: Int, to text: inout [UInt8]) {
        let units = Array(word.utf16)
        if previous != nil { text.append(UInt8(ascii: " ")) }
        var shared = min(35, zip(units, previous ?? []).prefix { $0 == $1 }.count)
        // A surrogate pair must not be split.
        if shared > 0, UTF16.isLeadSurrogate(units[shared - 1]) { shared -= 1 }
        text += String(shared, radix: 36).utf8
        text += String(decoding: units[shared...], as: UTF16.self).utf8
        if documentCount != 1 { text += ":\(String(documentCount, radix: 36))".utf8 }
        previous = units
    }
}
