/// `[@a, p. 4; @b]`: one or more citations in one pair of brackets (Pandoc's syntax).
package struct CitationGroup: Hashable, Sendable {
    /// The citations in it, at least one.
    package let citations: [Citation]
    /// The bytes in the file, brackets included.
    package let range: Range<Int>

    /// Makes a group.
    package init(citations: [Citation], range: Range<Int>) {
        self.citations = citations
        self.range = range
    }
}

/// One cited record.
package struct Citation: Hashable, Sendable {
    /// The id as typed, without the `@`.
    package let id: String
    /// The locator after the comma (`p. 4`), or nil.
    package let locator: String?
    /// The words before the `@` in the brackets (`see`), or nil.
    package let prefix: String?
    /// The bytes of the id in the file, `@` included.
    package let range: Range<Int>

    /// Makes a citation.
    package init(id: String, locator: String?, prefix: String?, range: Range<Int>) {
        self.id = id
        self.locator = locator
        self.prefix = prefix
        self.range = range
    }
}

/// A link whose address names a record: `claim:trump-retreated`.
package struct RecordLink: Hashable, Sendable {
    /// The word before the colon: `claim`, `source`, `article`, `profile`, `page` or `verdict`.
    package let kind: String
    /// The id after the colon, percent-decoded, without a fragment.
    package let id: String
    /// The fragment after `#`, or nil.
    package let fragment: String?
    /// The address's range in the file; the line's if the address could not be found.
    package let range: Range<Int>

    /// Makes a record link.
    package init(kind: String, id: String, fragment: String?, range: Range<Int>) {
        self.kind = kind
        self.id = id
        self.fragment = fragment
        self.range = range
    }
}

/// A heading.
package struct Heading: Hashable, Sendable {
    /// 1 to 6.
    package let level: Int
    /// Its words.
    package let text: String
    /// The value of its `id` attribute.
    package let anchor: String
    /// The bytes in the file.
    package let range: Range<Int>
}

/// An image.
package struct Image: Hashable, Sendable {
    /// The alternative text; empty when there is none.
    package let alternative: String
    /// The address as typed.
    package let address: String
    /// The medium that the address names; nil for the address of a file.
    package let medium: RecordLink?
    /// Whether it stands alone in its paragraph, or with other media only.
    package let isFigure: Bool
    /// The ids of the media that stand beside each other with it, in their order; empty in a sentence.
    package internal(set) var row: [String] = []
    /// Whether safe mode leaves it out, because its address is not safe.
    package let isLeftOut: Bool
    /// The range in the file; the line's if it could not be found.
    package let range: Range<Int>

    /// The alternative text as HTML.
    package var words: [UInt8] {
        var words: [UInt8] = []
        HTMLEscaper.append(Array(alternative.utf8).span, to: &words)
        return words
    }
}

/// A piece of Markdown that safe mode left out.
package struct DroppedContent: Hashable, Sendable {
    /// The kind of content.
    package enum Kind: Hashable, Sendable {
        /// A block or a piece of raw HTML.
        case rawHTML
        /// The address of a link or image, with a scheme that is not safe.
        case unsafeAddress
    }
    /// The kind of content.
    package let kind: Kind
    /// The text that was left out, at most its first 80 characters.
    package let text: String
    /// The range in the file; the line's if it could not be found.
    package let range: Range<Int>

    /// The first 80 characters of left-out text, without the line end of a block.
    static func excerpt(of bytes: some Collection<UInt8>) -> String {
        var text = Array(bytes.drop { $0.isBlankOrLineEnd })
        while let last = text.last, last.isBlankOrLineEnd { text.removeLast() }
        return String(String(decoding: text, as: UTF8.self).prefix(80))
    }
}

/// A block at the top level of a document.
package struct MarkdownBlock: Hashable, Sendable {
    /// The kind of block.
    package enum Kind: Hashable, Sendable {
        /// A block quote. The locator is its last paragraph, without the dash, if it starts with an em dash
        /// and a blank and is not the only one.
        case quotation(locator: String?)
        /// A heading.
        case heading
        /// Anything else.
        case other
    }
    /// The kind of block.
    package let kind: Kind
    /// The bytes in the file.
    package let range: Range<Int>
    /// The range in the file without the locator.
    package let wordsRange: Range<Int>

    /// Its words in the plain text of the document.
    let words: ArraySlice<UInt8>
    /// Its bytes in the HTML of the document.
    let html: Range<Int>

    /// The plain text, without markup and locator, with a line feed between paragraphs.
    package var plainText: String { String(decoding: words, as: UTF8.self) }

    init(_ block: WrittenBlock, words: ArraySlice<UInt8>) {
        kind = block.kind
        range = block.range
        wordsRange = block.wordsRange
        html = block.html
        self.words = words
    }
}

/// A range of a block's plain text to be marked, with the HTML around it.
package struct TextMark: Hashable, Sendable {
    /// UTF-8 offsets in the block's `plainText`.
    package let range: Range<Int>
    /// HTML written before each piece, for instance `<mark>`.
    package let opening: String
    /// HTML written after each piece.
    package let closing: String

    /// Makes a mark.
    package init(range: Range<Int>, opening: String, closing: String) {
        self.range = range
        self.opening = opening
        self.closing = closing
    }
}
