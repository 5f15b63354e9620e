/// HTML with holes, and the plain text that shows in it.
///
/// Both are written side by side, so that a range of the plain text can be found again in the HTML.
struct RenderedText: Sendable {
    /// A place in the HTML that is filled when a page is made.
    enum Hole {
        /// A group of citations, by its index.
        case citation(Int)
        /// The start of a mention, by its index.
        case mention(Int)
        /// The end of a mention.
        case mentionEnd
        /// The start of a link to a record, by its index.
        case linkOpening(Int)
        /// The end of a link to a record, by its index.
        case linkClosing(Int)
        /// A medium, by the index of its image.
        case image(Int)
    }

    /// A piece of plain text that is contiguous in the HTML, where it is escaped.
    struct Run {
        var plain: Int
        var html: Int
        var count: Int
    }

    private(set) var html: [UInt8] = []
    private(set) var holes: [(offset: Int, hole: Hole)] = []
    private(set) var plain: [UInt8] = []
    private(set) var runs: [Run] = []

    /// The end of the last run in the HTML. Words written there extend the run.
    private var runEnd = -1
    /// The separator before the next words.
    private var separator: UInt8?
    private var leafStart = 0
    private var leafSeparator: UInt8?
    private var hasWords = false
    private var followsHole = false

    /// Makes an empty text with room for what a Markdown text of this size usually gives.
    init(sourceCount: Int) {
        html.reserveCapacity(sourceCount + sourceCount / 4 + 64)
        plain.reserveCapacity(sourceCount)
        runs.reserveCapacity(sourceCount / 128 + 8)
    }

    // MARK: HTML

    /// Writes markup.
    mutating func append(_ tag: StaticString) { html.append(tag) }
    /// Writes generated markup.
    mutating func append(_ bytes: some Sequence<UInt8>) { html.append(contentsOf: bytes) }
    /// Writes text that does not show: attributes, raw HTML.
    mutating func append(_ bytes: Span<UInt8>) { html.append(bytes) }
    /// Writes an attribute's text, escaped.
    mutating func appendEscaped(_ bytes: Span<UInt8>) { HTMLEscaper.append(bytes, to: &html) }
    /// Writes an address, percent-encoded and escaped.
    mutating func append(address: [UInt8]) { HTMLEscaper.append(address: address, to: &html) }

    /// Goes to a new line of the HTML.
    mutating func startLine() {
        if let last = html.last, last != .lineFeed { html.append(.lineFeed) }
    }

    /// Writes a hole.
    mutating func append(_ hole: Hole) {
        holes.append((html.count, hole))
        runEnd = -1
        if case .citation = hole { followsHole = true }
    }

    /// Removes the end of a mention if it is the last hole. Returns whether it was.
    mutating func reopenMention() -> Bool {
        guard let last = holes.last, case .mentionEnd = last.hole else { return false }
        holes.removeLast()
        return true
    }

    /// Whether at most one blank lies between the last hole and an offset.
    func isRight(behindHoleAt offset: Int) -> Bool {
        guard let last = holes.last else { return false }
        let between = html[Range(from: last.offset, to: offset)]
        return between.isEmpty || between.elementsEqual([.space])
    }

    /// Inserts markup at an offset. Everything before the offset keeps its place.
    mutating func insert(_ markup: [UInt8], at offset: Int) {
        html.insert(contentsOf: markup, at: offset)
        for index in holes.indices.reversed() {
            guard holes[index].offset >= offset else { break }
            holes[index].offset += markup.count
        }
        for index in runs.indices.reversed() {
            guard runs[index].html >= offset else { break }
            runs[index].html += markup.count
        }
        runEnd = -1
    }

    // MARK: Words

    /// Begins a leaf, which has a line of its own in the plain text.
    mutating func startLeaf() {
        leafStart = plain.count
        leafSeparator = separator
        hasWords = false
        followsHole = false
    }

    /// Ends a leaf, and sets the separator before the next one.
    mutating func endLeaf(separator next: UInt8 = .lineFeed) {
        if hasWords {
            while plain.count > leafStart, plain.last == .space { dropLastOfPlain() }
            separator = next
        } else if separator != nil, next == .lineFeed {
            separator = next
        }
        runEnd = -1
        followsHole = false
    }

    /// The words of the leaf so far.
    var leafWords: ArraySlice<UInt8> {
        hasWords ? plain[(leafStart + (leafSeparator == nil ? 0 : 1))...] : []
    }

    /// Removes the words of the leaf from the plain text, not from the HTML.
    mutating func forgetLeafWords() { truncatePlain(to: leafStart) }

    /// Writes words, escaped.
    mutating func append(words: Span<UInt8>) {
        guard !words.isEmpty else { return }
        var start = 0
        if followsHole || !hasWords {
            // A citation leaves no hole in the plain text: of the blanks around it one stays, before words.
            if followsHole, hasWords, plain.last == .space, Self.closesWords(words[0]) { dropLastOfPlain() }
            while !hasWords, start < words.count, words[start] == .space {
                html.append(.space)
                start += 1
            }
            followsHole = false
            guard start < words.count else { return }
            beginWords()
        }
        if runEnd != html.count || runs.last.map({ $0.plain + $0.count != plain.count }) ?? true {
            runs.append(Run(plain: plain.count, html: html.count, count: 0))
        }
        let shown = words.extracting(start..<words.count)
        HTMLEscaper.append(shown, to: &html)
        plain.append(shown)
        runs[runs.count - 1].count += shown.count
        runEnd = html.count
    }

    /// Writes a line end, which is a blank in the plain text.
    mutating func appendLineFeed() {
        if hasWords, !(followsHole && plain.last == .space) {
            if runEnd != html.count { runs.append(Run(plain: plain.count, html: html.count, count: 0)) }
            plain.append(.space)
            runs[runs.count - 1].count += 1
            runEnd = html.count + 1
        }
        html.append(.lineFeed)
    }

    /// Writes lines of code, which are one line in the plain text.
    mutating func append(lines: Span<UInt8>) {
        var start = 0
        for index in lines.indices where lines[index] == .lineFeed {
            append(words: lines.extracting(start..<index))
            appendLineFeed()
            start = index + 1
        }
        append(words: lines.extracting(start..<lines.count))
    }

    /// Cuts both texts back to earlier lengths.
    mutating func truncate(htmlTo htmlCount: Int, plainTo plainCount: Int) {
        html.removeLast(max(0, html.count - htmlCount))
        truncatePlain(to: plainCount)
    }

    private mutating func beginWords() {
        guard !hasWords else { return }
        hasWords = true
        if let separator { plain.append(separator) }
        separator = nil
    }

    private mutating func truncatePlain(to count: Int) {
        var count = count
        if hasWords, count <= leafStart + (leafSeparator == nil ? 0 : 1) {
            hasWords = false
            separator = leafSeparator
            count = leafStart
        }
        plain.removeLast(max(0, plain.count - count))
        while let last = runs.last, last.plain >= count { runs.removeLast() }
        if let last = runs.last { runs[runs.count - 1].count = min(last.count, count - last.plain) }
        runEnd = -1
    }

    private mutating func dropLastOfPlain() {
        plain.removeLast()
        guard let last = runs.last, last.plain + last.count > plain.count else { return }
        runs[runs.count - 1].count -= 1
        if last.count == 1 { runs.removeLast() }
        runEnd = -1
    }

    private static func closesWords(_ byte: UInt8) -> Bool {
        switch byte {
        case .space, .comma, .semicolon, .colon, .exclamation, .closingParenthesis, UInt8(ascii: "."),
            UInt8(ascii: "?"):
            true
        default: false
        }
    }
}
