import Diagnostics
import Digests

/// One line of a journal: an event, its author and time, and the digest of the line before.
package struct JournalLine: Hashable, Sendable {
    /// The digest of the line before; nil in a journal's first line.
    package let previous: Digest?
    /// The original `previous`, if `assay journal rebase` has moved the line since it was written.
    package let mended: Predecessor?
    /// The claim's id.
    package let claim: String
    /// The time of writing.
    package let time: JournalTime
    /// The profile id of the author.
    package let author: String
    /// The author's name in their profile at the time of writing; nil for events whose author readers do not see.
    package let name: String?
    /// The event.
    package let event: JournalEvent
    /// An SSH signature of `signedBytes`, armoured as by `ssh-keygen -Y sign` (OpenSSH, PROTOCOL.sshsig).
    package let signature: String?

    /// A line's original predecessor, in a type of its own because the first line of a journal has none.
    package struct Predecessor: Hashable, Sendable {
        /// The predecessor's digest; nil for a journal's first line.
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

    /// A copy of the line with a signature.
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

    /// This line re-chained to a new predecessor; `mended` keeps the original one.
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

    /// The event's identity: the digest of its signed bytes, which copying and moving do not change.
    var identity: Digest { Digest(of: signedBytes) }

    /// The digest of the original predecessor; nil for the first line of a journal.
    var firstPrevious: Digest? { mended.map(\.digest) ?? previous }

    /// The line as it was written, before any rebase.
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

    /// The SHA-256 of `bytes`, which the next line names as `previous`.
    package var digest: Digest { Digest(of: bytes) }

    /// The line in canonical form: compact JSON with its members in order, and a line feed.
    package var bytes: [UInt8] { JSONValue.object(members).serialized() + [UInt8(ascii: "\n")] }

    /// The bytes that are signed: the original line with its line feed, without the member `signature`.
    package var signedBytes: [UInt8] {
        let members = original.members.filter { $0.name != Member.signature.rawValue }
        return JSONValue.object(members).serialized() + [UInt8(ascii: "\n")]
    }
}

extension JournalLine {
    /// The members of a line, in canonical order.
    enum Member: String, CaseIterable {
        case previous, mended, claim, at, by, event, to, from, correction, digest, ruling, name, earlier
        case published, updated, reviewers, exact, prefix, suffix, note
        case signature

        /// The position in the canonical order.
        var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    private var members: [JSONValue.Member] {
        let values: [(Member, JSONValue?)] =
            [
                (.previous, Self.value(previous)),
                (.mended, mended.map { Self.value($0.digest) }),
                (.claim, .string(claim)),
                (.at, .string(time.description)),
                (.by, .string(author)),
                (.event, .string(event.kind.rawValue)),
                (.name, name.map(JSONValue.string)),
                (.signature, signature.map(JSONValue.string)),
            ] + event.content.members.values
        let sorted = values.sorted { $0.0.place < $1.0.place }
        return sorted.compactMap { member, value in value.map { JSONValue.Member(member.rawValue, $0) } }
    }

    private static func value(_ digest: Digest?) -> JSONValue {
        digest.map { .string($0.hexadecimal) } ?? .null
    }
}

extension EventMembers {
    /// The members that have a value.
    var values: [(JournalLine.Member, JSONValue)] {
        let values: [(JournalLine.Member, JSONValue?)] = [
            (.to, to.map(JSONValue.string)),
            (.from, from.map(JSONValue.string)),
            (.correction, correction.map { .string($0.rawValue) }),
            (.digest, digest.map { .string($0.hexadecimal) }),
            (.ruling, ruling.map(JSONValue.string)),
            (.earlier, earlier.map { .string($0.hexadecimal) }),
            (.published, published.map { .string($0.description) }),
            (.updated, updated.map { .string($0.description) }),
            (.reviewers, reviewers.map(JSONValue.string)),
            (.exact, exact.map(JSONValue.string)),
            (.prefix, prefix.map(JSONValue.string)),
            (.suffix, suffix.map(JSONValue.string)),
            (.note, note.map(JSONValue.string)),
        ]
        return values.compactMap { member, value in value.map { (member, $0) } }
    }
}
