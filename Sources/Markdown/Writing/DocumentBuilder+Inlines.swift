extension DocumentBuilder {
    mutating func enterInline(_ node: CmarkNode, _ kind: CmarkNode.Kind) -> Bool {
        switch kind {
        case .text:
            node.withLiteral { writeText($0) }
            return false
        case .softBreak, .lineBreak:
            writeLineBreak(isHard: kind == .lineBreak)
            return false
        case .code:
            writeCodeSpan(node)
            return false
        case .inlineHTML:
            writeInlineHTML(node)
            return false
        case .emphasis, .strong:
            open.inlineDepth += 1
            leaf.search?.open()
            openEmphasis()
            cursor.passDelimiter(length: kind == .strong ? 2 : 1)
            if open.image == nil { output.append(kind == .strong ? "<strong>" : "<em>") }
        case .link: enterLink(node)
        case .image: enterImage(node)
        case _: break
        }
        return true
    }

    mutating func leaveInline(_ node: CmarkNode, _ kind: CmarkNode.Kind) {
        switch kind {
        case .emphasis, .strong:
            open.inlineDepth -= 1
            if let bracket = open.bracket, bracket.depth > open.inlineDepth { abandonBracket() }
            leaf.search?.close()
            closeEmphasis(length: kind == .strong ? 2 : 1)
            cursor.passDelimiter(length: kind == .strong ? 2 : 1)
            if open.image == nil { output.append(kind == .strong ? "</strong>" : "</em>") }
        case .link: leaveLink(node)
        case .image: leaveImage(node)
        case _: break
        }
    }

    private mutating func writeText(_ words: Span<UInt8>) {
        if open.image != nil {
            open.image?.alternative.append(words)
            cursor.pass(words)
        } else if cursor.isLost || leaf.marks.isDisjoint(with: .inText) {
            output.append(words: words)
            cursor.pass(words)
        } else {
            writeTextWithMarks(words)
        }
    }

    private mutating func writeLineBreak(isHard: Bool) {
        cursor.passLineBreak()
        if open.image != nil {
            open.image?.alternative.append(.space)
            return
        }
        if isHard {
            abandonBracket()
            output.append("<br />")
        }
        output.appendLineFeed()
    }

    private mutating func writeCodeSpan(_ node: CmarkNode) {
        abandonBracket()
        cursor.passCode()
        node.withLiteral { code in
            if open.image != nil {
                open.image?.alternative.append(code)
            } else {
                output.append("<code>")
                output.append(words: code)
                output.append("</code>")
            }
        }
    }

    private mutating func writeInlineHTML(_ node: CmarkNode) {
        abandonBracket()
        node.withLiteral { html in
            let range = cursor.passHTML(html)
            if open.image != nil {
                open.image?.alternative.append(html)
            } else if dialect.allowsRawHTML {
                output.append(html)
            } else {
                drop(.rawHTML, Array(html), range: fileRange(inLeaf: range))
            }
        }
    }

    // MARK: Asterisks in words

    private mutating func openEmphasis() {
        guard leaf.marks.contains(.inWord), leaf.search == nil else { return }
        leaf.emphases.append(OpenEmphasis(start: cursor.position, isInWord: isRowInWord(at: cursor.position)))
    }

    /// Reports a probably accidental emphasis: one of its rows of asterisks stands inside a word.
    private mutating func closeEmphasis(length: Int) {
        guard leaf.marks.contains(.inWord), leaf.search == nil, let opening = leaf.emphases.popLast(),
            !cursor.isLost
        else {
            return
        }
        let isInWord = isRowInWord(at: cursor.position)
        guard opening.isInWord || isInWord, leaf.emphases.last?.isInWord != true else { return }
        let kind = SyntaxIssue.Kind.emphasisInWord(
            inQuotation: open.quoteDepth > 0,
            onBothSides: opening.isInWord && isInWord
        )
        note(kind, inLeaf: Range(from: opening.start, to: cursor.position + length))
    }

    private func isRowInWord(at position: Int) -> Bool {
        let text = cursor.leaf.bytes
        guard !cursor.isLost, position < text.count, text[position] == .asterisk else { return false }
        var (start, end) = (position, position)
        while start > 0, text[start - 1] == .asterisk { start -= 1 }
        while end < text.count, text[end] == .asterisk { end += 1 }
        return start > 0 && end < text.count && LeafMarks.isWord(text[start - 1])
            && LeafMarks.isWord(text[end])
    }
}
