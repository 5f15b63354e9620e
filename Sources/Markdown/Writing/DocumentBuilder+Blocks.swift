extension DocumentBuilder {
    mutating func enterBlock(_ node: CmarkNode, _ kind: CmarkNode.Kind) -> Bool {
        if open.blockDepth == 0 {
            open.block = OpenBlock(html: output.html.count, plain: output.plain.count)
        }
        open.blockDepth += 1
        switch kind {
        case .blockQuote:
            open.quoteDepth += 1
            output.startLine()
            output.append("<blockquote>\n")
        case .list:
            reportNumbers(of: node)
            output.startLine()
            openList(node)
        case .item:
            output.startLine()
            output.append("<li>")
        case .paragraph:
            if tables.next < tables.tables.count, tables.tables[tables.next].paragraph == node {
                writeTable(tables.tables[tables.next])
                tables.next += 1
                endBlock(node, kind)
                return false
            }
            openParagraph(node)
        case .heading:
            output.startLine()
            open.heading = output.html.count
            startLeaf(node)
        case .codeBlock:
            writeCode(node)
            endBlock(node, kind)
            return false
        case .htmlBlock:
            writeHTML(node)
            endBlock(node, kind)
            return false
        case .thematicBreak:
            output.startLine()
            output.append("<hr />\n")
            endBlock(node, kind)
            return false
        case _: break
        }
        return true
    }

    mutating func leaveBlock(_ node: CmarkNode, _ kind: CmarkNode.Kind) {
        switch kind {
        case .blockQuote:
            open.quoteDepth -= 1
            output.startLine()
            output.append("</blockquote>\n")
        case .list: output.append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
        case .item: output.append("</li>\n")
        case .paragraph: closeParagraph(node)
        case .heading: closeHeading(node)
        case _: break
        }
        endBlock(node, kind)
    }

    private mutating func endBlock(_ node: CmarkNode, _ kind: CmarkNode.Kind) {
        open.blockDepth -= 1
        guard open.blockDepth == 0 else { return }
        // The separator from the block before belongs to neither.
        let hasSeparator = output.plain.count > open.block.plain && open.block.plain > 0
        let plain = (open.block.plain + (hasSeparator ? 1 : 0))..<output.plain.count
        let blockKind: MarkdownBlock.Kind =
            switch kind {
            case .blockQuote: .quotation(locator: open.block.locator)
            case .heading: .heading
            default: .other
            }
        let range = source.range(of: node)
        let words = range.lowerBound..<max(range.lowerBound, open.block.wordsEnd ?? range.upperBound)
        blocks.append(
            WrittenBlock(
                kind: blockKind,
                range: source.fileRange(range),
                wordsRange: source.fileRange(words),
                html: open.block.html..<output.html.count,
                plain: plain
            )
        )
    }

    // MARK: Leaves

    /// Begins the words of a paragraph or heading, and follows them if something in them needs its source
    /// range.
    private mutating func startLeaf(_ node: CmarkNode) {
        output.startLeaf()
        open.bracket = nil
        open.inlineDepth = 0
        leaf.taskStart = nil
        let lines = source.lines(node.startLine, through: node.endLine)
        leaf.line = source.line(lines.lowerBound)
        let range = leaf.line.lowerBound..<source.line(lines.upperBound - 1).upperBound
        leaf.marks = LeafMarks(in: source.bytes[range], among: textMarks)
        guard !leaf.marks.isEmpty else { return }
        cursor.leaf.read(node, in: source, quoteDepth: open.quoteDepth)
        let start = firstWord(of: node)
        startFollowing(node, at: start)
        guard leaf.marks.contains(.brackets), node.kind == .paragraph, node.previous == nil else { return }
        switch node.parent?.kind {
        case .item where dialect.readsExtensions: leaf.taskStart = start
        case .blockQuote where dialect.readsExtensions: reportAlert(at: start)
        default: break
        }
    }

    /// `[!NOTE]` on a line of its own.
    private mutating func reportAlert(at start: Int) {
        let text = cursor.leaf.bytes
        let line = text[min(start, text.count)...].prefix { $0 != .lineFeed }
        guard line.starts(with: "[!".utf8), let end = line.firstIndex(of: .closingBracket), end > start + 2,
            line[(start + 2)..<end].allSatisfy({ $0.isLetter })
        else { return }
        note(.alert, inLeaf: start..<end + 1)
    }

    /// The start of a leaf's words: after the hashes of a heading or the definitions of a paragraph.
    private func firstWord(of node: CmarkNode) -> Int {
        let text = cursor.leaf.bytes
        if node.kind == .heading, node.startLine == node.endLine {
            return text.drop { $0 == .hash }.firstIndex { !$0.isBlank } ?? text.count
        }
        return LinkSyntax.definitionsEnd(in: text)
    }

    private mutating func openParagraph(_ node: CmarkNode) {
        if isLocator(node) {
            output.startLine()
            output.append("<footer class=\"locator\">")
        } else if isFigures(node) {
            open.firstFigure = parts.images.count
            output.startLine()
            output.append("<div class=\"figures\">\n")
        } else if !isTight(node) {
            output.startLine()
            output.append("<p>")
        }
        startLeaf(node)
    }

    private mutating func closeParagraph(_ node: CmarkNode) {
        stopFollowing()
        if isLocator(node) {
            output.append("</footer>\n")
            output.endLeaf()
            // The quotation is at the top level if no other block is around the paragraph.
            if open.blockDepth == 2 {
                open.block.locator = Self.locator(in: output.leafWords)
                open.block.wordsEnd = node.previous.map(source.wordsEnd)
            }
            output.forgetLeafWords()
            return
        }
        if dialect.readsExtensions, output.leafWords.starts(with: ":::".utf8) {
            note([
                (
                    .fencedDivision,
                    source.line(source.lines(node.startLine, through: node.startLine).lowerBound)
                )
            ])
        }
        if dialect.readsExtensions, let line = firstDefinition(in: node) {
            note([(.definitionList, source.line(line))])
        }
        output.endLeaf()
        if let first = open.firstFigure {
            open.firstFigure = nil
            let row = parts.images[first...].compactMap { $0.medium?.id }
            for index in first..<parts.images.count { parts.images[index].row = row }
            output.startLine()
            output.append("</div>\n")
        } else if !isTight(node) {
            output.append("</p>\n")
        }
    }

    /// The longest first line of a paragraph that can be a term, in bytes.
    private static let longestTerm = 60

    /// The line of the first definition, if a paragraph is a short term above lines that all start with `: `.
    ///
    /// French prose has blanks before its colons too, but a line that is broken there is longer than a term.
    private func firstDefinition(in paragraph: CmarkNode) -> Int? {
        let start = paragraph.startLine
        guard open.blockDepth == 1, paragraph.endLine > start, source.line(start).count <= Self.longestTerm
        else { return nil }
        let below = source.lines(start + 1, through: paragraph.endLine).filter { number in
            source.bytes[source.line(number)].contains { !$0.isBlank }
        }
        guard let first = below.first, first > start else { return nil }
        let areDefinitions = below.allSatisfy { number in
            source.bytes[source.line(number)].drop { $0.isBlank }.starts(with: ": ".utf8)
        }
        return areDefinitions ? first : nil
    }

    private mutating func closeHeading(_ node: CmarkNode) {
        stopFollowing()
        output.endLeaf()
        let level = min(max(node.headingLevel, 1), 6)
        let text = String(decoding: output.leafWords, as: UTF8.self)
        let digit = UInt8(ascii: "0") + UInt8(level)
        if dialect.readsExtensions, text.hasSuffix("}"), text.contains("{#") || text.contains("{.") {
            note([(.headingAttribute, source.range(of: node))])
        }
        var opening = [.less, UInt8(ascii: "h"), digit]
        var anchor = ""
        if dialect.readsNewsroomSyntax {
            anchor = anchors.anchor(for: text)
            opening.append(" id=\"")
            opening.append(contentsOf: anchor.utf8)
            opening.append(.quotationMark)
        }
        opening.append(.greater)
        output.insert(opening, at: open.heading)
        output.append("</h")
        output.append(CollectionOfOne(digit))
        output.append(">\n")
        parts.headings.append(
            Heading(
                level: level,
                text: text,
                anchor: anchor,
                range: source.fileRange(source.range(of: node))
            )
        )
    }

    /// A paragraph in an item of a tight list has no tags of its own.
    private func isTight(_ paragraph: CmarkNode) -> Bool {
        guard let item = paragraph.parent, item.kind == .item else { return false }
        return item.parent?.isTightList ?? false
    }

    /// Reports a list that may be a sentence's last number, or a number with its sign, at the start of a line.
    private mutating func reportNumbers(of list: CmarkNode) {
        guard dialect.readsExtensions, let item = list.firstChild else { return }
        let isSingle = item.next == nil
        guard isSingle || (list.isOrderedList && list.listStart > 1) else { return }
        let range = source.range(of: item)
        // One line can hold thousands of nested lists, so only the start of each is looked at.
        let line = range.lowerBound..<min(range.upperBound, range.lowerBound + 80)
        let end = source.bytes[line].firstIndex { $0.isLineEnd } ?? line.upperBound
        let inQuotation = open.quoteDepth > 0
        let kind: SyntaxIssue.Kind
        if list.isOrderedList {
            kind = .numberedList(start: list.listStart, isSingle: isSingle, inQuotation: inQuotation)
        } else {
            let words = source.bytes[line].dropFirst().drop { $0.isBlank }
            guard words.first?.isDigit == true else { return }
            kind = .signBeforeNumber(inQuotation: inQuotation)
        }
        note([(kind, Range(from: range.lowerBound, to: end))])
    }

    private mutating func openList(_ node: CmarkNode) {
        if !node.isOrderedList {
            output.append("<ul>\n")
        } else if node.listStart == 1 {
            output.append("<ol>\n")
        } else {
            output.append("<ol start=\"\(node.listStart)\">\n".utf8)
        }
    }

    private mutating func writeCode(_ node: CmarkNode) {
        output.startLine()
        output.startLeaf()
        let info = node.fenceInfo
        let language = info.prefix { !$0.isBlankOrLineEnd }
        if dialect.readsExtensions, language.count < info.count {
            let lines = source.lines(node.startLine, through: node.startLine)
            note([(.fenceWords, source.line(lines.lowerBound))])
        }
        if info.isEmpty {
            output.append("<pre><code>")
        } else {
            output.append("<pre><code class=\"language-")
            output.appendEscaped(language.span)
            output.append("\">")
        }
        node.withLiteral { output.append(lines: $0) }
        output.endLeaf()
        output.append("</code></pre>\n")
    }

    private mutating func writeHTML(_ node: CmarkNode) {
        node.withLiteral { html in
            if dialect.allowsRawHTML {
                output.startLine()
                output.append(html)
                output.startLine()
                return
            }
            drop(.rawHTML, Array(html), range: source.fileRange(source.range(of: node)))
        }
    }
}
