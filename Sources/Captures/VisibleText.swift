import Digests

/// The words of a page that a reader sees, block by block, and those that it holds without showing them.
///
/// All visible text counts, and not the "main" text alone: asides, teasers and corrections are quoted, too. What only a style
/// sheet hides counts as visible.
///
///     let text = VisibleText(html: page, contentType: "text/html; charset=gbk")
///     QuoteFinder(passages: text.passages).find(quote: "...")
package struct VisibleText: Hashable, Sendable {
    /// The title of the window; nil where the page has none.
    package let title: String?
    /// The visible text, one passage for each block, without blanks around it and with single ones within.
    package let blocks: [String]
    /// The text of scripts, comments and hidden elements.
    package let hidden: [String]
    /// The number of scripts.
    package let scriptCount: Int

    /// What quotations may stand in: the title and the blocks.
    package var passages: [String] { (title.map { [$0] } ?? []) + blocks }

    /// The blocks, one a line.
    package var joined: String { blocks.joined(separator: "\n") }

    /// The number of characters that a reader sees, counted as Unicode scalars.
    package var length: Int { blocks.reduce(0) { $0 + $1.unicodeScalars.count } }

    /// The SHA-256 of the blocks, one a line, which does not change with white space, soft hyphens or the page's markup.
    package var digest: Digest { Digest(of: joined.utf8) }

    /// Whether the page seems to show its text by scripts: it has little text, and many scripts.
    package var needsBrowser: Bool { length < 200 && scriptCount > 5 }

    /// Makes a text.
    package init(title: String?, blocks: [String], hidden: [String] = [], scriptCount: Int = 0) {
        self.title = title
        self.blocks = blocks
        self.hidden = hidden
        self.scriptCount = scriptCount
    }

    /// The text of a page.
    /// - Parameter contentType: the page's `Content-Type`, whose `charset` comes before what the page says itself.
    package init(html page: [UInt8], contentType: String?) {
        var reading = VisibleTextReading(Array(PageEncoding.text(of: page, contentType: contentType).utf8))
        self = reading.text()
    }

    /// The text of a file without markup: a passage for each group of lines.
    package init(plain file: [UInt8], contentType: String?) {
        let text = PageEncoding.text(of: file, contentType: contentType)
        self.init(title: nil, blocks: Self.paragraphs(of: text))
    }

    /// The text of pages that another program read, such as `pdftotext`: a passage for each group of lines.
    package init(paragraphsOf text: String) { self.init(title: nil, blocks: Self.paragraphs(of: text)) }

    private static func paragraphs(of text: String) -> [String] {
        var paragraphs: [String] = []
        var lines: [Substring] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            guard line.allSatisfy(\.isWhitespace) else {
                lines.append(line)
                continue
            }
            paragraphs.append(folded(lines.joined(separator: "\n")))
            lines = []
        }
        paragraphs.append(folded(lines.joined(separator: "\n")))
        return paragraphs.filter { !$0.isEmpty }
    }

    /// A text with single blanks for white space, none around it, and without characters that have no shape.
    package static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        var isBlank = false
        for scalar in text.unicodeScalars {
            if isWhiteSpace(scalar) {
                isBlank = true
            } else if !isShapeless(scalar) {
                if isBlank, !folded.isEmpty { folded.append(" ") }
                isBlank = false
                folded.append(scalar)
            }
        }
        return String(folded)
    }

    private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar.value <= 0x20 || scalar.value == 0x7F : scalar.properties.isWhitespace
    }

    /// Soft hyphens, zero-width spaces and marks of byte order. Joiners stay: some scripts need them.
    private static func isShapeless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B, 0x2060, 0xFEFF: true
        default: false
        }
    }
}
