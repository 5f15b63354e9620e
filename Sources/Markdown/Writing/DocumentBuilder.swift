import Diagnostics
import Encodings

/// Walks libcmark's tree once and writes everything that a `MarkdownDocument` holds.
struct DocumentBuilder: CmarkVisitor {
    let options: MarkdownOptions
    var source: SourceText

    var output: RenderedText
    var cursor = SourceCursor()
    var anchors = Anchors()

    var citationGroups: [CitationGroup] = []
    var malformedCitations: [Range<Int>] = []
    var mentions: [Mention] = []
    var syntaxIssues: [SyntaxIssue] = []
    var links: [Link] = []
    var recordLinks: [RecordLink] = []
    var headings: [Heading] = []
    var images: [Image] = []
    var dropped: [DroppedContent] = []
    var blocks: [WrittenBlock] = []

    /// The number of leaves that could not be followed to their end. The tests hold it at 0.
    var lostLeaves = 0

    // The elements that are open at the current node.
    var blockDepth = 0
    var quoteDepth = 0
    var inlineDepth = 0
    var openBlock = OpenBlock()
    var openHeading = 0
    var openLink: OpenLink?
    var openImage: OpenImage?
    var openBracket: OpenBracket?
    var isFollowing = false
    /// The marks in the whole text, and those in the leaf.
    var textMarks: LeafMarks = []
    var marks: LeafMarks = []
    /// The position in the leaf where a task's box may stand.
    var taskStart: Int?
    /// The starts (true) and ends (false) of struck text in the leaf.
    var strikes: [Int: Bool] = [:]
    /// The search for rows of tildes; nil unless the leaf is only searched.
    var search: TildeSearch?
    /// The open emphases, in a leaf with asterisks in words.
    var emphases: [OpenEmphasis] = []
    /// The positions of `==` in the leaf.
    var highlights: [Int] = []
    /// The line that is reported for positions in the leaf that cannot be found.
    var leafLine = 0..<0

    // The tables, and which comes next.
    var tables: [PipeTable] = []
    var nextTable = 0
    var nextCell: CmarkNode?
    var cellsToAdd = TableSyntax.maximumOfAddedCells

