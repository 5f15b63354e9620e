import Diagnostics
import Digests

/// Makes one journal of two that both grew: puts the lines of the later branch after those of the earlier one.
///
/// Every line that moves keeps in `mended` what it followed when it was written, so that its signature still
/// holds and anyone can see what was done.
public struct JournalRebase: Sendable {
    /// Why a journal cannot be mended.
    public struct Problem: Error, CustomStringConvertible {
        /// What is wrong, in one sentence without a full stop.
        public let description: String
    }

    /// The mended file.
    public let bytes: [UInt8]
    /// How many lines it has.
    public let lineCount: Int
    /// How many lines had to be moved.
    public let movedCount: Int
    /// Whether an unfinished last line was taken away.
    public let droppedUnfinishedLine: Bool

    /// Mends the journal of a claim.
    public init(_ claim: String, _ file: SourceFile) throws(Problem) {
        let found = try Self.lines(of: file)
        droppedUnfinishedLine = found.hasUnfinishedLine
        var successors: [Digest?: [JournalLine]] = [:]
        for line in found.lines {
            guard line.claim == claim else {
                throw Problem(description: "a line is about the claim `\(line.claim)`, not about `\(claim)`")
            }
            successors[line.previous, default: []].append(line)
        }
        let ordered = Self.ordered(successors)
        guard ordered.count == found.lines.count else {
            throw Problem(
                description:
                    "\(found.lines.count - ordered.count) lines follow a line that is not there, so a line was changed or is missing; restore the file from git"
            )
        }
        var head: Digest?
        var moved = 0
        var bytes: [UInt8] = []
        for line in ordered {
            let isInPlace = line.previous == head
            let placed = isInPlace ? line : line.moved(after: head)
            moved += isInPlace ? 0 : 1
            bytes += placed.bytes
            head = placed.digest
        }
        self.bytes = bytes
        lineCount = ordered.count
        movedCount = moved
    }

    /// The trunk, then each branch as it was written: of several lines that follow one, the first in the file goes on.
    private static func ordered(_ successors: [Digest?: [JournalLine]]) -> [JournalLine] {
        var ordered: [JournalLine] = []
        var pending = (successors[nil] ?? []).reversed() as [JournalLine]
        while let line = pending.popLast() {
            ordered.append(line)
            let next = successors[line.digest] ?? []
            // What branches off here comes after everything that grows from the first successor.
            if let first = next.first {
                pending.insert(contentsOf: next.dropFirst().reversed(), at: 0)
                pending.append(first)
            }
        }
        return ordered
    }

    /// All lines between the markers of git, each once.
    private static func lines(of file: SourceFile) throws(Problem) -> (
        lines: [JournalLine], hasUnfinishedLine: Bool
    ) {
        var lines: [JournalLine] = []
        var seen: Set<Digest> = []
        var isInBase = false
        let texts = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, text) in texts.enumerated() {
            if let marker = ConflictMarker(text) {
                isInBase = marker == .base
                continue
            }
            if isInBase || (text.isEmpty && index == texts.count - 1) { continue }
            if index == texts.count - 1 { return (lines, true) }
            do throws(LineProblem) {
                let line = try JournalLine(parsing: text)
                if seen.insert(line.digest).inserted { lines.append(line) }
            } catch {
                throw Problem(description: "line \(index + 1) cannot be read: \(error.message)")
            }
        }
        return (lines, false)
    }
}
