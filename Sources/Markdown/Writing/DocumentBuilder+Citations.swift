extension DocumentBuilder {
    /// The meaning of a pair of brackets.
    private enum Brackets {
        /// A group of citations, which was written.
        case citation
        /// The locator of the mention before it.
        case place
        /// Words.
        case text
    }

    /// Passes a bracket, which may open or close a citation. The innermost pair is tried, so that each byte is read once.
    mutating func passBracket(_ words: Span<UInt8>, _ start: inout Int, at index: Int) -> Int {
        guard leaf.marks.contains(.brackets), dialect.readsNewsroomSyntax, open.link == nil else {
            return index + 1
        }
        let byte = words[index]
        if start < index { write(words.extracting(start..<index)) }
        start = index
        guard cursor.isAt(byte) else { return index + 1 }
        guard byte == .closingBracket else {
            abandonBracket()
            let leaf = cursor.position
            write(words.extracting(index..<index + 1))
            start = index + 1
            open.bracket = OpenBracket(
                html: output.html.count - 1,
                plain: output.plain.count - 1,
                leaf: leaf,
                depth: open.inlineDepth,
                mentions: parts.mentions.count,
                links: parts.links.count
            )
            return start
        }
        switch closeBracket() {
        case .citation:
            cursor.pass(words.extracting(index..<index + 1))
            start = index + 1
        case .place:
            write(words.extracting(index..<index + 1))
            output.append(.mentionEnd)
            start = index + 1
        case .text: break
        }
        return index + 1
    }

    /// Makes a citation group of the words since the open bracket, if they are one.
    private mutating func closeBracket() -> Brackets {
        guard let bracket = open.bracket, bracket.depth == open.inlineDepth else { return .text }
        open.bracket = nil
        // A range: a slice would make the next append copy the words.
        let words = Range(from: bracket.plain + 1, to: output.plain.count)
        let range = Range(from: bracket.leaf, to: cursor.position + 1)
        // The text as typed: a backslash before an `@` makes it literal.
        let typed = cursor.leaf.bytes[Range(from: bracket.leaf + 1, to: cursor.position)]
        let hasMark = output.plain[words].contains(.at) || typed.contains(CitationSyntax.wideAt[0])
        if hasMark, let citations = citations(since: bracket) {
            forgetMentions(since: bracket)
            parts.links.removeLast(max(0, parts.links.count - bracket.links))
            output.truncate(htmlTo: bracket.html, plainTo: bracket.plain)
            output.append(.citation(parts.citationGroups.count))
            parts.citationGroups.append(
                CitationGroup(citations: citations, range: fileRange(inLeaf: range))
            )
            return .citation
        }
        if hasMark, CitationSyntax.looksMeant(typed) {
            forgetMentions(since: bracket)
            parts.malformedCitations.append(fileRange(inLeaf: range))
            return .text
        }
        if reportForeign(typed, range) || words.isEmpty { return .text }
        return addPlace(words, bracket, range) ? .place : .text
    }

    private mutating func forgetMentions(since bracket: OpenBracket) {
        parts.mentions.removeLast(max(0, parts.mentions.count - bracket.mentions))
    }

    /// Reports `[^1]`, `^[words]` and `[[words]]`, which mean something in other dialects.
    private mutating func reportForeign(_ typed: ArraySlice<UInt8>, _ range: Range<Int>) -> Bool {
        guard dialect.readsExtensions else { return false }
        let text = cursor.leaf.bytes
        let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : .space
        let isNote = typed.first == .caret && typed.count > 1 && typed.dropFirst().first?.isBlank == false
        if isNote || before == .caret {
            note(.footnote, inLeaf: range)
            return true
        }
        if before == .openingBracket, range.upperBound < text.count,
            text[range.upperBound] == .closingBracket,
            range.lowerBound < 2 || text[range.lowerBound - 2] != .backslash
        {
            note(.wikiLink, inLeaf: Range(from: range.lowerBound - 1, to: range.upperBound + 1))
            return true
        }
        return false
    }

    /// Adds the words of a bracket to the mention before it, as its locator: `@id [p. 33]`.
    private mutating func addPlace(_ words: Range<Int>, _ bracket: OpenBracket, _ range: Range<Int>) -> Bool {
        guard let mention = parts.mentions.last, mention.position == .text,
            parts.mentions.count == bracket.mentions,
            output.isRight(behindHoleAt: bracket.html), output.reopenMention()
        else { return false }
        let place = fileRange(inLeaf: range)
        parts.mentions[parts.mentions.count - 1].citation = Citation(
            id: mention.citation.id,
            locator: String(decoding: output.plain[words], as: UTF8.self),
            prefix: nil,
            range: mention.citation.range
        )
        parts.mentions[parts.mentions.count - 1].range = Range(
            from: mention.range.lowerBound,
            to: place.upperBound
        )
        return true
    }

    /// Drops an open bracket that no closing bracket can make a citation.
    mutating func abandonBracket() {
        guard let bracket = open.bracket else { return }
        open.bracket = nil
        let start = bracket.leaf + 1
        guard !cursor.isLost, start < cursor.position,
            let count = CitationSyntax.openingCount(of: cursor.leaf.bytes[start..<cursor.position])
        else { return }
        forgetMentions(since: bracket)
        parts.malformedCitations.append(fileRange(inLeaf: bracket.leaf..<(start + count)))
    }

    /// The citations since an open bracket, with their ranges; nil if the words are something else, or if
    /// part of an id was escaped.
    private func citations(since bracket: OpenBracket) -> [Citation]? {
        let words = output.plain
        guard let items = CitationSyntax.items(in: words[(bracket.plain + 1)...]) else { return nil }
        func text(_ range: Range<Int>) -> String { String(decoding: words[range], as: UTF8.self) }
        var position = bracket.leaf
        var citations: [Citation] = []
        citations.reserveCapacity(items.count)
        for item in items {
            // The `@` stands before the id in the words too.
            let wanted = words[item.id.lowerBound - 1..<item.id.upperBound]
            while position < cursor.position, !isTyped(wanted, at: position) { position += 1 }
            guard position < cursor.position else { return nil }
            let end = position + wanted.count
            citations.append(
                Citation(
                    id: text(item.id),
                    locator: item.locator.map(text),
                    prefix: item.prefix.map(text),
                    range: fileRange(inLeaf: position..<end)
                )
            )
            position = end
        }
        return citations
    }

    private func isTyped(_ wanted: ArraySlice<UInt8>, at position: Int) -> Bool {
        let text = cursor.leaf.bytes
        guard text[position] == .at, position == 0 || text[position - 1] != .backslash else { return false }
        return text[Range(from: position, to: min(position + wanted.count, cursor.position))].elementsEqual(
            wanted
        )
    }
}
