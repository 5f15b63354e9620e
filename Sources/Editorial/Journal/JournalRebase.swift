import Diagnostics
import Digests

/// One journal made from two branches: shared lines keep their places, and the others are moved behind them.
///
/// A moved line keeps its original predecessor in `mended`, so that its signature stays valid. Each event appears
/// once, however often merges have copied its line.
///
///     let rebase = try JournalRebase(claim, file, shared: bytesOnMain)
///     // rebase.bytes is the new file, rebase.movedCount what `assay journal rebase` reports
package struct JournalRebase: Sendable {
    /// A reason why a journal cannot be mended.
    package struct Problem: Error, CustomStringConvertible {
        /// The reason, in one sentence without a full stop.
        package let description: String
    }

    /// The bytes of the mended file.
    package let bytes: [UInt8]
    /// The number of lines in the mended file.
    package let lineCount: Int
    /// The number of lines that were moved.
    package let movedCount: Int
    /// The number of duplicate lines that were dropped.
    package let copyCount: Int
    /// Whether an unfinished last line was dropped.
    package let droppedUnfinishedLine: Bool
    /// Whether a missing line feed at the end was restored.
    package let restoredLineFeed: Bool
    /// Whether carriage returns at line ends were dropped.
    package let restoredLineEnds: Bool

    /// Mends a claim's journal.
    /// - Parameters:
    ///   - file: the file as git merged it, with or without conflict markers.
    ///   - shared: the journal on the branch that others have, whose lines keep their places; if empty, the first
    ///     chain of lines in the file does.
    /// - Throws: `Problem` if lines are broken, missing, or about another claim.
    package init(_ claim: String, _ file: SourceFile, shared: [UInt8] = []) throws(Problem) {
        let found = try BranchedLines(file)
        let identity = found.lines.first?.claim ?? claim
        for line in found.lines where line.claim != identity {
            throw Problem(description: "a line is about the claim `\(line.claim)`, not about `\(identity)`")
        }
        let known = Set(found.lines.map(\.identity))
        let others = Journal(claim, SourceFile(path: file.path, bytes: shared)).lines
        let ordered = try Self.ordered(found.lines, Array(others.prefix { known.contains($0.identity) }))
        var head: Digest?
        var moved = 0
        var bytes: [UInt8] = []
        for line in ordered {
            let isInPlace = line.previous == head
            let placed = isInPlace ? line : line.first(after: head)
            moved += isInPlace ? 0 : 1
            bytes += placed.bytes
            head = placed.digest
        }
        // The result is validated before it replaces the file.
        if let problem = Journal(claim, SourceFile(path: file.path, bytes: bytes)).diagnostics.first {
            let place = problem.span.map { "line \($0.line): " } ?? ""
            throw Problem(description: "the mended journal would be invalid: \(place)\(problem.message)")
        }
        self.bytes = bytes
        lineCount = ordered.count
        movedCount = moved
        copyCount = found.lines.count - ordered.count
        droppedUnfinishedLine = found.hasUnfinishedLine
        restoredLineFeed = found.lacksLineFeed
        restoredLineEnds = found.hasForeignLineEnds
    }

    /// The lines without duplicates: first those that keep their places, then each branch in its own order.
    private static func ordered(
        _ lines: [JournalLine],
        _ shared: [JournalLine]
    ) throws(Problem) -> [JournalLine] {
        let all = shared + lines
        var events: [Digest?: Digest] = [:]
        var waiting: [Digest: JournalLine] = [:]
        for line in all {
            let identity = line.identity
            events[line.digest] = identity
            events[line.original.digest] = identity
            waiting[identity] = waiting[identity] ?? line
        }
        var successors: [Digest?: [Digest]] = [:]
        var known: Set<Digest> = []
        for line in all where known.insert(line.identity).inserted {
            let previous = line.firstPrevious
            guard previous == nil || events[previous] != nil else {
                throw Problem(
                    description:
                        "the line of \(line.time) by `\(line.author)` follows a line that is not there, so a line was changed or is missing; restore the file from git"
                )
            }
            successors[previous.flatMap { events[$0] }, default: []].append(line.identity)
        }
        var ordered: [JournalLine] = []
        func take(_ line: JournalLine) {
            waiting[line.identity] = nil
            ordered.append(line)
        }
        for line in shared.isEmpty ? chain(of: lines) : shared { take(line) }
        var pending =
            ([nil] + ordered.map { $0.identity as Digest? }).flatMap { successors[$0] ?? [] }
            .reversed() as [Digest]
        while let identity = pending.popLast() {
            guard let line = waiting[identity] else { continue }
            take(line)
            // Further branches wait until everything that grows from the first successor is taken.
            let next = successors[identity] ?? []
            pending.insert(contentsOf: next.dropFirst().reversed(), at: 0)
            if let first = next.first { pending.append(first) }
        }
        guard waiting.isEmpty else {
            throw Problem(
                description:
                    "\(waiting.count) lines follow one another in a circle, so lines were changed; restore the file from git"
            )
        }
        return ordered
    }

    /// The chain of lines that is a journal already; where several follow one line, the first in the file wins.
    private static func chain(of lines: [JournalLine]) -> [JournalLine] {
        let successors = Dictionary(grouping: lines, by: \.previous)
        var chain: [JournalLine] = []
        var taken: Set<Digest> = []
        var head: Digest?
        while let next = successors[head]?.first(where: { taken.insert($0.identity).inserted }) {
            chain.append(next)
            head = next.digest
        }
        return chain
    }
}

extension JournalLine {
    /// This line placed behind another one: in its original form if that is its original predecessor.
    func first(after digest: Digest?) -> JournalLine {
        firstPrevious == digest ? original : moved(after: digest)
    }
}

/// All lines of a file that git merged, in the order of the file.
private struct BranchedLines {
    private(set) var lines: [JournalLine] = []
    /// Whether the last line was incomplete and dropped.
    private(set) var hasUnfinishedLine = false
    /// Whether only the line feed at the end of the last line is missing.
    private(set) var lacksLineFeed = false
    /// Whether there are carriage returns at line ends.
    private(set) var hasForeignLineEnds = false

    init(_ file: SourceFile) throws(JournalRebase.Problem) {
        var isInBase = false
        let texts = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, ended) in texts.enumerated() {
            let isForeign = ended.last == UInt8(ascii: "\r")
            let text = isForeign ? ended.dropLast() : ended
            if let marker = ConflictMarker(text) {
                isInBase = marker == .base
                continue
            }
            let isLast = index == texts.count - 1
            if isInBase || (text.isEmpty && isLast) { continue }
            do throws(LineProblem) {
                lines.append(try JournalLine(parsing: text))
                lacksLineFeed = isLast
                hasForeignLineEnds = hasForeignLineEnds || isForeign
            } catch {
                guard !isLast else {
                    hasUnfinishedLine = true
                    return
                }
                throw .init(description: "line \(index + 1) cannot be read: \(error.message)")
            }
        }
    }
}
