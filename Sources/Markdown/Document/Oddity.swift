/// Something that readers see otherwise than it may have been meant, or do not see at all.
public struct Oddity: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        /// `[^1]` or `^[…]`: a footnote of other dialects, which stays as typed.
        case footnote
        /// `> [!NOTE]`: an alert of other dialects, which stays a quotation.
        case alert
        /// `~words~`: one tilde strikes nothing.
        case singleTilde
        /// `~~` without another one that belongs to it.
        case openStrike
        /// `[[words]]`, which stays as typed.
        case wikiLink
        /// `==words==`, which stays as typed.
        case highlight
        /// `{#id}` or `{.class}` at the end of a heading, which stays as typed.
        case headingAttribute
        /// `:::`, which stays as typed.
        case fencedDivision
        /// Words behind the first one of a code fence, which are left out.
        case fenceWords
        /// A table right under a paragraph, which stays text.
        case tableUnderWords
        /// A table whose header has more or fewer cells than the line below it, which stays text.
        case tableHeader(cells: Int, columns: Int)
        /// Cells beyond the header's, which are left out.
        case surplusCells(columns: Int)
        /// `[words]: more`, which Markdown takes for the definition of a link, and which is shown as typed all the same.
        case definitionShown
        /// The definition of a link that nothing uses, which is left out.
        case definitionUnused
        /// The definition of a link that was defined before, which is left out.
        case definitionRepeated
        /// Asterisks inside a word that became emphasis and are not seen any more.
        case emphasisInWord(inQuotation: Bool, onBothSides: Bool)
        /// A number with a full stop that became a list.
        case numberedList(start: Int, isSingle: Bool, inQuotation: Bool)
        /// A character that shows nothing and becomes U+FFFD; its name.
        case hiddenCharacter(String)
    }

    /// What it is.
    public let kind: Kind
    /// The bytes in the file.
    public let range: Range<Int>
}

/// An `@id` outside of brackets, with the place in brackets that may follow: `@id [p. 33]` (Pandoc's in-text citation).
///
/// Whether it is a citation depends on the id: a name that is no record's stays as typed.
public struct Mention: Hashable, Sendable {
    /// Where it stands.
    public enum Position: Hashable, Sendable {
        /// In a sentence, where it can be a citation.
        case text
        /// In a block quote, where it is somebody else's word.
        case quotation
        /// Right behind a letter, or in brackets of a kind that no citation has.
        case attached
        /// In square brackets that are no citation.
        case brackets
    }

    /// The citation that it would be.
    public internal(set) var citation: Citation
    /// Where it stands.
    public let position: Position
    /// The bytes in the file, with those of the place.
    public internal(set) var range: Range<Int>
}

/// A link to an address, not to a record by its kind and id.
public struct Link: Hashable, Sendable {
    /// The address, its escapes and entities resolved.
    public let address: String
    /// The bytes of the address in the file, or of the line where it could not be found.
    public let range: Range<Int>
}
