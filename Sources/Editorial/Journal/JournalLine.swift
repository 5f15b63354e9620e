import Diagnostics
import Digests

/// One line of a journal: an event, who wrote it down and when, and the line that it follows.
package struct JournalLine: Hashable, Sendable {
    /// The digest of the line before; nil in the first line.
    package let previous: Digest?
    /// What `previous` was when the line was written, if `assay journal rebase` has moved it since.
    package let mended: Predecessor?
    /// The claim's id.
    package let claim: String
    /// When it was written.
    package let time: JournalTime
    /// The profile of who wrote it.
    package let author: String
    /// The name of whoever wrote it, as their profile gave it then; nil where no reader is told of it.
    package let name: String?
    /// What happened.
    package let event: JournalEvent
    /// An SSH signature of `signedBytes` in the armoured form of `ssh-keygen -Y sign`.
    package let signature: String?

    /// The line that a line was first written after; nil for the first of a journal.
    package struct Predecessor: Hashable, Sendable {
        /// The digest of that line.
        package let digest: Digest?

        /// Makes a predecessor.
        package init(_ digest: Digest?) { self.digest = digest }
    }

    /// Makes a line.
    package init(
        previous: Digest?,
        mended: Predecessor? = nil,
        claim: String,
        time: JournalTime,
        author: String,
        name: String? = nil,
        event: JournalEvent,
        signature: String? = nil
    ) {
        self.previous = previous
        self.mended = mended
        self.claim = claim
        self.time = time
        self.author = author
        self.name = name
        self.event = event
        self.signature = signature
    }

    /// The line with a signature.
    package func signed(_ signature: String) -> JournalLine {
        JournalLine(
            previous: previous,
            mended: mended,
            claim: claim,
            time: time,
            author: author,
            name: name,
            event: event,
            signature: signature
        )
    }

    /// The line after another one than it was written after; what it said at first is kept in `mended`.
    func moved(after digest: Digest?) -> JournalLine {
        JournalLine(
            previous: digest,
            mended: mended ?? Predecessor(previous),
            claim: claim,
            time: time,
            author: author,
            name: name,
            event: event,
            signature: signature
        )
    }

    /// What is the same however often a line is copied or moved: the digest of what a signature signs.
    var identity: Digest { Digest(of: signedBytes) }

    /// The digest of the line that this one was first written after; nil for the first of a journal.
    var firstPrevious: Digest? { mended.map(\.digest) ?? previous }

    /// The line as it was first written.
    var original: JournalLine {
        guard let mended else { return self }
        return JournalLine(
            previous: mended.digest,
            claim: claim,
            time: time,
            author: author,
            name: name,
            event: event,
            signature: signature
        )
    }

    /// The SHA-256 of the line with its line end: what the next line names.
    package var digest: Digest { Digest(of: bytes) }

    /// The line in its canonical writing, with its line end.
    package var bytes: [UInt8] { JSONValue.object(members).serialized() + [UInt8(ascii: "\n")] }

    /// What a signature signs: the line as it was first written, with its line end, without `signature`.
    package var signedBytes: [UInt8] {
        let members = original.members.filter { $0.name != Member.signature.rawValue }
        return JSONValue.object(members).serialized() + [UInt8(ascii: "\n")]
    }
}

extension JournalLine {
    /// The members of a line, in the order in which they are written.
    enum Member: String, CaseIterable {
        case previous, mended, claim, at, by, event, to, from, correction, digest, ruling, name, earlier
        case published, updated, reviewers, note
        case signature

        /// The place among all members.
        var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    private var members: [JSONValue.Member] {
        let members = event.content.members
        let values: [(Member, JSONValue?)] = [
            (.previous, Self.value(previous)),
            (.mended, mended.map { Self.value($0.digest) }),
            (.claim, .string(claim)),
            (.at, .string(time.description)),
            (.by, .string(author)),
            (.event, .string(event.kind.rawValue)),
            (.to, members.to.map(JSONValue.string)),
            (.from, members.from.map(JSONValue.string)),
            (.correction, members.correction.map { .string($0.rawValue) }),
            (.digest, members.digest.map { .string($0.hexadecimal) }),
            (.ruling, members.ruling.map(JSONValue.string)),
            (.name, name.map(JSONValue.string)),
            (.earlier, members.earlier.map { .string($0.hexadecimal) }),
            (.published, members.published.map { .string($0.description) }),
            (.updated, members.updated.map { .string($0.description) }),
            (.reviewers, members.reviewers.map(JSONValue.string)),
            (.note, members.note.map(JSONValue.string)),
            (.signature, signature.map(JSONValue.string)),
        ]
        return values.compactMap { member, value in value.map { JSONValue.Member(member.rawValue, $0) } }
    }

    private static func value(_ digest: Digest?) -> JSONValue {
        digest.map { .string($0.hexadecimal) } ?? .null
    }
}
