extension RenderedText {
    /// A range of the HTML, with its holes filled and ranges of the plain text marked.
    ///
    /// - Parameters:
    ///   - range: The bytes of the HTML, at the borders of blocks.
    ///   - marks: Sorted, and in the plain text of the whole document. One that overlaps the one before is left out.
    func filled(_ range: Range<Int>, marks: [TextMark] = [], fill: (Hole) -> [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(range.count + range.count / 4)
        var position = range.lowerBound
        var nextHole = holes.partitioningIndex { $0.offset >= range.lowerBound }
        // The typed text of a mention is left out if it is a citation.
        var isReplaced = false
        func pass(_ hole: Hole) {
            if case .mentionEnd = hole {
                isReplaced = false
            } else if !isReplaced {
                let filling = fill(hole)
                output.append(contentsOf: filling)
                if case .mention = hole { isReplaced = !filling.isEmpty }
            }
        }
        func copy(to offset: Int, includingHolesThere: Bool) {
            while nextHole < holes.count,
                holes[nextHole].offset < offset || (includingHolesThere && holes[nextHole].offset == offset)
            {
                if !isReplaced { output.append(contentsOf: html[position..<holes[nextHole].offset]) }
                position = holes[nextHole].offset
                pass(holes[nextHole].hole)
                nextHole += 1
            }
            if !isReplaced { output.append(contentsOf: html[position..<offset]) }
            position = offset
        }
        for piece in pieces(of: marks, in: range) {
            copy(to: piece.html.lowerBound, includingHolesThere: true)
            output.append(contentsOf: marks[piece.mark].opening.utf8)
            copy(to: piece.html.upperBound, includingHolesThere: false)
            output.append(contentsOf: marks[piece.mark].closing.utf8)
        }
        copy(to: range.upperBound, includingHolesThere: true)
        return output
    }

    /// The marks, cut at the borders of runs, so that each piece lies between tags.
    private func pieces(of marks: [TextMark], in range: Range<Int>) -> [(html: Range<Int>, mark: Int)] {
        var pieces: [(html: Range<Int>, mark: Int)] = []
        var next = runs.partitioningIndex { $0.html >= range.lowerBound }
        var done = 0
        var reached = (run: -1, plain: 0, html: 0)
        for (index, mark) in marks.enumerated() {
            let wanted = scalarBounds(of: mark.range)
            guard !wanted.isEmpty, wanted.lowerBound >= done else { continue }
            done = wanted.upperBound
            while next < runs.count, runs[next].html < range.upperBound {
                let run = runs[next]
                let words = (run.plain..<run.plain + run.count).clamped(to: wanted)
                if !words.isEmpty {
                    if reached.run != next { reached = (next, run.plain, run.html) }
                    let start = htmlOffset(from: reached.html, passing: words.lowerBound - reached.plain)
                    let end = htmlOffset(from: start, passing: words.count)
                    pieces.append((start..<end, index))
                    reached = (next, words.upperBound, end)
                }
                // The next mark may begin in the same run.
                if run.plain + run.count >= wanted.upperBound { break }
                next += 1
            }
        }
        return pieces
    }

    /// A range of the plain text, widened to whole characters.
    private func scalarBounds(of range: Range<Int>) -> Range<Int> {
        let clamped = range.clamped(to: 0..<plain.count)
        var (lower, upper) = (clamped.lowerBound, clamped.upperBound)
        guard lower < upper else { return lower..<lower }
        while lower > 0, plain[lower] & 0xC0 == 0x80 { lower -= 1 }
        while upper < plain.count, plain[upper] & 0xC0 == 0x80 { upper += 1 }
        return lower..<upper
    }

    /// The offset in a run's HTML after `count` bytes of its plain text; an entity stands for one.
    private func htmlOffset(from start: Int, passing count: Int) -> Int {
        var offset = start
        for _ in 0..<max(0, count) where offset < html.count {
            if html[offset] == .ampersand {
                while offset < html.count, html[offset] != .semicolon { offset += 1 }
            }
            offset += 1
        }
        return min(offset, html.count)
    }
}
