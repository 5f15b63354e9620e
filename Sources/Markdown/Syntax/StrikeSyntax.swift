/// The grammar of struck text (GFM 0.29, section 6.5): `~~words~~`. One tilde, with which GFM strikes too,
/// stays: in prose it means "about".
enum StrikeSyntax {
    /// A row of tildes that were typed literally.
    struct Row {
        /// Where it starts in the leaf.
        let position: Int
        let length: Int
        let canOpen: Bool
        let canClose: Bool
        /// The number of the emphasis or link around it.
        let container: Int
    }

    /// The meaning of a leaf's rows of tildes.
    struct Outcome {
        /// The starts (true) and ends (false) of struck text, by the position of the two tildes.
        var strikes: [Int: Bool] = [:]
        /// The issues found, with their ranges in the leaf.
        var syntaxIssues: [(kind: SyntaxIssue.Kind, range: Range<Int>)] = []
    }

    /// Pairs the rows of one leaf.
    static func outcome(of rows: [Row]) -> Outcome {
        var outcome = Outcome()
        var open: [Row] = []
        for row in rows where row.length <= 2 {
            // A row in an emphasis or link that has ended cannot be closed any more.
            if row.canClose,
                let index = open.lastIndex(where: {
                    $0.container == row.container && $0.length == row.length
                })
            {
                let opening = open[index]
                let range = Range(from: opening.position, to: row.position + row.length)
                if row.length == 2 {
                    outcome.strikes[opening.position] = true
                    outcome.strikes[row.position] = false
                    outcome.report(open[(index + 1)...])
                } else {
                    outcome.syntaxIssues.append((.singleTilde, range))
                }
                open.removeSubrange(index...)
            } else if row.canOpen {
                open.append(row)
            } else if row.canClose {
                outcome.report([row])
            }
        }
        outcome.report(open[...])
        return outcome
    }

    /// A row of tildes at a place in a leaf.
    static func row(in text: [UInt8], at position: Int, container: Int) -> Row {
        var end = position
        while end < text.count, text[end] == .tilde { end += 1 }
        let before = Neighbour(before: position, in: text)
        let after = Neighbour(after: end, in: text)
        return Row(
            position: position,
            length: end - position,
            canOpen: after != .blank && (after != .punctuation || before != .letter),
            canClose: before != .blank && (before != .punctuation || after != .letter),
            container: container
        )
    }

    /// The kind of character beside a row (CommonMark 0.30, section 6.2: flanking).
    private enum Neighbour {
        case blank, punctuation, letter

        init(before position: Int, in text: [UInt8]) {
            var start = position - 1
            while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
            self.init(start >= 0 ? text[start..<position] : [])
        }

        init(after position: Int, in text: [UInt8]) {
            guard position < text.count else {
                self = .blank
                return
            }
            let length = UTF8Sequence.length(startingWith: text[position])
            self.init(text[position..<min(position + length, text.count)])
        }

        private init(_ bytes: ArraySlice<UInt8>) {
            guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
                self = .blank
                return
            }
            if scalar.properties.isWhitespace {
                self = .blank
            } else if CitationSyntax.isWordScalar(scalar) {
                self = .letter
            } else {
                self = .punctuation
            }
        }
    }
}

extension StrikeSyntax.Outcome {
    /// Reports two tildes that strike nothing.
    fileprivate mutating func report(_ rows: some Sequence<StrikeSyntax.Row>) {
        for row in rows where row.length == 2 {
            syntaxIssues.append((.openStrike, Range(from: row.position, to: row.position + 2)))
        }
    }
}
