/// A line of a file as shown; a long one is cut around its marks.
struct Excerpt {
    /// A mark under the line.
    struct Underline {
        let column: Int
        let width: Int
        let mark: LineMark

        /// The row, in the colours of a style.
        func text(_ style: TerminalStyle) -> String {
            let caption = mark.text.map { " " + DisplayText.sentence($0) } ?? ""
            let line = String(repeating: mark.symbol, count: width)
            return String(repeating: " ", count: column) + style.paint(line + caption, mark.role)
        }
    }

    /// The line, or the part of it that is shown, with `…` where something was cut.
    let text: String

    /// The marks to print under it, from left to right.
    let underlines: [Underline]

    /// The marks that did not fit beside the first.
    let leftOver: [LineMark]

    /// The bytes to read on each side of a mark, for each column: a line can be a whole file of 50 MB.
    /// Sixteen leave room for combining marks.
    private static let reach = 16

    /// Makes the excerpt that shows the leftmost mark and as many others as fit.
    ///
    /// All marks lie on one line; there is at least one.
    init(of marks: [LineMark], in source: SourceFile, width: Int) {
        let sorted = marks.sorted {
            ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
        }
        guard let first = sorted.first else {
            (text, underlines, leftOver) = ("", [], [])
            return
        }
        let bytes = Self.neighbourhood(of: first, in: source, reach: width * Self.reach)
        let near = sorted.filter { $0.bytes.lowerBound <= bytes.upperBound }
        let line = MeasuredLine(bytes, marks: near, in: source)

        let start = line.column(of: first.bytes.lowerBound)
        let shown = near.filter {
            line.column(of: $0.bytes.upperBound) - start <= width * 3 / 4 || $0.isSame(as: first)
        }
        let end = shown.map { line.column(of: $0.bytes.upperBound) }.max() ?? start
        let window = Window(
            of: line.display,
            around: start..<end,
            width: width,
            isCut: (
                bytes.lowerBound > first.lineBytes.lowerBound, bytes.upperBound < first.lineBytes.upperBound
            )
        )

        text = window.text
        underlines = shown.map { mark in
            let columns = line.column(of: mark.bytes.lowerBound)..<line.column(of: mark.bytes.upperBound)
            let visible = window.visible(columns)
            return Underline(column: visible.lowerBound, width: max(1, visible.count), mark: mark)
        }
        leftOver = sorted.filter { mark in !shown.contains { $0.isSame(as: mark) } }
    }

    private static func neighbourhood(of mark: LineMark, in source: SourceFile, reach: Int) -> Range<Int> {
        let line = mark.lineBytes
        var start = max(line.lowerBound, mark.bytes.lowerBound - reach)
        var end = min(line.upperBound, min(mark.bytes.upperBound, mark.bytes.lowerBound + reach) + reach)
        while start < mark.bytes.lowerBound, source.bytes[start] & 0xC0 == 0x80 { start += 1 }
        while end < line.upperBound, source.bytes[end] & 0xC0 == 0x80 { end += 1 }
        return start..<end
    }
}

extension LineMark {
    /// Whether the marks have the same bytes and the same look.
    fileprivate func isSame(as other: LineMark) -> Bool {
        bytes == other.bytes && symbol == other.symbol && text == other.text
    }
}

/// A line as shown, with the columns at which marks begin and end.
private struct MeasuredLine {
    private(set) var display = DisplayText()
    private var columns: [Int: Int] = [:]

    init(_ bytes: Range<Int>, marks: [LineMark], in source: SourceFile) {
        // The text is cut where marks begin and end: this gives exact columns even for bytes that are not
        // UTF-8.
        let cuts = Set(marks.flatMap { [$0.bytes.lowerBound, $0.bytes.upperBound] })
        var start = bytes.lowerBound
        for cut in cuts.filter(bytes.contains).sorted() + [bytes.upperBound] {
            display.append(source.text(start..<cut))
            columns[cut] = display.width
            start = cut
        }
    }

    /// The column of a byte at which a mark begins or ends; the line's width for a byte beyond its end.
    func column(of byte: Int) -> Int { columns[byte] ?? display.width }
}

/// The part of a line that fits the width.
private struct Window {
    let text: String
    private let columns: Range<Int>
    private let shift: Int

    init(of display: DisplayText, around focus: Range<Int>, width: Int, isCut: (left: Bool, right: Bool)) {
        let fits = display.width <= width && !isCut.left && !isCut.right
        // A cut line keeps one column at each end for `…`.
        let room = fits ? width : width - 2
        let lead = max(room / 10, (room - focus.count) / 2)
        let start = max(0, min(focus.lowerBound - lead, display.width - room))
        let end = min(display.width, start + room)

        var shown = ""
        var visible: Range<Int>?
        var column = 0
        for cell in display.cells {
            let next = column + cell.width
            if column >= start, next <= end {
                shown += cell.text
                visible = (visible?.lowerBound ?? column)..<next
            }
            column = next
        }
        columns = visible ?? start..<start
        let isLeftCut = isCut.left || columns.lowerBound > 0
        let isRightCut = isCut.right || columns.upperBound < display.width
        shift = isLeftCut ? 1 : 0
        text = (isLeftCut ? "…" : "") + shown + (isRightCut ? "…" : "")
    }

    /// The columns of the window that show a range of the line's columns.
    func visible(_ range: Range<Int>) -> Range<Int> {
        let clamped = range.clamped(to: columns)
        let offset = shift - columns.lowerBound
        return clamped.lowerBound + offset..<clamped.upperBound + offset
    }
}