    /// Reads a range of a file.
    init(_ file: SourceFile, range: Range<Int>, options: MarkdownOptions) {
        self.options = options
        source = SourceText(file, range: range, keepsHidden: !options.keepsWords)
        output = RenderedText(sourceCount: source.bytes.count)
        guard var tree = CmarkTree(source.bytes.span) else { return }
        if options.keepsWords {
            for hidden in source.hidden {
                let name = hidden.scalar.codePoint
                syntaxIssues.append(SyntaxIssue(kind: .hiddenCharacter(name), range: hidden.range))
            }
            if LinkDefinitions.mayStand(in: source.bytes) {
                let definitions = LinkDefinitions(in: tree, source: source)
                note(definitions.oddities)
                if !definitions.shownOffsets.isEmpty {
                    source = SourceText(source, escaping: definitions.shownOffsets)
                    guard let changed = CmarkTree(source.bytes.span) else { return }
                    tree = changed
                }
            }
        }
        textMarks = LeafMarks(in: source.bytes[...], among: Self.wantedMarks(options))
        if options.readsTables, source.bytes.holds(.pipe, or: .pipe) {
            let found = PipeTable.find(in: tree, source: source)
            tables = found.tables
            note(found.syntaxIssues)
        }
        if tables.isEmpty {
            tree.walk(&self)
        } else if let cells = PipeTable.parseCells(of: tables, source: source) {
            cells.withFirstBlock { first in
                nextCell = first
                tree.walk(&self)
                nextCell = nil
            }
        }
        tables = []
        dropped.sort { $0.range.lowerBound < $1.range.lowerBound }
        syntaxIssues.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func wantedMarks(_ options: MarkdownOptions) -> LeafMarks {
        var marks: LeafMarks = [.brackets, .tags]
        if options.readsCitations { marks.insert(.ats) }
        if options.readsExtensions { marks.formUnion([.tildes, .ats, .addresses, .equals, .inWord]) }
        return marks
    }

    mutating func enter(_ node: CmarkNode) -> Bool {
        let kind = node.kind
        return kind.isBlock ? enterBlock(node, kind) : enterInline(node, kind)
    }

    mutating func leave(_ node: CmarkNode) {
        let kind = node.kind
        if kind.isBlock { leaveBlock(node, kind) } else { leaveInline(node, kind) }
    }

    // MARK: Places

    /// Stops following the words of a block.
    mutating func stopFollowing() {
        if isFollowing { abandonBracket() }
        if let first = highlights.first, let last = highlights.last, last > first {
            note(.highlight, inLeaf: first..<last + 2)
        }
        highlights = []
        if isFollowing, cursor.isLost {
            lostLeaves += 1
            // Citations in the leaf may have stayed text, so its line is reported.
            let words = cursor.leaf.bytes[...]
            if options.readsCitations, words.contains(.openingBracket), CitationSyntax.looksMeantInside(words)
            {
                malformedCitations.append(source.fileRange(leafLine))
            }
        }
        isFollowing = false
        cursor.stop()
    }

    /// Follows the words of a block, which `cursor.leaf` holds, from an offset of the leaf.
    mutating func startFollowing(_ block: CmarkNode, at offset: Int) {
        isFollowing = true
        strikes = [:]
        emphases = []
        cursor.start(at: offset)
        guard marks.contains(.tildes) else { return }
        let outcome = StrikeSyntax.outcome(of: rowsOfTildes(in: block))
        strikes = outcome.strikes
        for issue in outcome.syntaxIssues { note(issue.kind, inLeaf: issue.range) }
    }

    /// The rows of tildes in a block, found by walking it as it will be written.
    private func rowsOfTildes(in block: CmarkNode) -> [StrikeSyntax.Row] {
        var searcher = self
        searcher.output = RenderedText(sourceCount: 0)
        searcher.marks = .tildes
        searcher.search = TildeSearch()
        searcher.links = []
        searcher.recordLinks = []
        searcher.images = []
        searcher.dropped = []
        searcher.syntaxIssues = []
        searcher.taskStart = nil
        block.walkChildren(&searcher)
        return searcher.search?.rows ?? []
    }

    /// The file range of a range of the leaf; that of the leaf's line if the cursor is lost.
    func fileRange(inLeaf range: Range<Int>?) -> Range<Int> {
        guard let range, !cursor.isLost else { return source.fileRange(leafLine) }
        return source.fileRange(cursor.leaf.sourceRange(range))
    }

    /// The file range of the line around an offset of the leaf.
    func fileLine(inLeaf offset: Int) -> Range<Int> {
        cursor.isLost
            ? source.fileRange(leafLine) : source.fileRange(cursor.leaf.sourceLine(at: offset))
    }

    /// Records issues by their ranges in the text.
    mutating func note(_ found: [(kind: SyntaxIssue.Kind, range: Range<Int>)]) {
        for issue in found {
            syntaxIssues.append(SyntaxIssue(kind: issue.kind, range: source.fileRange(issue.range)))
        }
    }

    /// Records an issue by its range in the leaf.
    mutating func note(_ kind: SyntaxIssue.Kind, inLeaf range: Range<Int>) {
        syntaxIssues.append(SyntaxIssue(kind: kind, range: fileRange(inLeaf: range)))
    }

    /// Records content that safe mode leaves out.
    mutating func drop(_ kind: DroppedContent.Kind, _ text: some Collection<UInt8>, range: Range<Int>) {
        dropped.append(DroppedContent(kind: kind, text: DroppedContent.excerpt(of: text), range: range))
    }
}

/// A finished top-level block, with its ranges in the file, the HTML and the plain text.
struct WrittenBlock {
    let kind: MarkdownBlock.Kind
    let range: Range<Int>
    let wordsRange: Range<Int>
    let html: Range<Int>
    let plain: Range<Int>
}

/// The top-level block that is being written.
struct OpenBlock {
    var html = 0
    var plain = 0
    var locator: String?
    /// The end of the last paragraph before the locator.
    var wordsEnd: Int?
}

/// The link that is being written. Links do not nest: an autolink inside it, which libcmark allows, gives
/// only its words.
struct OpenLink {
    enum Kind {
        case plain
        case record(index: Int, kind: String, id: String, fragment: String?)
        case unsafe
    }

    let kind: Kind
    let address: [UInt8]
    /// Where it starts in the leaf.
    let start: Int
    /// The starts of the links that are open inside it.
    var inner: [Int] = []
}

/// The image whose alternative text is being collected; images inside it give words only.
struct OpenImage {
    let start: Int
    var alternative: [UInt8] = []
    /// The starts of the links and images that are open inside it.
    var inner: [Int] = []
}

/// An opening bracket that may turn out to start a citation.
struct OpenBracket {
    /// Its offset in the HTML, in the plain text and in the leaf.
    let html: Int
    let plain: Int
    let leaf: Int
    /// The number of open emphases around it; the closing bracket must stand in the same.
    let depth: Int
    /// The number of mentions and links before it.
    let mentions: Int
    let links: Int
}

extension CmarkNode.Kind {
    var isBlock: Bool { rawValue <= Self.thematicBreak.rawValue }
}

/// A search for rows of tildes in the words of one block.
struct TildeSearch {
    var rows: [StrikeSyntax.Row] = []
    /// The numbers of the emphases and links that are open.
    var containers: [Int] = []
    /// The number of emphases and links opened so far.
    var count = 0

    mutating func open() {
        count += 1
        containers.append(count)
    }

    mutating func close() { _ = containers.popLast() }
}

/// An emphasis that is being written, in a leaf that has asterisks in words.
struct OpenEmphasis {
    /// Where it starts in the leaf.
    let start: Int
    /// Whether the row of asterisks that it starts with stands between two letters or digits.
    let isInWord: Bool
}
