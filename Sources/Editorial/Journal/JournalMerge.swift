import Diagnostics
import Digests

/// One journal of two versions of it, for git's merges: each event once, and no line of either version lost.
///
/// One version stands as it is, and the other's further lines follow in their order, each with its original predecessor in
/// `mended`. What git calls the common ancestor is not asked: a journal never loses a line, so there is nothing in which it
/// could matter.
///
///     let merge = try JournalMerge(ours: a, theirs: b, path: "content/journal/moon.jsonl", standing: .settled)
///     // merge.bytes is the journal of both
package struct JournalMerge: Sendable {
    /// The version whose lines keep their places; lines that are shared already come before this choice.
    package enum Standing: Sendable {
        /// Ours: what is checked out while git replays, picks or takes back commits.
        case ours
        /// The one whose own lines begin first, so that a merge in either direction comes to the same bytes.
        case settled
    }

    /// A reason why two versions cannot be made into one, with a file that `assay journal rebase` may mend.
    package struct Conflict: Error, CustomStringConvertible {
        /// The reason, in one sentence without a full stop.
        package let description: String
        /// Both versions between git's conflict markers.
        package let marked: [UInt8]
    }

    /// The bytes of the merged journal.
    package let bytes: [UInt8]

    /// Merges two versions of a journal.
    /// - Parameters:
    ///   - path: the file's path, for messages.
    ///   - shared: the journal on the branch that others have; the version that begins with it stands.
    /// - Throws: `Conflict` if a version is broken, or is another claim's.
    package init(
        ours: [UInt8],
        theirs: [UInt8],
        path: String,
        shared: [UInt8] = [],
        standing: Standing
    ) throws(Conflict) {
        guard ours != theirs, !theirs.isEmpty else {
            bytes = ours
            return
        }
        guard !ours.isEmpty else {
            bytes = theirs
            return
        }
        let (left, right) = (Self.journal(ours, path), Self.journal(theirs, path))
        let isReversed = Self.isReversed(left, right, shared: shared, standing)
        let (first, second) = isReversed ? (right, left) : (left, right)
        if let merged = Self.joined(first, second, path) ?? Self.joined(second, first, path) {
            bytes = merged
            return
        }
        // A version with a fork or a half-written line: what mends one file mends both.
        let whole = first.file.bytes + Self.lineEnd(first.file.bytes) + second.file.bytes
        do throws(JournalRebase.Problem) {
            bytes = try JournalRebase(first.claim, SourceFile(path: path, bytes: whole), shared: shared).bytes
        } catch {
            throw Conflict(
                description: "\(path): the two versions do not go together: \(error)",
                marked: Self.marked(ours, theirs)
            )
        }
    }

    /// A journal under the id that its own lines give to it.
    private static func journal(_ bytes: [UInt8], _ path: String) -> Journal {
        var id: String?
        for text in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let line = try? JournalLine(parsing: text) else { continue }
            id = line.event.renaming?.to ?? id ?? line.claim
        }
        return Journal(id ?? "", SourceFile(path: path, bytes: bytes))
    }

    /// Whether their version stands, and ours follows.
    private static func isReversed(
        _ ours: Journal,
        _ theirs: Journal,
        shared: [UInt8],
        _ standing: Standing
    ) -> Bool {
        let isOursShared = !shared.isEmpty && ours.file.bytes.starts(with: shared)
        let isTheirsShared = !shared.isEmpty && theirs.file.bytes.starts(with: shared)
        if isOursShared != isTheirsShared { return isTheirsShared }
        guard standing == .settled else { return false }
        let pairs = zip(ours.lines, theirs.lines)
        guard let (mine, other) = pairs.first(where: { $0 != $1 }) else {
            return theirs.lines.count > ours.lines.count
        }
        return (other.time, other.identity.hexadecimal) < (mine.time, mine.identity.hexadecimal)
    }

    /// The first journal with the lines behind it that only the second has; nil if that is no valid journal.
    private static func joined(_ first: Journal, _ second: Journal, _ path: String) -> [UInt8]? {
        guard first.isSound, second.isSound, first.identity == second.identity else { return nil }
        let known = Set(first.lines.map(\.identity))
        var bytes = first.file.bytes
        var head = first.head
        for line in second.lines where !known.contains(line.identity) {
            let placed = line.first(after: head)
            bytes += placed.bytes
            head = placed.digest
        }
        return journal(bytes, path).isSound ? bytes : nil
    }

    private static func lineEnd(_ bytes: [UInt8]) -> [UInt8] {
        bytes.last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]
    }

    private static func marked(_ ours: [UInt8], _ theirs: [UInt8]) -> [UInt8] {
        Array("<<<<<<< ours\n".utf8) + ours + lineEnd(ours) + Array("=======\n".utf8) + theirs
            + lineEnd(theirs) + Array(">>>>>>> theirs\n".utf8)
    }
}
