/// A piece of Markdown that readers may see otherwise than its author meant, or not at all.
package struct SyntaxIssue: Hashable, Sendable {
    /// The kind of issue.
    package enum Kind: Hashable, Sendable {
        /// `[^1]` or `^[…]`: a footnote of other dialects, which stays as typed.
        case footnote
        /// `> [!NOTE]`: an alert of other dialects, which stays a quotation.
        case alert
        /// `~words~`: one tilde strikes nothing.
        case singleTilde
        /// `~~` without a matching one.
        case openStrike
        /// `[[words]]`, which stays as typed.
        case wikiLink
        /// `==words==`, which stays as typed.
        case highlight
        /// `{#id}` or `{.class}` at the end of a heading, which stays as typed.
        case headingAttribute
        /// `:::`, which stays as typed.
        case fencedDivision
        /// A term with lines that start with `: ` below it, which stays one paragraph.
        case definitionList
        /// Words after the first one of a code fence's info string, which are left out.
        case fenceWords
        /// A table right under a paragraph, which stays text.
        case tableUnderWords
        /// A table whose header has more or fewer cells than the line below it, which stays text.
        case tableHeader(cells: Int, columns: Int)
        /// Cells beyond the header's, which are left out.
        case surplusCells(columns: Int)
        /// `[words]: more`, a link definition in Markdown, which is shown as typed all the same.
        case definitionShown
        /// An unused link definition, which is left out.
        case definitionUnused
        /// A repeated link definition, which is left out.
        case definitionRepeated
        /// Asterisks inside a word that were read as emphasis.
        case emphasisInWord(inQuotation: Bool, onBothSides: Bool)
        /// A number with a full stop that was read as a list.
        case numberedList(start: Int, isSingle: Bool, inQuotation: Bool)
        /// A minus, a plus or an asterisk before a number, which was read as a list of one item.
        case signBeforeNumber(inQuotation: Bool)
        /// An invisible character, replaced by U+FFFD; the value is its name.
        case hiddenCharacter(String)
    }

    /// The kind of issue.
    package let kind: Kind
    /// The bytes in the file.
    package let range: Range<Int>
}

/// An `@id` outside brackets, with an optional locator in brackets: `@id [p. 33]` (Pandoc's in-text
/// citation).
///
/// It is a citation if a record has the id, and stays as typed otherwise.
package struct Mention: Hashable, Sendable {
    /// The position of the mention.
    package enum Position: Hashable, Sendable {
        /// In a sentence, where it can be a citation.
        case text
        /// In a block quote, where it is somebody else's word.
        case quotation
        /// Right behind a letter, or in brackets other than square ones.
        case attached
        /// In square brackets that are no citation.
        case brackets
    }

    /// The citation that it would be.
    package internal(set) var citation: Citation
    /// The position of the mention.
    package let position: Position
    /// The range in the file, locator included.
    package internal(set) var range: Range<Int>
}

/// A link to an address. Links to records are `RecordLink`s.
package struct Link: Hashable, Sendable {
    /// The address, its escapes and entities resolved.
    package let address: String
    /// The address's range in the file; the line's if the address could not be found.
    package let range: Range<Int>
}
