/// The link reference definitions of a text (CommonMark 0.30, section 4.7). libcmark leaves them out of its
/// tree, so they are searched for in lines that it has no words of.
struct LinkDefinitions {
    /// The offsets of definitions that a backslash is to show as typed, in rising order.
    private(set) var shownOffsets: [Int] = []
    /// The issues found, with their ranges in the text.
    private(set) var oddities: [(kind: SyntaxIssue.Kind, range: Range<Int>)] = []

    private struct Definition {
        let range: Range<Int>
        let label: [UInt8]
        let address: [UInt8]
    }

    /// Whether a text can hold a definition; nearly none does.
    static func mayStand(in bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { $0.holdsPair(.closingBracket, .colon) }
    }

    init(in tree: borrowing CmarkTree, source: SourceText) {
        var finder = Finder(source: source)
        tree.walk(&finder)
        finder.readUncovered()
        let definitions = finder.definitions.sorted { $0.range.lowerBound < $1.range.lowerBound }
        guard !definitions.isEmpty else { return }
        let labels = Self.countLabels(in: source.bytes)
        var own: [String: Int] = [:]
        for definition in definitions { own[Self.normalized(definition.label), default: 0] += 1 }
        var uses = Uses()
        tree.walk(&uses)
        var seen: Set<String> = []
        for definition in definitions {
            let label = Self.normalized(definition.label)
            if Self.isWords(definition) {
                shownOffsets.append(definition.range.lowerBound)
                oddities.append((.definitionShown, definition.range))
            } else if !seen.insert(label).inserted {
                oddities.append((.definitionRepeated, definition.range))
            } else if labels[label, default: 0] <= own[label, default: 0] || !uses.mayUse(definition.address)
            {
                oddities.append((.definitionUnused, definition.range))
            }
        }
    }

    /// Whether a definition is likely to be prose: its label is a citation or footnote, or its address is
    /// none.
    private static func isWords(_ definition: Definition) -> Bool {
        let label = definition.label[...]
        if label.first == .caret || CitationSyntax.looksMeant(label) { return true }
        return !looksLikeAddress(definition.address)
    }

    /// Whether some bytes look like an address or a file's path. `<>` and `#` are the comments of Markdown.
    private static func looksLikeAddress(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first != .hash else { return true }
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        if ["/", "?", "./", "../", "www."].contains(where: text.hasPrefix) { return true }
        if let colon = text.firstIndex(of: ":") {
            let schemes: Set = ["http", "https", "mailto", "tel", "ftp", "data", "file", "javascript"]
            let scheme = String(text[..<colon])
            return schemes.contains(scheme) || Address.recordKinds.contains(scheme)
                || text[colon...].hasPrefix("://")
        }
        guard let dot = text.lastIndex(of: "."), dot > text.startIndex else { return false }
        let ending = text[dot...].dropFirst().prefix { $0 != "#" && $0 != "?" && $0 != "/" }
        return text.contains("/")
            || ((2...5).contains(ending.count) && ending.contains { $0.isLetter }
                && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }

    /// The number of times that each label stands in square brackets.
    private static func countLabels(in bytes: [UInt8]) -> [String: Int] {
        var counts: [String: Int] = [:]
        var open: Int?
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case .backslash: index += 1
            case .openingBracket: open = index + 1
            case .closingBracket:
                if let start = open, index - start < 1000 {
                    counts[normalized(Array(bytes[start..<index])), default: 0] += 1
                }
                open = nil
            default: break
            }
            index += 1
        }
        return counts
    }

    private static func normalized(_ label: [UInt8]) -> String {
        String(decoding: label, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// The addresses of all links and images.
    private struct Uses: CmarkVisitor {
        private var addresses: Set<[UInt8]> = []

        mutating func enter(_ node: CmarkNode) -> Bool {
            if node.kind == .link || node.kind == .image { addresses.insert(node.address) }
            return true
        }

        mutating func leave(_ node: CmarkNode) {}

        /// Whether some link may use an address as typed in a definition.
        func mayUse(_ typed: [UInt8]) -> Bool {
            addresses.contains(typed) || typed.holds(.backslash, or: .ampersand)
        }
    }

    private struct Finder: CmarkVisitor {
        let source: SourceText
        private(set) var definitions: [Definition] = []
        /// Whether libcmark has words of a line, by line.
        private var isCovered: [Bool]
        private var leaf = LeafText()
        private var quoteDepth = 0

        init(source: SourceText) {
            self.source = source
            isCovered = Array(repeating: false, count: source.lineCount + 1)
        }

        mutating func enter(_ node: CmarkNode) -> Bool {
            switch node.kind {
            case .blockQuote: quoteDepth += 1
            case .list, .item: break
            default:
                for line in source.lines(node.startLine, through: node.endLine) { isCovered[line] = true }
                if node.kind == .paragraph || node.kind == .heading {
                    leaf.read(node, in: source, quoteDepth: quoteDepth)
                    readDefinitions(at: 0)
                }
                return false
            }
            return true
        }

        mutating func leave(_ node: CmarkNode) {
            if node.kind == .blockQuote { quoteDepth -= 1 }
        }

        /// Reads the definitions in lines that libcmark has no words of.
        mutating func readUncovered() {
            var line = 1
            while line <= source.lineCount {
                var end = line
                while end <= source.lineCount, !isCovered[end], !isBlank(end) { end += 1 }
                if end > line {
                    leaf.read(lines: line..<end, in: source)
                    for start in leaf.lineOffsets { readDefinitions(at: start) }
                }
                line = max(end, line + 1)
            }
        }

        private var reached = 0

        private mutating func readDefinitions(at start: Int) {
            if start == 0 { reached = 0 }
            guard start >= reached else { return }
            var position = start
            while let found = LinkSyntax.definition(in: leaf.bytes, at: position) {
                let opening = found.label.lowerBound - 1
                var end = found.end
                while end > opening, leaf.bytes[end - 1].isBlankOrLineEnd { end -= 1 }
                definitions.append(
                    Definition(
                        range: leaf.sourceRange(Range(from: opening, to: end)),
                        label: Array(leaf.bytes[found.label]),
                        address: Array(leaf.bytes[found.address])
                    )
                )
                position = found.end
            }
            reached = position
        }

        private func isBlank(_ line: Int) -> Bool {
            source.bytes[source.line(line)].allSatisfy { $0.isBlank || $0 == .greater }
        }
    }
}
