import Diagnostics

/// The items of a list in YAML, each on lines of its own, as `assay new` writes them.
package struct ListLines {
    private let file: SourceFile

    /// Looks at the lists of a file.
    package init(_ file: SourceFile) { self.file = file }

    /// The lines of the item around a byte, with their ends; nil for a list in brackets.
    package func item(around offset: Int) -> Range<Int>? {
        var line = file.index.line(of: offset)
        // Fields of an item stand deeper than its dash.
        let depth = indentation(ofLine: line)
        let first = line
        while !(isItem(line) && (line == first || indentation(ofLine: line) < depth)) {
            guard line > 0, isBlank(line) || indentation(ofLine: line) >= depth else { return nil }
            line -= 1
        }
        let dash = indentation(ofLine: line)
        let starts = file.index.lineStarts
        var end = line + 1
        while end < starts.count, starts[end] < file.bytes.count,
            indentation(ofLine: end) > dash || isBlank(end)
        {
            end += 1
        }
        // Blank lines belong to what follows.
        while end > line + 1, isBlank(end - 1) { end -= 1 }
        return starts[line]..<(end < starts.count ? starts[end] : file.bytes.count)
    }

    /// The blanks before the dash of an item.
    package func indentation(of item: Range<Int>) -> String {
        String(repeating: " ", count: indentation(ofLine: file.index.line(of: item.lowerBound)))
    }

    private func words(ofLine line: Int) -> ArraySlice<UInt8> {
        file.bytes[file.lineRange(around: file.index.lineStarts[line])]
    }

    private func indentation(ofLine line: Int) -> Int {
        words(ofLine: line).prefix { $0 == UInt8(ascii: " ") }.count
    }

    private func isBlank(_ line: Int) -> Bool { words(ofLine: line).allSatisfy { $0 == UInt8(ascii: " ") } }

    private func isItem(_ line: Int) -> Bool {
        let words = words(ofLine: line).drop { $0 == UInt8(ascii: " ") }
        return words.starts(with: Array("- ".utf8))
    }
}
