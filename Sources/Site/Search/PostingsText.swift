/// Lists of documents as short ASCII text that a JavaScript string holds without escapes.
///
/// Every digit is one of 56 characters from `#` on (`"` stands before, `\` after them). A number is written to the base 28, lowest digit
/// first; all but its last digit have 28 added. A list is, for every document, its distance to the one before, and the word's impact in one digit.
enum PostingsText {
    /// The highest impact.
    static let impactLimit = 55
    private static let base = 28
    private static let firstCharacter = UInt8(ascii: "#")

    static func bytes(_ postings: some Collection<InvertedIndex.Posting>) -> [UInt8] {
        var bytes: [UInt8] = []
        var previous = -1
        for posting in postings {
            append(posting.document - previous - 1, to: &bytes)
            bytes.append(firstCharacter + UInt8(min(max(posting.impact, 0), impactLimit)))
            previous = posting.document
        }
        return bytes
    }

    /// A list of documents alone.
    static func bytes(documents: [Int]) -> [UInt8] {
        var bytes: [UInt8] = []
        var previous = -1
        for document in documents {
            append(document - previous - 1, to: &bytes)
            previous = document
        }
        return bytes
    }

    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        var rest = max(0, number)
        while rest >= base {
            bytes.append(firstCharacter + UInt8(rest % base + base))
            rest /= base
        }
        bytes.append(firstCharacter + UInt8(rest))
    }
}
