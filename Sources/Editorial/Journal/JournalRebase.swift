import Diagnostics
import Digests

/// Makes one journal of two that both grew: lines that others have keep their place, the others follow.
///
/// Every line that moves keeps in `mended` what it followed when it was written, so that its signature still
/// holds and anyone can see what was done. An event is there once, however often merges have copied its line.
package struct JournalRebase: Sendable {
    /// Why a journal cannot be mended.
    package struct Problem: Error, CustomStringConvertible {
        /// What is wrong, in one sentence without a full stop.
        package let description: String
    }

    /// The mended file.
    package let bytes: [UInt8]
    /// How many lines it has.
    package let lineCount: Int
    /// How many lines had to be moved.
    package let movedCount: Int
    /// How many copies of lines were taken away.
    package let copyCount: Int
    /// Whether an unfinished last line was taken away.
    package let droppedUnfinishedLine: Bool
    /// Whether the line feed at the end was missing, and was put back.
    package let restoredLineFeed: Bool
    /// Whether carriage returns at line ends were taken away.
    package let restoredLineEnds: Bool

    /// Mends the journal of a claim.
    /// - Parameter shared: the journal as others have it, whose lines keep their places; without it those lines do that
    ///   stand first in the file.
    package init(_ claim: String, _ file: SourceFile, shared: [UInt8] = []) throws(Problem) {
        let found = try BranchedLines(file)
        for line in found.lines where line.claim != claim {
            throw Problem(description: "a line is about the claim `\(line.claim)`, not about `\(claim)`")
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
        // What was written is read before it takes the place of anything.
        if let problem = Journal(claim, SourceFile(path: file.path, bytes: bytes)).diagnostics.first {
            let place = problem.span.map { "line \($0.line): " } ?? ""
            throw Problem(description: "what came of it would not be a journal: \(place)\(problem.message)")
        }
        self.bytes = bytes
        lineCount = ordered.count
        movedCount = moved
        copyCount = found.lines.count - ordered.count
        droppedUnfinishedLine = found.hasUnfinishedLine
        restoredLineFeed = found.lacksLineFeed
        restoredLineEnds = found.hasForeignLineEnds
    }

    /// Each event once: those that keep their places, then each branch as it was written.
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
            // What branches off here comes after everything that grows from the first successor.
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

    /// The lines that are a journal as they stand: of several that follow one, the first in the file goes on.
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
    /// The line behind another one: as it was first written, where it was written after that.
    func first(after digest: Digest?) -> JournalLine {
        firstPrevious == digest ? original : moved(after: digest)
    }
}

/// All lines of a file that git merged, whatever their order.
private struct BranchedLines {
    private(set) var lines: [JournalLine] = []
    /// Whether the last line ends in the middle, and was left out.
    private(set) var hasUnfinishedLine = false
    /// Whether the last line is whole but for its line feed.
    private(set) var lacksLineFeed = false
    /// Whether lines end as on Windows.
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
