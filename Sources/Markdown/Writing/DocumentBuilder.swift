import Diagnostics
import Encodings

/// Walks libcmark's tree once and writes everything that a `MarkdownDocument` holds.
struct DocumentBuilder: CmarkVisitor {
    let dialect: MarkdownDialect
    var source: SourceText

    var output: RenderedText
    var cursor = SourceCursor()
    var anchors = Anchors()

    var parts = DocumentParts()
    var blocks: [WrittenBlock] = []

    /// The number of leaves that could not be followed to their end. The tests hold it at 0.
    var lostLeaves = 0

    var open = OpenElements()
    var isFollowing = false
    /// The marks in the whole text.
    var textMarks: LeafMarks = []
    var leaf = LeafState()
    var tables = TableQueue()

    /// Reads a range of a file.
    init(_ file: SourceFile, range: Range<Int>, dialect: MarkdownDialect) {
        self.dialect = dialect
        source = SourceText(file, range: range, keepsHidden: !dialect.readsNewsroomSyntax)
        output = RenderedText(sourceCount: source.bytes.count)
        guard var tree = CmarkTree(source.bytes.span) else { return }
        if dialect.readsNewsroomSyntax {
            for hidden in source.hidden {
                let name = hidden.scalar.codePoint
                parts.syntaxIssues.append(SyntaxIssue(kind: .hiddenCharacter(name), range: hidden.range))
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
        textMarks = LeafMarks(in: source.bytes[...], among: Self.wantedMarks(dialect))
        if dialect.readsExtensions, source.bytes.holds(.pipe, or: .pipe) {
            let found = PipeTable.find(in: tree, source: source)
            tables.tables = found.tables
            note(found.syntaxIssues)
        }
        if tables.tables.isEmpty {
            tree.walk(&self)
        } else if let cells = PipeTable.parseCells(of: tables.tables, source: source) {
            cells.withFirstBlock { first in
                tables.nextCell = first
                tree.walk(&self)
                tables.nextCell = nil
            }
        }
        tables.tables = []
        parts.dropped.sort { $0.range.lowerBound < $1.range.lowerBound }
        parts.syntaxIssues.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func wantedMarks(_ dialect: MarkdownDialect) -> LeafMarks {
        var marks: LeafMarks = [.brackets, .tags]
        if dialect.readsNewsroomSyntax { marks.insert(.ats) }
        if dialect.readsExtensions { marks.formUnion([.tildes, .ats, .addresses, .equals, .inWord]) }
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
        if let first = leaf.highlights.first, let last = leaf.highlights.last, last > first {
            note(.highlight, inLeaf: first..<last + 2)
        }
        leaf.highlights = []
        if isFollowing, cursor.isLost {
            lostLeaves += 1
            // Citations in the leaf may have stayed text, so its line is reported.
            let words = cursor.leaf.bytes[...]
            if dialect.readsNewsroomSyntax, words.contains(.openingBracket),
                CitationSyntax.looksMeantInside(words)
            {
                parts.malformedCitations.append(source.fileRange(leaf.line))
            }
        }
        isFollowing = false
        cursor.stop()
    }

    /// Follows the words of a block, which `cursor.leaf` holds, from an offset of the leaf.
    mutating func startFollowing(_ block: CmarkNode, at offset: Int) {
        isFollowing = true
        leaf.strikes = [:]
        leaf.emphases = []
        cursor.start(at: offset)
        guard leaf.marks.contains(.tildes) else { return }
        let outcome = StrikeSyntax.outcome(of: rowsOfTildes(in: block))
        leaf.strikes = outcome.strikes
        for issue in outcome.syntaxIssues { note(issue.kind, inLeaf: issue.range) }
    }

    /// The rows of tildes in a block, found by walking it as it will be written.
    private func rowsOfTildes(in block: CmarkNode) -> [StrikeSyntax.Row] {
        var searcher = self
        searcher.output = RenderedText(sourceCount: 0)
        searcher.leaf.marks = .tildes
        searcher.leaf.search = TildeSearch()
        searcher.parts = DocumentParts()
        searcher.leaf.taskStart = nil
        block.walkChildren(&searcher)
        return searcher.leaf.search?.rows ?? []
    }

    /// The file range of a range of the leaf; that of the leaf's line if the cursor is lost.
    func fileRange(inLeaf range: Range<Int>?) -> Range<Int> {
        guard let range, !cursor.isLost else { return source.fileRange(leaf.line) }
        return source.fileRange(cursor.leaf.sourceRange(range))
    }

    /// The file range of the line around an offset of the leaf.
    func fileLine(inLeaf offset: Int) -> Range<Int> {
        cursor.isLost
            ? source.fileRange(leaf.line) : source.fileRange(cursor.leaf.sourceLine(at: offset))
    }

    /// Records issues by their ranges in the text.
    mutating func note(_ found: [(kind: SyntaxIssue.Kind, range: Range<Int>)]) {
        for issue in found {
            parts.syntaxIssues.append(SyntaxIssue(kind: issue.kind, range: source.fileRange(issue.range)))
        }
    }

    /// Records an issue by its range in the leaf.
    mutating func note(_ kind: SyntaxIssue.Kind, inLeaf range: Range<Int>) {
        parts.syntaxIssues.append(SyntaxIssue(kind: kind, range: fileRange(inLeaf: range)))
    }

    /// Records content that safe mode leaves out.
    mutating func drop(_ kind: DroppedContent.Kind, _ text: some Collection<UInt8>, range: Range<Int>) {
        parts.dropped.append(DroppedContent(kind: kind, text: DroppedContent.excerpt(of: text), range: range))
    }
}
