import Diagnostics
import Digests

/// Reads the lines of a journal one after another and stops at the first that does not hold.
struct JournalReader {
    let claim: String
    let file: SourceFile
    private(set) var lines: [JournalLine] = []
    private(set) var ranges: [Range<Int>] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var digests: [Digest?] = [nil]
    private var places: Set<Digest?>?

    init(claim: String, file: SourceFile) {
        self.claim = claim
        self.file = file
    }

    mutating func read() {
        var start = 0
        while start < file.bytes.count {
            let end = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
            guard take(start..<(end ?? file.bytes.count), isEnded: end != nil) else { return }
            start = (end ?? file.bytes.count) + 1
        }
    }

    /// Takes a line in; false when nothing after it can be relied on.
    private mutating func take(_ range: Range<Int>, isEnded: Bool) -> Bool {
        let bytes = file.bytes[range]
        if bytes.first != UInt8(ascii: "{"), ConflictMarker(bytes) != nil {
            report(.forked, "git left a conflict here: two branches both wrote in this journal", range)
            return false
        }
        guard isEnded else {
            report(
                .halfWritten,
                "the last line was not written to its end; the \(lines.count) before it stand",
                range
            )
            return false
        }
        do throws(LineProblem) {
            let line = try JournalLine(parsing: bytes)
            guard isInPlace(line, range) else { return false }
            let digest = Digest(of: file.bytes[range.lowerBound...range.upperBound])
            digests.append(digest)
            places?.formUnion(Self.places(of: line, digest))
            lines.append(line)
            ranges.append(range)
            return true
        } catch {
            let start = range.lowerBound + error.offset
            report(.broken, error.message, start..<max(start, range.upperBound))
            return false
        }
    }

    private mutating func isInPlace(_ line: JournalLine, _ range: Range<Int>) -> Bool {
        if line.claim != claim {
            report(
                .broken,
                "this line is about the claim `\(line.claim)`, and the file is `\(claim)`'s",
                range
            )
            return false
        }
        if line.previous != digests[digests.count - 1] {
            if digests.dropLast().contains(line.previous) {
                let other = lines.firstIndex { $0.previous == line.previous }
                let words = other.map { "line \($0 + 1)" } ?? "another line"
                report(
                    .forked,
                    "this line and \(words) name the same line before them: two branches both wrote in this journal",
                    range
                )
            } else {
                report(.broken, Self.brokenChain(at: lines.count), range)
            }
            return false
        }
        if let mended = line.mended, !isPlace(mended.digest) {
            report(.broken, "the line that this one was written after is not in the journal", range)
            return false
        }
        return true
    }

    /// Whether a line could have been written after a place. Few journals ever ask.
    private mutating func isPlace(_ digest: Digest?) -> Bool {
        let known =
            places
            ?? zip(lines, digests.dropFirst()).reduce(into: [nil]) {
                $0.formUnion(Self.places(of: $1.0, $1.1))
            }
        places = known
        return known.contains(digest)
    }

    /// What a line that was written after this one can name: its digest, or the one that it had before it was moved.
    private static func places(of line: JournalLine, _ digest: Digest?) -> [Digest?] {
        line.mended == nil ? [digest] : [digest, line.original.digest]
    }

    private static func brokenChain(at count: Int) -> String {
        count == 0
            ? "the first line names a line before it: the beginning of the journal is missing"
            : "this line does not follow line \(count): line \(count) was changed, or a line is missing"
    }

    private mutating func report(_ rule: JournalRule, _ message: String, _ range: Range<Int>) {
        diagnostics.append(rule.diagnostic(message, at: file.span(range), claim: claim))
    }
}

/// A line that git writes into a file that it could not merge.
enum ConflictMarker {
    case ours, base, separator, theirs

    init?(_ line: some Sequence<UInt8>) {
        let start = String(decoding: Array(line).prefix(7), as: UTF8.self)
        switch start {
        case "<<<<<<<": self = .ours
        case "|||||||": self = .base
        case "=======": self = .separator
        case ">>>>>>>": self = .theirs
        default: return nil
        }
    }
}
