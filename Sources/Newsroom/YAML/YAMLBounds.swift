/// What a YAML text could cost, judged without reading it: an upper bound of nesting and of aliases.
///
/// Yams reads recursively, and compares keys that aliases can make exponentially large; so hostile texts
/// have to be refused before.
struct YAMLBounds {
    /// What is too much, in words; nil when the text is harmless.
    let problem: String?
    /// Where the first bracket stands that may stay open, or the text begins.
    let place: Int

    private static let bracketLimit = 400
    private static let indicatorLimit = 32
    private static let indentationLimit = 80
    private static let aliasLimit = 16

    init(_ bytes: ArraySlice<UInt8>) {
        var scan = Scan()
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            if end > start { scan.read(bytes[start..<end]) }
            start = end + 1
        }
        place = scan.firstOpenBracket ?? bytes.startIndex
        problem =
            switch scan {
            case _ where scan.openBrackets > Self.bracketLimit: "it has too many open brackets"
            case _ where scan.mostIndicators > Self.indicatorLimit: "its lists nest too deeply"
            case _ where scan.deepestIndentation > Self.indentationLimit && scan.levels > Self.indicatorLimit:
                "it nests too deeply"
            case _ where scan.anchors > 0 && scan.anchors + scan.aliases > Self.aliasLimit:
                "it has too many anchors and aliases (`&name`, `*name`)"
            default: nil
            }
    }

    private struct Scan {
        var openBrackets = 0
        var firstOpenBracket: Int?
        var mostIndicators = 0
        var deepestIndentation = 0
        var levels = 0
        var anchors = 0
        var aliases = 0
        private var lastIndentation = 0

        mutating func read(_ line: ArraySlice<UInt8>) {
            readStart(of: line)
            var opened = 0
            var closed = 0
            var deepest = 0
            var hasQuotes = false
            var previous = UInt8(ascii: " ")
            for byte in line {
                switch byte {
                case UInt8(ascii: "["), UInt8(ascii: "{"): opened += 1
                case UInt8(ascii: "]"), UInt8(ascii: "}"): closed += 1
                case UInt8(ascii: "\""), UInt8(ascii: "'"): hasQuotes = true
                case UInt8(ascii: "&") where Self.canStartToken(after: previous): anchors += 1
                case UInt8(ascii: "*") where Self.canStartToken(after: previous): aliases += 1
                default: break
                }
                deepest = max(deepest, opened - closed)
                previous = byte
            }
            // A closing bracket may stand in quotation marks and close nothing: count what opens.
            let isHarmless = !hasQuotes && opened == closed && deepest <= YAMLReader.depthLimit
            if !isHarmless {
                openBrackets += opened
                if opened > 0, firstOpenBracket == nil {
                    firstOpenBracket = line.firstIndex { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
                }
            }
        }

        /// Indentation, and the `- ` and `? ` at the start of a line, each of which opens a level.
        private mutating func readStart(of line: ArraySlice<UInt8>) {
            var index = line.firstIndex { $0 != UInt8(ascii: " ") } ?? line.endIndex
            let indentation = index - line.startIndex
            if indentation > lastIndentation { levels += 1 }
            lastIndentation = indentation
            deepestIndentation = max(deepestIndentation, indentation)
            var indicators = 0
            while index + 1 < line.endIndex,
                line[index] == UInt8(ascii: "-") || line[index] == UInt8(ascii: "?"),
                line[index + 1] == UInt8(ascii: " ")
            {
                indicators += 1
                index = line[(index + 1)...].firstIndex { $0 != UInt8(ascii: " ") } ?? line.endIndex
            }
            mostIndicators = max(mostIndicators, indicators)
        }

        private static func canStartToken(after byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","),
                UInt8(ascii: ":"),
                UInt8(ascii: "\t"):
                true
            default: false
            }
        }
    }
}
