/// The marks of Assay's own syntax in text: citations, mentions, struck text, tasks, addresses without
/// brackets.
///
/// Only marks typed literally count, not escapes or entities. Each byte is read once.
extension DocumentBuilder {
    mutating func writeTextWithMarks(_ words: Span<UInt8>) {
        var start = passTask(words)
        var index = start
        let stops = leaf.marks.bytes
        while true {
            index = words.firstIndex(from: index, of: stops)
            guard index < words.count else { break }
            switch words[index] {
            case .openingBracket, .closingBracket: index = passBracket(words, &start, at: index)
            case .tilde: index = passTildes(words, &start, at: index)
            case .at: index = passAt(words, &start, at: index)
            case .equals: index = passEquals(words, &start, at: index)
            case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "w"), UInt8(ascii: "W"):
                index = passAddress(words, &start, at: index)
            default: index += 1
            }
        }
        write(words.extracting(start..<words.count))
    }

    /// Writes words and follows them.
    mutating func write(_ words: Span<UInt8>) {
        output.append(words: words)
        cursor.pass(words)
    }

    /// Writes the words before a mark. Returns whether the mark was typed literally.
    private mutating func isTyped(_ words: Span<UInt8>, _ start: inout Int, at index: Int) -> Bool {
        if start < index { write(words.extracting(start..<index)) }
        start = index
        return cursor.isAt(words[index])
    }

    // MARK: Tasks

    /// Passes the box of a task, `[ ] words` at the start of an item. It becomes a character, because a
    /// disabled control has no name for a screen reader.
    private mutating func passTask(_ words: Span<UInt8>) -> Int {
        guard let place = leaf.taskStart else { return 0 }
        leaf.taskStart = nil
        guard place == cursor.position, words.count > 3, words[0] == .openingBracket,
            words[2] == .closingBracket, words[3].isBlank, isTyped(words.extracting(0..<3))
        else { return 0 }
        switch words[1] {
        case .space: output.append(words: Self.emptyBox.span)
        case UInt8(ascii: "x"), UInt8(ascii: "X"): output.append(words: Self.tickedBox.span)
        default: return 0
        }
        cursor.pass(words.extracting(0..<3))
        return 3
    }

    private static let emptyBox = Array("\u{2610}".utf8)
    private static let tickedBox = Array("\u{2611}".utf8)

    /// Whether the next words were typed literally.
    private func isTyped(_ words: Span<UInt8>) -> Bool {
        let text = cursor.leaf.bytes
        guard !cursor.isLost, cursor.position + words.count <= text.count else { return false }
        return text.span.extracting(cursor.position..<cursor.position + words.count).equals(words)
    }

    // MARK: Struck text

    private mutating func passTildes(_ words: Span<UInt8>, _ start: inout Int, at index: Int) -> Int {
        guard leaf.marks.contains(.tildes), isTyped(words, &start, at: index) else { return index + 1 }
        let position = cursor.position
        if let container = leaf.search.map({ $0.containers.last ?? 0 }) {
            let row = StrikeSyntax.row(in: cursor.leaf.bytes, at: position, container: container)
            leaf.search?.rows.append(row)
            start = min(index + row.length, words.count)
            write(words.extracting(index..<start))
            return start
        }
        guard let isOpening = leaf.strikes[position], index + 1 < words.count else { return index + 1 }
        cursor.pass(words.extracting(index..<index + 2))
        open.inlineDepth += isOpening ? 1 : -1
        if let bracket = open.bracket, bracket.depth > open.inlineDepth { abandonBracket() }
        output.append(isOpening ? "<del>" : "</del>")
        start = index + 2
        return start
    }

    private mutating func passEquals(_ words: Span<UInt8>, _ start: inout Int, at index: Int) -> Int {
        guard leaf.marks.contains(.equals), isTyped(words, &start, at: index) else { return index + 1 }
        var end = index
        while end < words.count, words[end] == .equals { end += 1 }
        if end - index == 2 { leaf.highlights.append(cursor.position) }
        return end
    }

    // MARK: Addresses

    private mutating func passAddress(_ words: Span<UInt8>, _ start: inout Int, at index: Int) -> Int {
        guard leaf.marks.contains(.addresses), open.link == nil, dialect.readsExtensions,
            let end = BareAddress.end(in: words, at: index)
        else { return index + 1 }
        let isTyped = isTyped(words, &start, at: index)
        let text = cursor.leaf.bytes
        let before = cursor.position > 0 && cursor.position <= text.count ? text[cursor.position - 1] : .space
        let isWeb = words[index] | 0x20 == UInt8(ascii: "w")
        let isApart =
            isWeb
            ? before.isBlankOrLineEnd || before >= 0x80 || "*_~([\"'>".utf8.contains(before)
            : !(before.isLetter || before.isDigit)
        let prefix = words.extracting(index..<index + BareAddress.prefixLength(in: words, at: index))
        guard isTyped, isApart, self.isTyped(prefix),
            let end = endBeforeStrike(words, address: index..<end)
        else { return index + 1 }
        writeLink(words.extracting(index..<end), scheme: isWeb ? "http://" : "")
        start = end
        return end
    }

    /// The end of an address, cut where struck text begins or ends.
    private func endBeforeStrike(_ words: Span<UInt8>, address: Range<Int>) -> Int? {
        if leaf.strikes.isEmpty { return address.upperBound }
        var ahead = cursor
        var passed = address.lowerBound
        for index in address where words[index] == .tilde {
            ahead.pass(words.extracting(passed..<index))
            passed = index
            if ahead.isAt(.tilde), leaf.strikes[ahead.position] != nil {
                return BareAddress.end(in: words.extracting(0..<index), at: address.lowerBound)
            }
        }
        return address.upperBound
    }

    private mutating func writeLink(_ words: Span<UInt8>, scheme: String) {
        let address = Array(scheme.utf8) + Array(words)
        let from = cursor.position
        output.append("<a href=\"")
        output.append(address: address)
        output.append("\">")
        write(words)
        output.append("</a>")
        parts.links.append(
            Link(
                address: String(decoding: address, as: UTF8.self),
                range: fileRange(inLeaf: Range(from: from, to: cursor.position))
            )
        )
    }

    // MARK: Mentions and mail

    private mutating func passAt(_ words: Span<UInt8>, _ start: inout Int, at index: Int) -> Int {
        guard leaf.marks.contains(.ats), open.link == nil else { return index + 1 }
        if dialect.readsExtensions, let mail = BareAddress.mail(in: words, at: index, from: start) {
            _ = isTyped(words, &start, at: mail.lowerBound)
            guard isTyped(words.extracting(mail)) else { return index + 1 }
            writeLink(words.extracting(mail), scheme: "mailto:")
            start = mail.upperBound
            return start
        }
        guard dialect.readsNewsroomSyntax, isTyped(words, &start, at: index),
            let found = MentionSyntax(in: cursor.leaf.bytes, at: cursor.position),
            index + found.length <= words.count, isTyped(words.extracting(index..<index + found.length))
        else { return index + 1 }
        writeMention(words.extracting(index..<index + found.length), isApart: found.isApart)
        start = index + found.length
        return start
    }

    private mutating func writeMention(_ words: Span<UInt8>, isApart: Bool) {
        let position: Mention.Position =
            open.quoteDepth > 0 ? .quotation : open.bracket != nil ? .brackets : isApart ? .text : .attached
        let range = fileRange(inLeaf: Range(from: cursor.position, to: cursor.position + words.count))
        if position == .text { output.append(.mention(parts.mentions.count)) }
        write(words)
        if position == .text { output.append(.mentionEnd) }
        let id = String(decoding: Array(words).dropFirst(), as: UTF8.self)
        let citation = Citation(id: id, locator: nil, prefix: nil, range: range)
        parts.mentions.append(Mention(citation: citation, position: position, range: range))
    }
}
