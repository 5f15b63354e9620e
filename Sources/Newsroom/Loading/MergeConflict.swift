import Diagnostics

/// An unresolved merge: two versions of some lines, between git's conflict markers.
///
/// A marker is at the start of a line: seven of `<`, `|`, `=` or `>`, then a blank or the end of the line.
package enum MergeConflict {
    /// The finding for the first conflict in a file; nil if there is none.
    package static func diagnostic(in file: SourceFile) -> Diagnostic? {
        guard mayHold(file.bytes) else { return nil }
        let marks = marks(in: file.bytes)
        guard let first = marks.first else { return nil }
        let rest = marks.dropFirst().prefix { $0.kind != .ours }
        let others = marks.count { $0.kind == .ours } - (first.kind == .ours ? 1 : 0)
        return Diagnostic(
            rule: .mergeConflict,
            message: "git left a merge conflict here",
            span: file.span(first.range),
            labels: rest.map { .init(file.span($0.range), $0.kind.meaning) },
            notes: others > 0 ? ["the file has \(others) more"] : [],
            help:
                "keep the words that are right, and take out the lines of `<<<<<<<`, `=======` and `>>>>>>>`"
        )
    }

    private enum Kind {
        case ours, base, middle, theirs

        var meaning: String {
            switch self {
            case .ours: "one version begins here"
            case .base: "here is what both began with"
            case .middle: "here begins the other version"
            case .theirs: "here it ends"
            }
        }
    }

    private struct Mark {
        let kind: Kind
        let range: Range<Int>
    }

    private static let markLength = 7

    /// Whether a file can have a conflict, because two marker characters are side by side. Free of branches, since
    /// every byte of every file is looked at.
    private static func mayHold(_ bytes: [UInt8]) -> Bool {
        var previous = UInt8(0)
        var found = UInt8(0)
        for byte in bytes {
            let isMark: UInt8 =
                byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=") ? 1 : 0
            found |= isMark & (byte == previous ? 1 : 0)
            previous = byte
        }
        return found != 0
    }

    /// The marker lines. `=======` below a line of words may underline a heading, so it counts there only after
    /// `<<<<<<<`.
    private static func marks(in bytes: [UInt8]) -> [Mark] {
        var marks: [Mark] = []
        var isOpen = false
        var isBelowWords = false
        var lines = LineRanges(bytes: bytes)
        while let line = lines.next() {
            let canUnderline = isBelowWords
            isBelowWords = bytes[line.content].contains {
                $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t")
            }
            guard let kind = kind(of: bytes[line.content]) else { continue }
            switch kind {
            case .ours: isOpen = true
            case .theirs: isOpen = false
            case .base: if !isOpen { continue }
            case .middle: if !isOpen, canUnderline { continue }
            }
            marks.append(Mark(kind: kind, range: line.content))
        }
        return marks
    }

    private static func kind(of line: ArraySlice<UInt8>) -> Kind? {
        guard let first = line.first, line.count >= markLength,
            line.prefix(markLength).allSatisfy({ $0 == first })
        else { return nil }
        let next = line.dropFirst(markLength).first
        guard next == nil || next == UInt8(ascii: " ") else { return nil }
        switch first {
        case UInt8(ascii: "<"): return .ours
        case UInt8(ascii: "|"): return .base
        case UInt8(ascii: "="):
            // Git ends the line after this marker.
            return line.dropFirst(markLength).allSatisfy { $0 == UInt8(ascii: " ") } ? .middle : nil
        case UInt8(ascii: ">"): return .theirs
        default: return nil
        }
    }
}
