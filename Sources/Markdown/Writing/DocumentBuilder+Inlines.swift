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
            inlineDepth += 1
            cursor.passDelimiter(length: kind == .strong ? 2 : 1)
            if openImage == nil { output.append(kind == .strong ? "<strong>" : "<em>") }
        case .link: enterLink(node)
        case .image: enterImage(node)
        case _: break
        }
        return true
    }

    mutating func leaveInline(_ node: CmarkNode, _ kind: CmarkNode.Kind) {
        switch kind {
        case .emphasis, .strong:
            inlineDepth -= 1
            if let bracket = openBracket, bracket.depth > inlineDepth { abandonBracket() }
            cursor.passDelimiter(length: kind == .strong ? 2 : 1)
            if openImage == nil { output.append(kind == .strong ? "</strong>" : "</em>") }
        case .link: leaveLink(node)
        case .image: leaveImage(node)
        case _: break
        }
    }

    private mutating func writeText(_ words: Span<UInt8>) {
        if openImage != nil {
            openImage?.alternative.append(words)
            cursor.pass(words)
        } else if cursor.isLost || !options.readsCitations || openLink != nil
            || !words.holds(.openingBracket, or: .closingBracket)
        {
            output.append(words: words)
            cursor.pass(words)
        } else {
            writeTextWithBrackets(words)
        }
    }

    private mutating func writeLineBreak(isHard: Bool) {
        cursor.passLineBreak()
        if openImage != nil {
            openImage?.alternative.append(.space)
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
            if openImage != nil {
                openImage?.alternative.append(code)
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
            if openImage != nil {
                openImage?.alternative.append(html)
            } else if options.allowsRawHTML {
                output.append(html)
            } else {
                drop(.rawHTML, Array(html), range: fileRange(inLeaf: range))
            }
        }
    }
}
