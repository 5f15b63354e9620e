/// The text format of postings: short ASCII that needs no escapes in a JavaScript string.
///
/// A digit is one of 56 characters from `#` to `Z`, which lie between `"` and `\`. A number has base 28, lowest digit
/// first; 28 is added to all digits but the last. Each document is its distance to the one before, less one, and then the
/// word's impact as one digit.
enum PostingsText {
    /// The highest impact.
    static let impactLimit = 55
    private static let base = 28
    private static let firstCharacter = UInt8(ascii: "#")

    /// The text of postings with their impacts.
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

    /// The text of documents without impacts.
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
