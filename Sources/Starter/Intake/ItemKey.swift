import Digests
import Newsroom

/// The words of a claim without case, punctuation and blanks, by which two items are one.
package struct ItemKey: Hashable, Sendable {
    private let words: String

    /// The key of a claim's words.
    package init(_ text: String) {
        var folded = ""
        folded.reserveCapacity(text.utf8.count)
        var isBetween = false
        for scalar in text.lowercased().unicodeScalars {
            if scalar.isASCII ? Self.isPlain(scalar) : Self.isOfWord(scalar) {
                if isBetween, !folded.isEmpty { folded.append(" ") }
                isBetween = false
                folded.unicodeScalars.append(scalar)
            } else if scalar != "'" && scalar != "’" {
                isBetween = true
            }
        }
        words = folded.isEmpty ? text : folded
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "%"
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }

    /// An id of the first words, as far as they fit; empty where no word can be part of an id.
    func slug(limit: Int = 48) -> String {
        var slug = ""
        for word in words.split(separator: " ") {
            let part = RecordID.suggestion(for: String(word))
            guard !part.isEmpty else { continue }
            guard slug.utf8.count + part.utf8.count < limit else { break }
            slug += slug.isEmpty ? part : "-" + part
        }
        return RecordID.problem(slug) == nil ? slug : ""
    }

    /// Eight digits of the key's SHA-256, which tell apart what begins with the same words.
    var mark: String { String("\(Digest(of: words.utf8))".prefix(8)) }
}
