import Diagnostics

/// A search for the first common slip in a text that libyaml rejects.
///
/// libyaml reports where it could not go on, which is often a line late or at the very end. So the lines up to
/// there are read one by one, as people read them.
struct YAMLSlips {
    /// The first slip; nil if the error is none of the common ones.
    private(set) var first: YAMLSlip?

    private let file: SourceFile
    private let bytes: [UInt8]
    private var levels = YAMLLevels()
    private var state = State.open

    /// The construct that the lines so far leave open.
    private enum State {
        /// No construct: any line may come.
        case open
        /// A `|` or `>` text, deeper than `column`; `text` is its own column, once it has begun.
        case block(column: Int, text: Int?)
        /// An unquoted value, which deeper lines than `column` continue; with its first line.
        case plain(column: Int, start: YAMLLine)
        /// A text in quotation marks or brackets, up to this byte on a later line.
        case enclosed(end: Int)
    }

    /// Reads the lines of a range.
    /// - Parameter end: the offset at which libyaml stopped; later lines are ignored.
    init(_ file: SourceFile, _ range: Range<Int>, upTo end: Int) {
        self.file = file
        bytes = file.bytes
        var ranges = LineRanges(bytes: bytes, range)
        var lines: [YAMLLine] = []
        while let line = ranges.next() { lines.append(YAMLLine(bytes, line.content)) }
        let isComment = { [bytes] (line: YAMLLine) in bytes[line.content] == UInt8(ascii: "#") }
        lines.removeAll { $0.isBlank || isComment($0) }
        if let slip = indentedStart(lines) {
            first = slip
            return
        }
        for index in lines.indices where lines[index].range.lowerBound <= end {
            read(lines[index], following: lines[(index + 1)...])
            if first != nil { return }
        }
    }

    /// The slip of a first line that is indented more than its siblings.
    private func indentedStart(_ lines: [YAMLLine]) -> YAMLSlip? {
        guard let line = lines.first, line.indentation > 0, let name = line.name, line.dashes.isEmpty,
            lines.dropFirst().contains(where: { $0.indentation == 0 && $0.name != nil && $0.dashes.isEmpty })
        else { return nil }
        return misplaced(line, name.upperBound, expected: 0)
    }

    private mutating func read(_ line: YAMLLine, following rest: ArraySlice<YAMLLine>) {
        switch state {
        case .block(let column, let text):
            if line.indentation > column {
                if let text, line.indentation < text {
                    first = misplaced(line, line.content + 1, expected: text)
                }
                state = .block(column: column, text: text ?? line.indentation)
                return
            }
        case .enclosed(let end): if line.range.lowerBound <= end { return }
        case .plain(let column, let start):
            if line.indentation > column, line.dashes.isEmpty, line.name == nil {
                if let comment = ValueSlip.comment(in: bytes, start.value) {
                    first = YAMLSlip(
                        "this comment ends the text, which goes on below it",
                        comment,
                        help: "put the whole text into quotation marks, or the comment on a line above it"
                    )
                    return
                }
                first = ValueSlip.colon(in: bytes, line.value).map { _ in
                    ValueSlip.longText(bytes, start, line)
                }
                return
            }
        case .open: break
        }
        state = .open
        first = InvisibleSlip.find(in: bytes, line) ?? structureSlip(line)
        if first == nil { readValue(line, following: rest) }
    }

    /// The slip of a line that begins no field and no item at its column.
    private mutating func structureSlip(_ line: YAMLLine) -> YAMLSlip? {
        if line.name == nil, line.dashes.isEmpty {
            // A value may begin on the line below its name.
            if let slip = NameSlip.gluedDash(in: bytes, line) { return slip }
            if levels.isOpen, let column = levels.column, line.indentation > column { return nil }
            return NameSlip.find(in: bytes, line)
        }
        if let slip = NameSlip.gluedDash(in: bytes, line) { return slip }
        if let slip = NameSlip.gluedName(in: bytes, line) { return slip }
        guard let expected = levels.take(line) else { return nil }
        return misplaced(line, line.name?.upperBound ?? line.content + 1, expected: expected)
    }

    private func misplaced(_ line: YAMLLine, _ end: Int, expected: Int) -> YAMLSlip {
        let words = String(decoding: bytes[line.content..<line.range.upperBound], as: UTF8.self)
        let degree = line.indentation > expected ? "more" : "less"
        let what = !line.dashes.isEmpty ? "`-`" : line.name == nil ? "line" : "name"
        let blanks = expected == 1 ? "one blank" : "\(expected) blanks"
        return YAMLSlip(
            "this \(what) is indented \(degree) than its neighbours",
            line.content..<end,
            help: expected == 0
                ? "begin the line without blanks: `\(words)`" : "begin the line with \(blanks): `\(words)`",
            mending: .init(
                line.range,
                String(repeating: " ", count: expected) + words,
                .unsafe
            )
        )
    }

    private mutating func readValue(_ line: YAMLLine, following rest: ArraySlice<YAMLLine>) {
        let value = line.value
        levels.isOpen = value.isEmpty || bytes[value.lowerBound] == UInt8(ascii: "#")
        guard let mark = bytes[value].first else { return }
        let column = line.name == nil ? line.dashes.last ?? -1 : line.column
        switch mark {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"):
            let enclosure = EnclosureSlip(bytes, line, following: rest)
            first = enclosure.slip
            if let end = enclosure.end { state = .enclosed(end: end) }
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            first = ValueSlip.blockSign(in: bytes, line)
            state = .block(column: column, text: nil)
        case UInt8(ascii: "#"): break
        default:
            first = ValueSlip.find(in: bytes, line)
            state = .plain(column: column, start: line)
        }
    }
}
