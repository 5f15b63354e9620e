/// A cursor that follows libcmark's inline nodes through the Markdown they came from, and finds the bytes of
/// each.
///
/// libcmark says what the text means, not where it stands. But its nodes come in the order of the text, and between
/// them stand only delimiters; so the place of each follows from the place of the one before.
struct SourceCursor {
    /// The Markdown of the block.
    var leaf = LeafText()
    /// The offset of the next byte in `leaf`.
    private(set) var position = 0
    /// Whether the position is unknown: the text did not fit the nodes, or nothing is followed.
    private(set) var isLost = true
    /// Whether the link entered last is an autolink, where a backslash escapes nothing.
    private var isInAutolink = false

    private var text: [UInt8] { leaf.bytes }

    /// Starts at an offset of a new leaf.
    mutating func start(at offset: Int) {
        position = offset
        isLost = false
        isInAutolink = false
    }

    /// Follows nothing until the next start.
    mutating func stop() { isLost = true }

    /// Whether the next byte is this one, typed literally and not as an escape or entity.
    func isAt(_ byte: UInt8) -> Bool { !isLost && position < text.count && text[position] == byte }

    /// Passes the delimiter that opens or closes emphasis.
    mutating func passDelimiter(length: Int) {
        guard !isLost else { return }
        isLost = !(isAt(UInt8(ascii: "*")) || isAt(UInt8(ascii: "_")))
        position = min(position + length, text.count)
    }

    /// Passes the end of a line, with the blanks or the backslash of a hard break.
    mutating func passLineBreak() {
        guard !isLost else { return }
        while position < text.count, text[position].isBlank || text[position] == .backslash { position += 1 }
        if isAt(.lineFeed) { position += 1 }
        while position < text.count, text[position].isBlank { position += 1 }
    }

    /// Passes the text of a node, given with its escapes and entities resolved.
    mutating func pass(_ words: Span<UInt8>) {
        guard !isLost else { return }
        let isAtLineStart = position == 0 || text[position - 1] == .lineFeed
        var index = 0
        while !isLost, index < words.count {
            let count = equalCount(words, from: index)
            position += count
            index += count
            guard index < words.count else { return }
            passUnequal(words, at: &index, isAtLineStart: isAtLineStart)
            // The text that libcmark made of an entity may be shorter than its first byte announces.
            position = min(position, text.count)
        }
    }

    /// The number of bytes from an index on that were typed literally: nearly always all of them.
    private func equalCount(_ words: Span<UInt8>, from index: Int) -> Int {
        let typed = leaf.bytes.span
        let limit = max(0, min(words.count - index, typed.count - position))
        let rest = words.extracting(index..<index + limit)
        if rest.equals(typed.extracting(position..<position + limit)),
            !rest.holds(.backslash, or: .ampersand)
        {
            return limit
        }
        var count = 0
        while count < limit {
            let byte = words[index + count]
            guard byte == typed[position + count], byte != .backslash, byte != .ampersand else { break }
            count += 1
        }
        return count
    }

    /// Passes an escape or an entity, or else searches further on.
    private mutating func passUnequal(_ words: Span<UInt8>, at index: inout Int, isAtLineStart: Bool) {
        if isAtLineStart, isMarker(words[index]) {
            index += 1
        } else if position == text.count {
            isLost = true
        } else if isEscape(of: words[index]) {
            position += 2
            index += 1
        } else if isAt(.ampersand), let entity = Entity(in: text, at: position) {
            let length = entity.length(in: words, at: index)
            position += length == 0 ? 1 : entity.typedLength
            index += max(length, 1)
        } else if isAt(words[index]) {
            position += 1
            index += 1
        } else {
            resume(at: words, from: index)
            index = words.count
        }
    }

    private func isEscape(of byte: UInt8) -> Bool {
        isAt(.backslash) && !isInAutolink && position + 1 < text.count && text[position + 1] == byte
            && byte.isPunctuation
    }

    /// Whether a byte at the start of a line is in libcmark's text and not in the leaf: the indentation of a
    /// lazy line, or a `>` indented so far that it is a word.
    private func isMarker(_ byte: UInt8) -> Bool {
        guard byte == .greater || byte.isBlank, !isAt(byte), !isEscape(of: byte) else { return false }
        guard isAt(.ampersand), let entity = Entity(in: text, at: position) else { return true }
        return !entity.canMean(byte)
    }

    /// Passes a code span with its backticks.
    mutating func passCode() {
        var index = position
        while index < text.count, text[index] == .backtick { index += 1 }
        let length = index - position
        while !isLost, length > 0, index < text.count {
            var run = 0
            while index + run < text.count, text[index + run] == .backtick { run += 1 }
            index += max(run, 1)
            if run == length {
                position = index
                return
            }
        }
        isLost = true
    }

    /// Passes raw HTML and returns its range.
    mutating func passHTML(_ html: Span<UInt8>) -> Range<Int> {
        let start = position
        for index in 0..<html.count where !isLost {
            guard isAt(html[index]) else {
                if html[index].isBlank || html[index] == .greater { continue }
                isLost = true
                break
            }
            position += 1
        }
        return Range(from: start, to: position)
    }

    /// Passes `[`, `![` or `<`.
    mutating func passLinkOpening(isImage: Bool) {
        guard !isLost else { return }
        isInAutolink = isAt(.less)
        isLost = !(isInAutolink || isAt(isImage ? .exclamation : .openingBracket))
        position = min(position + (isImage ? 2 : 1), text.count)
    }

    /// Passes the end of a link or image opened at `start`. Returns the range of its address; nil for a
    /// reference.
    mutating func passLinkClosing(openedAt start: Int) -> Range<Int>? {
        if isInAutolink, isAt(.greater) {
            isInAutolink = false
            position += 1
            return Range(from: start + 1, to: position - 1)
        }
        guard isAt(.closingBracket) else {
            isLost = true
            return nil
        }
        let tail = LinkSyntax.tail(in: text, closingBracket: position)
        position = tail.end
        return tail.address
    }

    /// Searches further on for words that are not at the position. If they are nowhere, the cursor is lost.
    private mutating func resume(at words: Span<UInt8>, from index: Int) {
        guard index < words.count else { return isLost = true }
        let wanted = words.extracting(index..<min(index + 16, words.count))
        var start = position
        while start + wanted.count <= text.count {
            var length = 0
            while length < wanted.count, text[start + length] == wanted[length] { length += 1 }
            if length == wanted.count {
                position = start + words.count - index
                isLost = position > text.count
                position = min(position, text.count)
                return
            }
            start += 1
        }
        isLost = true
    }
}
