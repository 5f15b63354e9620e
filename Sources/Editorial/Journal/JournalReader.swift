import Diagnostics
import Digests

/// A reader of a journal's lines that stops at the first broken one.
struct JournalReader {
    let claim: String
    let file: SourceFile
    private(set) var lines: [JournalLine] = []
    private(set) var ranges: [Range<Int>] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var timeFindings: [Diagnostic] = []
    private var digests: [Digest?] = [nil]
    /// The latest time of the lines so far.
    private var latest: JournalTime?
    /// An index of possible predecessors; nil until the first moved line needs it.
    private var places: LinePlaces?

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
        verifyName()
    }

    /// Reports a journal of another claim: all lines name the claim's first id, and the last `renamed` its present one.
    private mutating func verifyName() {
        guard let first = lines.first, let start = ranges.first else { return }
        let last = lines.lastIndex { $0.event.renaming != nil }
        let name = last.flatMap { lines[$0].event.renaming?.to } ?? first.claim
        guard name != claim else { return }
        let place = last.map { ranges[$0] } ?? start
        report(
            .brokenJournal,
            "this line is about the claim `\(name)`, and the file is `\(claim)`'s",
            place,
            help:
                "give the claim's files the name `\(name)` back, and then `assay rename claim \(name) \(claim)`; or take this one away if it is a copy"
        )
        // Nothing in it can be relied on.
        lines = []
        ranges = []
        digests = [nil]
    }

    /// Reads one line.
    /// - Returns: false if nothing after it can be relied on.
    private mutating func take(_ range: Range<Int>, isEnded: Bool) -> Bool {
        let bytes = file.bytes[range]
        if bytes.first != UInt8(ascii: "{"), ConflictMarker(bytes) != nil {
            report(.forkedJournal, "git left a conflict here: two branches both wrote in this journal", range)
            return false
        }
        guard isEnded else {
            let isWhole = (try? JournalLine(parsing: bytes)) != nil
            report(
                .halfWrittenLine,
                isWhole
                    ? "the last line is whole, but for the line feed at its end"
                    : "the last line was not written to its end; the \(lines.count) before it stand",
                range
            )
            return false
        }
        guard bytes.last != UInt8(ascii: "\r") else {
            report(
                .brokenJournal,
                "a carriage return stands at the end of the line: something changed the line ends, and `assay journal rebase` puts them right",
                range
            )
            return false
        }
        do throws(LineProblem) {
            let line = try JournalLine(parsing: bytes)
            guard isInPlace(line, range) else { return false }
            let digest = Digest(of: file.bytes[range.lowerBound...range.upperBound])
            noteTime(of: line, range)
            digests.append(digest)
            lines.append(line)
            places?.add(line, digest)
            ranges.append(range)
            return true
        } catch {
            let start = range.lowerBound + error.offset
            report(.brokenJournal, error.message, start..<max(start, range.upperBound))
            return false
        }
    }

    private mutating func isInPlace(_ line: JournalLine, _ range: Range<Int>) -> Bool {
        if let identity = lines.first?.claim, line.claim != identity {
            report(
                .brokenJournal,
                "this line is about the claim `\(line.claim)`, and those before it are about `\(identity)`",
                range,
                help: "take it out if it came from another journal, or restore the file from git"
            )
            return false
        }
        if line.previous != digests[digests.count - 1] {
            if digests.dropLast().contains(line.previous) {
                let other = lines.firstIndex { $0.previous == line.previous }
                let words = other.map { "line \($0 + 1)" } ?? "another line"
                report(
                    .forkedJournal,
                    "this line and \(words) name the same line before them: two branches both wrote in this journal",
                    range
                )
            } else {
                report(.brokenJournal, Self.brokenChain(at: lines.count), range)
            }
            return false
        }
        return line.mended == nil || isMovedRightly(line, range)
    }

    /// Whether a moved line's original predecessor is in the journal, and the line is no copy of an earlier one.
    private mutating func isMovedRightly(_ line: JournalLine, _ range: Range<Int>) -> Bool {
        var known = places ?? LinePlaces(lines, digests: digests.dropFirst().compactMap(\.self))
        defer { places = known }
        if let index = known.index(ofCopy: line) {
            report(
                .brokenJournal,
                "this line is a copy of line \(index + 1): what was said once is not said again by writing it a second time",
                range
            )
            return false
        }
        guard known.contains(line.firstPrevious) else {
            report(.brokenJournal, "the line that this one was written after is not in the journal", range)
            return false
        }
        return true
    }

    /// Reports a line that is earlier than what its author had before them, by more than `Journal.clockTolerance`.
    private mutating func noteTime(of line: JournalLine, _ range: Range<Int>) {
        let before = line.mended == nil ? latest : places?.time(at: line.firstPrevious)
        latest = max(latest ?? line.time, line.time)
        guard let before, line.time < before,
            before.secondsSinceEpoch - line.time.secondsSinceEpoch > Journal.clockTolerance
        else { return }
        timeFindings.append(
            RuleID.timeOrder.diagnostic(
                "this line says that it is of \(line.time), and was written after one of \(before)",
                at: file.span(range),
                claim: claim
            )
        )
    }

    private static func brokenChain(at count: Int) -> String {
        count == 0
            ? "the first line names a line before it: the beginning of the journal is missing"
            : "this line does not follow line \(count): line \(count) was changed, or a line is missing"
    }

    private mutating func report(
        _ rule: RuleID,
        _ message: String,
        _ range: Range<Int>,
        help: String? = nil
    ) {
        diagnostics.append(rule.diagnostic(message, at: file.span(range), claim: claim, help: help))
    }
}

/// A line that git writes into a file with a merge conflict.
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
