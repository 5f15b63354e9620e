import Newsroom

/// A passage of a text, as a TextQuoteSelector names it (W3C Web Annotation): its words, and those around it where they stand
/// several times.
package struct Passage: Hashable, Sendable {
    /// The words.
    package let exact: String
    /// The words before; nil if they are not needed.
    package let prefix: String?
    /// The words after; nil if they are not needed.
    package let suffix: String?

    /// Makes a passage; white space of any length is one blank.
    package init(_ exact: String, prefix: String? = nil, suffix: String? = nil) {
        self.exact = Self.plain(exact)
        self.prefix = prefix.map(Self.plain).flatMap { $0.isEmpty ? nil : $0 }
        self.suffix = suffix.map(Self.plain).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The longest passage, in characters.
    static let limit = 2000

    static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The places of the passage in a text, in words, such as `verdict summary`; one for each time that it stands there.
    package func places(in text: JudgedText) -> [String] {
        guard !exact.isEmpty else { return [] }
        return TextDifference.leaves(of: text.document).flatMap { leaf in
            Array(repeating: leaf.place.joined(separator: " "), count: count(in: Self.plain(leaf.text)))
        }
    }

    /// How many times the passage stands in a text with its surroundings.
    private func count(in text: String) -> Int {
        var count = 0
        var rest = text[...]
        while let found = rest.firstRange(of: exact) {
            let before = Self.plain(String(text[..<found.lowerBound]))
            let after = Self.plain(String(text[found.upperBound...]))
            if prefix.map(before.hasSuffix) ?? true, suffix.map(after.hasPrefix) ?? true { count += 1 }
            rest = text[text.index(after: found.lowerBound)...]
        }
        return count
    }

    /// A refusal unless the passage stands in a text exactly once, or with its surroundings.
    func refusal(in text: JudgedText) -> Refusal? {
        guard exact.count <= Self.limit else {
            return Refusal("the passage has more than \(Self.limit) characters", help: "name its first words")
        }
        let found = places(in: text)
        guard let first = found.first else {
            return Refusal(
                "the text does not have the passage `\(exact)`",
                help: "copy it from the claim or the verdict as it is in the file"
            )
        }
        guard found.count == 1 || prefix != nil || suffix != nil else {
            return Refusal(
                "the passage stands \(found.count) times in the text, first in its \(first)",
                help: "name more of the words around it"
            )
        }
        return nil
    }
}
