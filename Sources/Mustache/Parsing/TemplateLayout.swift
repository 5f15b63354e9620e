/// The white space that belongs to tags that stand alone (Mustache specification, "standalone tags").
///
/// An ordinary tag stands alone when its line holds nothing else. A parent or a block does so as a whole: its
/// opening and closing tags may stand on one line, with other parents' and blocks' tags around them
/// (specification, `~inheritance`).
struct TemplateLayout {
    /// The most tags of parents and blocks on one line that are treated as a whole.
    private static let longestRow = 100

    private let bytes: [UInt8]
    private var tags: [TemplateTag]

    /// Sets `outer` and `indentation` of the tags that stand alone.
    static func apply(to tags: inout [TemplateTag], in bytes: [UInt8]) {
        var layout = TemplateLayout(bytes: bytes, tags: tags)
        for index in tags.indices where tags[index].kind.canStandAlone { layout.place(index) }
        tags = layout.tags
    }

    private mutating func place(_ index: Int) {
        let tag = tags[index]
        switch (tag.kind, tag.partner.map { tags[$0].kind }) {
        case (.parent, _): placeParent(index)
        case (.block, _): placeBlock(index)
        case (.close, .parent): break
        case (.close, .block): placeBlockClose(index)
        default:
            guard let start = lineStart(before: tag.range.lowerBound),
                let end = lineEnd(after: tag.range.upperBound)
            else { return }
            tags[index].outer = start..<end
            tags[index].indentation = start..<tag.range.lowerBound
        }
    }

    private mutating func placeParent(_ index: Int) {
        let tag = tags[index]
        guard let close = tag.partner, isFirst(index), let end = lineEnd(after: tags[close].range.upperBound)
        else { return }
        let start = lineStart(before: tag.range.lowerBound) ?? tag.range.lowerBound
        tags[index].outer = start..<tag.range.upperBound
        tags[index].indentation = start..<tag.range.lowerBound
        tags[close].outer = tags[close].range.lowerBound..<end
    }

    /// Gives the indentation of a block at the start of its line to its content.
    private mutating func placeBlock(_ index: Int) {
        let tag = tags[index]
        guard isFirst(index) else { return }
        let start = lineStart(before: tag.range.lowerBound) ?? tag.range.lowerBound
        let end = lineEnd(after: tag.range.upperBound) ?? tag.range.upperBound
        tags[index].outer = start..<end
        tags[index].indentation = start..<tag.range.lowerBound
    }

    private mutating func placeBlockClose(_ index: Int) {
        let tag = tags[index]
        guard let open = tag.partner, isFirst(index), isLast(index),
            !isOnOneLine(tags[open].range.lowerBound..<tag.range.lowerBound)
        else { return }
        let start = lineStart(before: tag.range.lowerBound) ?? tag.range.lowerBound
        let end = lineEnd(after: tag.range.upperBound) ?? tag.range.upperBound
        tags[index].outer = start..<end
    }

    /// Whether only blanks and tags of parents and blocks stand before a tag on its line.
    private func isFirst(_ index: Int) -> Bool {
        var current = index
        while index - current < Self.longestRow {
            if lineStart(before: tags[current].range.lowerBound) != nil { return true }
            guard current > 0, isInheritance(current - 1),
                isBlankOnly(tags[current - 1].range.upperBound..<tags[current].range.lowerBound)
            else { return false }
            current -= 1
        }
        return false
    }

    /// Whether only blanks and tags of parents and blocks stand after a tag on its line.
    private func isLast(_ index: Int) -> Bool {
        var current = index
        while current - index < Self.longestRow {
            if lineEnd(after: tags[current].range.upperBound) != nil { return true }
            guard current + 1 < tags.count, isInheritance(current + 1),
                isBlankOnly(tags[current].range.upperBound..<tags[current + 1].range.lowerBound)
            else { return false }
            current += 1
        }
        return false
    }

    private func isInheritance(_ index: Int) -> Bool {
        let tag = tags[index]
        let kind = tag.kind == .close ? tag.partner.map { tags[$0].kind } : tag.kind
        return kind == .parent || kind == .block
    }

    private func isBlankOnly(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(isBlank) }

    private func isOnOneLine(_ range: Range<Int>) -> Bool { !bytes[range].contains(0x0A) }

    /// The start of the line, if only blanks come between it and an offset.
    private func lineStart(before offset: Int) -> Int? {
        var start = offset
        while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
        return start == 0 || bytes[start - 1] == 0x0A ? start : nil
    }

    /// The start of the next line, if only blanks come between an offset and it.
    private func lineEnd(after offset: Int) -> Int? {
        var end = offset
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        if end == bytes.count { return end }
        if bytes.has([0x0D, 0x0A], at: end) { return end + 2 }
        return bytes[end] == 0x0A ? end + 1 : nil
    }
}
