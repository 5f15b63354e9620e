/// A pipe table, found in a paragraph whose second line is a delimiter row.
struct PipeTable {
    /// The paragraph that libcmark read it as.
    let paragraph: CmarkNode
    let alignments: [TableSyntax.Alignment]
    /// The cells of the header and of the rows, as ranges of the `SourceText`; no row has more than the header.
    let rows: [[Range<Int>]]

    /// The tables of a text, and the issues found with them.
    struct Findings {
        /// The tables, in the order of the text.
        var tables: [PipeTable] = []
        /// The issues found, with their ranges in the text.
        var syntaxIssues: [(kind: SyntaxIssue.Kind, range: Range<Int>)] = []
    }

    /// Finds the tables of a text, near-tables that stay text, and cells that are left out.
    static func find(in tree: borrowing CmarkTree, source: SourceText) -> Findings {
        var finder = Finder(source: source)
        tree.walk(&finder)
        return finder.found
    }

    /// Parses all cells at once. Each is parsed as a heading, which holds inlines alone. The text itself
    /// follows if it may hold link definitions for the cells.
    static func parseCells(of tables: [PipeTable], source: SourceText) -> CmarkTree? {
        var text: [UInt8] = []
        var leaf = LeafText()
        for cell in tables.lazy.flatMap(\.rows).joined() {
            leaf.read(cell: cell, in: source)
            text.append("# ")
            text.append(contentsOf: leaf.bytes)
            text.append(" #\n")
        }
        let hasDefinitions = source.bytes.indices.dropLast().contains { index in
            source.bytes[index] == .closingBracket && source.bytes[index + 1] == .colon
        }
        if hasDefinitions {
            text.append(.lineFeed)
            text.append(contentsOf: source.bytes)
        }
        return CmarkTree(text.span)
    }

    private struct Finder: CmarkVisitor {
        let source: SourceText
        private(set) var found = Findings()
        private var leaf = LeafText()
        private var quoteDepth = 0

        init(source: SourceText) { self.source = source }

        mutating func enter(_ node: CmarkNode) -> Bool {
            switch node.kind {
            case .blockQuote: quoteDepth += 1
            case .list, .item: break
            case .paragraph:
                if let table = table(in: node) { found.tables.append(table) }
                return false
            default: return false
            }
            return true
        }

        mutating func leave(_ node: CmarkNode) {
            if node.kind == .blockQuote { quoteDepth -= 1 }
        }

        private mutating func table(in paragraph: CmarkNode) -> PipeTable? {
            guard paragraph.endLine > paragraph.startLine else { return nil }
            leaf.read(paragraph, in: source, quoteDepth: quoteDepth)
            let start = LinkSyntax.definitionsEnd(in: leaf.bytes)
            guard let headerEnd = leaf.bytes[start...].firstIndex(of: .lineFeed) else { return nil }
            let rest = leaf.bytes[(headerEnd + 1)...]
            let delimiterEnd = rest.firstIndex(of: .lineFeed) ?? rest.endIndex
            let header = TableSyntax.cells(in: leaf.bytes, line: start..<headerEnd)
            guard let alignments = TableSyntax.alignments(in: leaf.bytes, line: headerEnd + 1..<delimiterEnd),
                header.count == alignments.count
            else {
                reportLostTable(from: start)
                return nil
            }
            var rows = [header]
            for line in leaf.bytes[delimiterEnd...].dropFirst().split(separator: .lineFeed) {
                let cells = TableSyntax.cells(in: leaf.bytes, line: line.indices)
                rows.append(Array(cells.prefix(header.count)))
                report(surplus: cells.dropFirst(header.count), columns: header.count)
            }
            return PipeTable(
                paragraph: paragraph,
                alignments: alignments,
                rows: rows.map { $0.map { leaf.sourceRange($0) } }
            )
        }

        private mutating func report(surplus cells: ArraySlice<Range<Int>>, columns: Int) {
            guard let first = cells.first(where: { !$0.isEmpty }),
                let last = cells.last(where: { !$0.isEmpty })
            else { return }
            let range = leaf.sourceRange(first.lowerBound..<last.upperBound)
            found.syntaxIssues.append((.surplusCells(columns: columns), range))
        }

        /// Reports the first delimiter row that makes no table because of the line before it.
        private mutating func reportLostTable(from start: Int) {
            var header = start..<start
            for (number, line) in leaf.bytes[start...].split(
                separator: .lineFeed,
                omittingEmptySubsequences: false
            ).enumerated() {
                if number > 0, let columns = TableSyntax.alignments(in: leaf.bytes, line: line.indices)?.count
                {
                    let cells = TableSyntax.cells(in: leaf.bytes, line: header).count
                    guard leaf.bytes[header].contains(.pipe) || columns > 1 else { return }
                    found.syntaxIssues.append(
                        (
                            cells == columns
                                ? .tableUnderWords : .tableHeader(cells: cells, columns: columns),
                            leaf.sourceRange(header)
                        )
                    )
                    return
                }
                header = line.indices
            }
        }
    }
}
