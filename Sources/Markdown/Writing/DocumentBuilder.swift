import Diagnostics

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
    var oddities: [Oddity] = []
    var links: [Link] = []
    var recordLinks: [RecordLink] = []
    var headings: [Heading] = []
    var images: [Image] = []
    var dropped: [Dropped] = []
    var blocks: [WrittenBlock] = []

    /// How many blocks of words could not be followed to their end. None should: the tests hold it at 0.
    var lostLeaves = 0

    // What is open where the walk stands.
    var blockDepth = 0
    var quoteDepth = 0
    var inlineDepth = 0
    var openBlock = OpenBlock()
    var openHeading = 0
    var openLink: OpenLink?
    var openImage: OpenImage?
    var openBracket: OpenBracket?
    var isFollowing = false
    /// The marks that the whole text holds, and those that the leaf holds.
    var textMarks: LeafMarks = []
    var marks: LeafMarks = []
    /// Where the box of a task may stand in the leaf.
    var taskStart: Int?
    /// Where struck text begins and ends in the leaf.
    var strikes: [Int: Bool] = [:]
    /// The rows of tildes, while a leaf is only searched for them.
    var search: TildeSearch?
    /// The emphases that are open, where asterisks stand in words.
    var emphases: [OpenEmphasis] = []
    /// Where `==` stands in the leaf.
    var highlights: [Int] = []
    /// The line that stands in for places inside the leaf that cannot be found.
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
                let name = HiddenCharacter.name(of: hidden.scalar)
                oddities.append(Oddity(kind: .hiddenCharacter(name), range: hidden.range))
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
            note(found.oddities)
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
        oddities.sort { $0.range.lowerBound < $1.range.lowerBound }
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

    /// Ends the following of a block of words.
    mutating func stopFollowing() {
        if isFollowing { abandonBracket() }
        if let first = highlights.first, let last = highlights.last, last > first {
            note(.highlight, inLeaf: first..<last + 2)
        }
        highlights = []
        if isFollowing, cursor.isLost {
            lostLeaves += 1
            // Citations in it may have stayed text; better to have that looked at than to have it go out unseen.
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
        for odd in outcome.oddities { note(odd.kind, inLeaf: odd.range) }
    }

    /// Walks the words of a block as they will be written, for the tildes in them alone.
    private func rowsOfTildes(in block: CmarkNode) -> [StrikeSyntax.Row] {
        var searcher = self
        searcher.output = RenderedText(sourceCount: 0)
        searcher.marks = .tildes
        searcher.search = TildeSearch()
        searcher.links = []
        searcher.recordLinks = []
        searcher.images = []
        searcher.dropped = []
        searcher.oddities = []
        searcher.taskStart = nil
        block.walkChildren(&searcher)
        return searcher.search?.rows ?? []
    }

    /// The range in the file of a range of the leaf, or of the leaf's line when the cursor is lost.
    func fileRange(inLeaf range: Range<Int>?) -> Range<Int> {
        guard let range, !cursor.isLost else { return source.fileRange(leafLine) }
        return source.fileRange(cursor.leaf.sourceRange(range))
    }

    /// The range in the file of the line that an offset of the leaf lies in.
    func fileLine(inLeaf offset: Int) -> Range<Int> {
        cursor.isLost
            ? source.fileRange(leafLine) : source.fileRange(cursor.leaf.sourceLine(at: offset))
    }

    /// Notes what readers see otherwise than it may have been meant, by its place in the text.
    mutating func note(_ found: [(kind: Oddity.Kind, range: Range<Int>)]) {
        for odd in found { oddities.append(Oddity(kind: odd.kind, range: source.fileRange(odd.range))) }
    }

    /// Notes such a thing by its place in the leaf.
    mutating func note(_ kind: Oddity.Kind, inLeaf range: Range<Int>) {
        oddities.append(Oddity(kind: kind, range: fileRange(inLeaf: range)))
    }

    /// Notes what safe mode leaves out.
    mutating func drop(_ kind: Dropped.Kind, _ text: some Collection<UInt8>, range: Range<Int>) {
        dropped.append(Dropped(kind: kind, text: Dropped.excerpt(of: text), range: range))
    }
}

/// A block at the top level that was written, with its places in the file and in both texts.
struct WrittenBlock {
    let kind: Block.Kind
    let range: Range<Int>
    let wordsRange: Range<Int>
    let html: Range<Int>
    let plain: Range<Int>
}

/// The block at the top level that is being written.
struct OpenBlock {
    var html = 0
    var plain = 0
    var locator: String?
    /// Where the last paragraph before the locator ends.
    var wordsEnd: Int?
}

/// The link that is being written. Links do not nest: an autolink inside it, which libcmark lets through, gives words
/// only.
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
    /// The places of the links that are open inside it.
    var inner: [Int] = []
}

/// The image whose alternative text is being collected; images inside it give words only.
struct OpenImage {
    let start: Int
    var alternative: [UInt8] = []
    /// The places of the links and images that are open inside it.
    var inner: [Int] = []
}

/// An opening bracket that may turn out to start a citation.
struct OpenBracket {
    /// Its place in the HTML, in the plain text and in the leaf.
    let html: Int
    let plain: Int
    let leaf: Int
    /// How many emphases are open around it; the closing bracket must stand in the same.
    let depth: Int
    /// How many mentions and links stand before it.
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
    /// How many were opened.
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
