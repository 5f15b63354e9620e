import Captures
import Digests
import Watching

/// What a newsroom holds of its sources and articles: the lock, and the files that were compared with their digests.
package struct HeldCaptures: Hashable, Sendable {
    /// The lock.
    package let lock: CaptureLock
    /// The files that are here, with the SHA-256 that each was found to have.
    package let found: [String: Digest]
    /// What became of the addresses since, as far as somebody looked.
    package private(set) var addresses: [CapturedRecord: AddressState] = [:]

    /// Nothing is held.
    package static let none = HeldCaptures(lock: CaptureLock(), found: [:])

    /// Makes the captures.
    package init(lock: CaptureLock, found: [String: Digest]) {
        self.lock = lock
        self.found = found
    }

    /// The same captures with what was seen of the addresses.
    package func seen(_ addresses: [CapturedRecord: AddressState]) -> HeldCaptures {
        var captures = self
        captures.addresses = addresses
        return captures
    }

    /// The number of captures in the lock whose files are not here.
    package var absentCount: Int { lock.captures.count { found[$0.file] == nil } }

    /// The copy that a snapshot names; nil where the file here is another one, or where neither a file nor the lock knows it.
    package func copy(_ snapshot: Snapshot) -> HeldCopy? {
        guard let digest = snapshot.digest else { return nil }
        let path = snapshot.file.value
        let locked = lock[path].flatMap { $0.sha256 == digest ? $0 : nil }
        if let found = found[path] {
            return found == digest ? HeldCopy(digest: digest, isHere: true, capture: locked) : nil
        }
        return locked.map { HeldCopy(digest: digest, isHere: false, capture: $0) }
    }
}

/// A captured copy that is what its record says.
package struct HeldCopy: Hashable, Sendable {
    /// The SHA-256 of the file.
    package let digest: Digest
    /// Whether the file is here and was compared; false for one that the lock alone knows.
    package let isHere: Bool
    /// The capture; nil for a file that is in no lock.
    package let capture: Capture?
}

extension CapturedDocument {
    /// The name by which captures know the record.
    package var captured: CapturedRecord { Self.kind == .article ? .article(id) : .source(id) }
}

extension Newsroom {
    /// Whether anybody has a copy of a source's page: an archive, another address, or the newsroom.
    package func hasCopy(of source: Source) -> Bool {
        !source.archived.isEmpty || !source.alsoAt.isEmpty
            || source.snapshot.flatMap(captures.copy) != nil
    }

    /// Whether a source's page was found gone on three days, and nobody has a copy of it.
    package func hasVanished(_ source: Source) -> Bool {
        captures.addresses[source.captured]?.condition == .dead && !hasCopy(of: source)
    }
}
