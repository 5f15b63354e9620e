extension DocumentBuilder {
    /// Writes a table in a scrollable region that takes the keyboard's focus and has the header as its name.
    mutating func writeTable(_ table: PipeTable) {
        output.startLine()
        let start = output.html.count
        var label: [UInt8] = []
        for (number, row) in table.rows.enumerated() {
            output.append(number == 0 ? "<table>\n<thead>\n<tr>\n" : "<tr>\n")
            for (column, alignment) in table.alignments.enumerated() {
                let cell = column < row.count ? row[column] : nil
                if cell == nil {
                    guard tables.cellsToAdd > 0 else { break }
                    tables.cellsToAdd -= 1
                }
                openCell(isHeader: number == 0, alignment)
                if let cell { writeWords(ofCell: cell, isLast: column + 1 == row.count) }
                if number == 0, !output.leafWords.isEmpty {
                    if !label.isEmpty { label.append(contentsOf: ", ".utf8) }
                    label.append(contentsOf: output.leafWords)
                }
                output.append(number == 0 ? "</th>\n" : "</td>\n")
            }
            output.append("</tr>\n")
            if number == 0 { output.append("</thead>\n") }
            if number == 0, table.rows.count > 1 { output.append("<tbody>\n") }
        }
        if table.rows.count > 1 { output.append("</tbody>\n") }
        output.append("</table>\n</div>\n")
        output.insert(Self.region(label: label), at: start)
    }

    private mutating func openCell(isHeader: Bool, _ alignment: TableSyntax.Alignment) {
        output.append(isHeader ? "<th scope=\"col\"" : "<td")
        switch alignment {
        case .none: output.append(">")
        case .left: output.append(" class=\"align-left\">")
        case .center: output.append(" class=\"align-center\">")
        case .right: output.append(" class=\"align-right\">")
        }
    }

    private mutating func writeWords(ofCell cell: Range<Int>, isLast: Bool) {
        guard let node = tables.nextCell else { return }
        tables.nextCell = node.next
        output.startLeaf()
        open.bracket = nil
        open.inlineDepth = 0
        leaf.line = cell
        cursor.leaf.read(cell: cell, in: source)
        leaf.taskStart = nil
        leaf.marks = LeafMarks(in: source.bytes[cell], among: textMarks)
        startFollowing(node, at: 0)
        node.walkChildren(&self)
        stopFollowing()
        output.endLeaf(separator: isLast ? .lineFeed : .tab)
    }

    /// The tag of the box around a table: a named region, or without a label a box that only scrolls.
    private static func region(label: [UInt8]) -> [UInt8] {
        guard !label.isEmpty else { return Array("<div class=\"table\" tabindex=\"0\">\n".utf8) }
        var tag = Array("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"".utf8)
        HTMLEscaper.append(label.span, to: &tag)
        tag.append("\">\n")
        return tag
    }
}
