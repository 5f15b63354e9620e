import Addresses
import Captures
import Diagnostics
import Digests
import Files
import Newsroom

/// The removal of a journal's last line, while nobody else can have it.
package struct JournalUndo: Sendable {
    private let claim: DeskClaim
    private let tree: FileTree
    private var path: String { Journal.path(of: claim.claim.id) }

    /// The result of an undo.
    package struct Outcome: Sendable {
        /// The removed line.
        package let line: JournalLine
        /// The journal without the line.
        package let journal: Journal
    }

    /// Names the journal.
    package init(_ claim: DeskClaim, in tree: FileTree) {
        self.claim = claim
        self.tree = tree
    }

    /// Removes the last line, and the version that it alone named.
    /// - Parameters:
    ///   - person: the profile id of the person who asks, who must be the line's author.
    ///   - site: the folder of the last build, which readers may have seen.
    /// - Throws: a refusal if someone else may have the line.
    package func undo(by person: String, published site: FileTree?) async throws(Refusal) -> Outcome {
        let journal = claim.journal
        if let problem = journal.diagnostics.first { throw Refusal(problem.message, help: problem.help) }
        guard let line = journal.lines.last, let range = journal.ranges.last else {
            throw Refusal("the journal has no line that could be taken back")
        }
        guard line.event.kind != .renamed else {
            throw Refusal(
                "the last line gave the claim another id, and its files have it",
                help: remedy(line)
            )
        }
        guard claim.names.current(.record(.profile), line.author) == person else {
            throw Refusal(
                "the last line, `\(line.event.kind.rawValue)` of \(line.time), is `\(line.author)`'s and not `\(person)`'s",
                help: "who wrote a line takes it back; `--as` says who you are"
            )
        }
        let commit = UnsharedCommit(in: tree.root)
        let isLastCommit = await commit.isOnly(
            JournalStep(line, of: claim.claim.id, claim.names)
        )
        let othersMayHaveIt = isLastCommit ? false : try await isCommitted(line)
        guard !othersMayHaveIt else {
            throw Refusal(
                "the last line, `\(line.event.kind.rawValue)` of \(line.time), is committed, so others may have it",
                help: remedy(line)
            )
        }
        guard site.map({ !isPublished(line, in: $0) }) ?? true else {
            throw Refusal(
                "the site that was built last shows the last line, `\(line.event.kind.rawValue)` of \(line.time), so readers may have it",
                help: remedy(line)
            )
        }
        guard !isStamped(line) else {
            throw Refusal(
                "the last line, `\(line.event.kind.rawValue)` of \(line.time), is the head of the journal that was stamped (\(CapturePlace.stamps)/)",
                help: remedy(line)
            )
        }
        if isLastCommit { try await commit.takeBack() }
        let rest = Array(journal.file.bytes[..<range.lowerBound])
        let after = Journal(claim.claim.id, .init(path: path, bytes: rest))
        do throws(AppendOnlyFile.Problem) {
            try AppendOnlyFile.replace(tree.root + "/" + path, holding: journal.file.bytes, with: rest)
        } catch {
            throw Refusal("`\(path)` is as it was: \(error)")
        }
        try await removeVersion(of: line, after)
        return Outcome(line: line, journal: after)
    }

    private func isCommitted(_ line: JournalLine) async throws(Refusal) -> Bool {
        // The identity, and not the line's bytes: a merge may have moved it.
        let identity = line.identity
        return try await GitHistory(folder: tree.root).hasCommitted(path, in: .all) { bytes in
            bytes.split(separator: UInt8(ascii: "\n")).contains { text in
                (try? JournalLine(parsing: text))?.identity == identity
            }
        }
    }

    private func isStamped(_ line: JournalLine) -> Bool {
        StampShelf.read(from: tree).manifests.contains { manifest in
            manifest.heads.flatMap { JournalHeads($0.bytes) }?.journals.contains { head in
                head.claim == claim.claim.id && head.head == line.digest
            } ?? false
        }
    }

    private func isPublished(_ line: JournalLine, in site: FileTree) -> Bool {
        let published = try? site.contents(
            of: Route.journal(claim.claim.id).path,
            limit: Journal.sizeLimit
        )
        return published.map { bytes in
            Journal(claim.claim.id, .init(path: path, bytes: bytes)).lines.contains {
                $0.identity == line.identity
            }
        } ?? false
    }

    /// Removes the version of a submission that was undone; one that git has stays.
    private func removeVersion(of line: JournalLine, _ journal: Journal) async throws(Refusal) {
        guard let digest = line.event.digest, journal.lines.allSatisfy({ $0.event.digest != digest }) else {
            return
        }
        let version = VersionStore.path(of: claim.claim.id, digest)
        guard try await !GitHistory(folder: tree.root).hasCommitted(version, in: .all, where: { !$0.isEmpty })
        else {
            return
        }
        VersionStore(tree).remove(version)
    }

    /// What can be written instead, when a line stays.
    private func remedy(_ line: JournalLine) -> String {
        "a journal is never shortened once it is shared; "
            + line.event.kind.content.remedy(for: claim.claim.id)
    }
}
