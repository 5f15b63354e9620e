import Captures
import Diagnostics
import Digests
import Files
import Stamps

/// Something that vouches for the time of a stamping, and holds.
package struct HeldStamp: Hashable, Sendable {
    /// Who vouches.
    package enum Witness: Hashable, Sendable {
        /// An authority, by the name in its certificate, with the root that vouches for it; nil if none is known.
        case authority(String, root: String?)
        /// A block of Bitcoin, which has to have a Merkle root.
        case block(BlockProof.Block)
        /// Calendars that have promised a block; the proof is not whole yet.
        case calendars([String])
    }

    /// Who vouches.
    package let witness: Witness
    /// The time that is vouched for; nil where only the block knows it.
    package let time: StampTime?
    /// The name of the stamping.
    package let manifest: String
    /// The path of the reply or the proof.
    package let path: String
    /// Whether the file is the bare token out of a reply.
    package let isBareToken: Bool

    /// Who vouches, in a few words that are no sentence: `DigiCert Timestamp 2026`, `Bitcoin #900000`.
    package var name: String {
        switch witness {
        case .authority(let name, _): name
        case .block(let block): "Bitcoin #\(block.height)"
        case .calendars(let calendars): calendars.joined(separator: ", ")
        }
    }

    /// The name of the reply's or the proof's file.
    package var fileName: String { StampedManifest.Part(path: path, bytes: []).name }

    /// Whether a reader may be told that somebody else vouches for the time.
    ///
    /// What a proof says of a block is known to hold only where somebody looked at the block, which no build does.
    package var isVouchedFor: Bool {
        switch witness {
        case .authority(_, let root): root != nil
        case .block, .calendars: false
        }
    }
}

/// The stampings of a newsroom, each reply and proof verified. Nothing on the network is asked.
///
///     let stamps = await VerifiedStamps(.read(from: folder))
///     stamps.stamps(of: "content/captures/study/20261128100000.warc.gz", digest)
package struct VerifiedStamps: Sendable {
    /// A stamping with what holds of it.
    package struct Manifest: Sendable {
        /// The stamping.
        package let files: StampedManifest
        /// What holds.
        package let stamps: [HeldStamp]
    }

    /// The stampings, earliest first.
    package let manifests: [Manifest]
    /// The files of certificates.
    package let roots: [StampedManifest.Part]
    /// What does not hold.
    package let diagnostics: [Diagnostic]
    private let byFile: [String: [Int]]

    /// A newsroom without stampings.
    package static let none = VerifiedStamps([], roots: [], diagnostics: [])

    private init(_ manifests: [Manifest], roots: [StampedManifest.Part], diagnostics: [Diagnostic]) {
        self.manifests = manifests
        self.roots = roots
        self.diagnostics = diagnostics
        var byFile: [String: [Int]] = [:]
        for (place, manifest) in manifests.enumerated() {
            for path in manifest.files.files.keys { byFile[path, default: []].append(place) }
        }
        self.byFile = byFile
    }

    /// Verifies stampings, on all cores.
    /// - Parameters:
    ///   - own: the certificates of whoever verifies; nil takes those beside the stampings.
    ///   - hasHeads: false on a site, where the heads of journals are not published.
    ///   - memory: what was learnt of replies before.
    package init(
        _ shelf: StampShelf,
        roots own: StampRoots? = nil,
        hasHeads: Bool = true,
        remembering memory: CaptureMemory = CaptureMemory()
    ) async {
        let roots = own ?? shelf.certificates
        let rootsName = Digest(of: roots.certificates.flatMap { Array("\($0.count) ".utf8) + $0 })
        let verified = await shelf.manifests.concurrentMap { manifest in
            var verifier = StampVerifier(manifest, roots, named: rootsName, memory)
            if hasHeads { verifier.verifyHeads() }
            verifier.verify()
            return (Manifest(files: manifest, stamps: verifier.stamps), verifier.diagnostics)
        }
        self.init(
            verified.map(\.0),
            roots: shelf.roots,
            diagnostics: (shelf.diagnostics + verified.flatMap(\.1)).sorted()
        )
    }

    /// What vouches for the time of a file, earliest first: empty for a file that was never stamped, or has other bytes now.
    package func stamps(of path: String, _ digest: Digest) -> [HeldStamp] {
        (byFile[path] ?? []).filter { manifests[$0].files.files[path] == digest }
            .flatMap { manifests[$0].stamps }
            .sorted { ($0.time?.description ?? "9", $0.path) < ($1.time?.description ?? "9", $1.path) }
    }

    /// What vouches for the time of a capture, earliest first.
    package func stamps(of capture: Capture) -> [HeldStamp] { stamps(of: capture.file, capture.sha256) }

    /// Whether a stamping lists a file with its bytes, and somebody answered.
    package func isStamped(_ path: String, _ digest: Digest) -> Bool { !stamps(of: path, digest).isEmpty }

    /// The stampings by the names of which readers are told, as `stamps(of:_:)` has them.
    package subscript(name: String) -> Manifest? { manifests.first { $0.files.name == name } }

    /// Findings about journals that lack what they had when they were stamped: one for a journal.
    package func cutJournals(_ journal: (String) -> Journal?) -> [Diagnostic] {
        var seen: Set<String> = []
        return manifests.reversed().flatMap { manifest in
            manifest.files.heads.flatMap { JournalHeads($0.bytes) }?
                .findings(stampedIn: manifest.files.name, journal) ?? []
        }.filter { finding in finding.span.map { seen.insert($0.file).inserted } ?? true }
    }

    /// Findings about captures that were stamped before the time at which the lock says they were made.
    package func earlyStamps(_ lock: CaptureLock) -> [Diagnostic] {
        manifests.flatMap { manifest -> [Diagnostic] in
            guard let earliest = manifest.stamps.compactMap(\.time).min() else { return [] }
            return manifest.files.files.keys.sorted().compactMap { path in
                guard let capture = lock[path], let made = JournalTime(capture.at),
                    made.secondsSinceEpoch > earliest.secondsSinceEpoch + Journal.clockTolerance
                else { return nil }
                return Diagnostic(
                    rule: .stampedOtherwise,
                    severity: .warning,
                    message:
                        "`\(path)` was stamped at \(earliest), and the lock says that it was captured later, at \(capture.at)",
                    span: SourceFile(path: CapturePlace.lock, bytes: []).startSpan,
                    help: "look at the clock of the machine that captured it; the time in the lock is wrong"
                )
            }
        }
    }

    /// Findings about captures that are locked with other bytes than they were stamped with.
    package func changedCaptures(_ lock: CaptureLock) -> [Diagnostic] {
        manifests.flatMap { manifest in
            manifest.files.files.sorted { $0.key < $1.key }.compactMap { path, digest in
                guard let capture = lock[path], capture.sha256 != digest else { return nil }
                return Diagnostic(
                    rule: .stampedOtherwise,
                    message:
                        "`\(path)` was stamped with the SHA-256 \(digest.short)… (\(manifest.files.name)), and the lock says \(capture.sha256.short)…",
                    span: SourceFile(path: CapturePlace.lock, bytes: []).startSpan,
                    help: "a capture is never rewritten: restore the file and its line from git"
                )
            }
        }
    }
}
