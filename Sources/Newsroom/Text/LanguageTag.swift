/// A language as files name it (BCP 47): `en`, `en-GB`.
package struct LanguageTag: Sendable {
    /// The parts between the hyphens, as typed.
    package let subtags: [Substring]

    /// Takes a tag apart.
    package init(_ tag: String) { subtags = tag.split(separator: "-") }

    /// The language without region and script, in lower case: `en`; empty for an empty tag.
    package var language: String { subtags.first.map { $0.lowercased() } ?? "" }

    /// The two letters of the region in a tag of language and region; nil in any other tag.
    package var region: String? {
        subtags.count == 2 && subtags[1].utf8.count == 2 ? subtags[1].uppercased() : nil
    }
}
