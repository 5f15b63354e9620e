extension DocumentBuilder {
    /// Writes text in which a pair of brackets may be a citation.
    ///
    /// Only brackets that were typed as such count; the innermost pair is tried, so that each byte is read once.
    mutating func writeTextWithBrackets(_ words: Span<UInt8>) {
        var start = 0
        for index in words.indices {
            let byte = words[index]
            guard byte == .openingBracket || byte == .closingBracket else { continue }
            write(words.extracting(start..<index))
            start = index
            guard cursor.isAt(byte) else { continue }
            if byte == .closingBracket, closeBracket() {
                start = index + 1
                cursor.pass(words.extracting(index..<index + 1))
            } else if byte == .openingBracket {
                abandonBracket()
                let leaf = cursor.position
                write(words.extracting(index..<index + 1))
                start = index + 1
                openBracket = OpenBracket(
                    html: output.html.count - 1,
                    plain: output.plain.count - 1,
                    leaf: leaf,
                    depth: inlineDepth
                )
            }
        }
        write(words.extracting(start..<words.count))
    }

    private mutating func write(_ words: Span<UInt8>) {
        output.append(words: words)
        cursor.pass(words)
    }

    /// Makes a citation group of what stands since the open bracket; false when it is none and stays text.
    private mutating func closeBracket() -> Bool {
        guard let bracket = openBracket, bracket.depth == inlineDepth else { return false }
        openBracket = nil
        guard output.plain[(bracket.plain + 1)...].contains(.at) else { return false }
        let range = fileRange(inLeaf: bracket.leaf..<cursor.position + 1)
        guard let citations = citations(since: bracket) else {
            // As it is typed: a backslash says that an `@` is meant as such.
            let typed = cursor.leaf.bytes[(bracket.leaf + 1)..<cursor.position]
            if CitationSyntax.looksMeant(typed) { malformedCitations.append(range) }
            return false
        }
        output.truncate(htmlTo: bracket.html, plainTo: bracket.plain)
        output.append(.citation(citationGroups.count))
        citationGroups.append(CitationGroup(citations: citations, range: range))
        return true
    }

    /// Gives up an opening bracket whose closing one is missing or stands where it cannot end a citation.
    mutating func abandonBracket() {
        guard let bracket = openBracket else { return }
        openBracket = nil
        let start = bracket.leaf + 1
        guard !cursor.isLost, start < cursor.position,
            let count = CitationSyntax.openingCount(of: cursor.leaf.bytes[start..<cursor.position])
        else { return }
        malformedCitations.append(fileRange(inLeaf: bracket.leaf..<(start + count)))
    }

    /// The citations that stand since an open bracket, with their places; nil when it holds something else, or when an id is not
    /// in the text as such, because part of it was escaped.
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
        guard text[position] == .at, text[position - 1] != .backslash else { return false }
        return text[position..<min(position + wanted.count, cursor.position)].elementsEqual(wanted)
    }
}
