import Captures
import Diagnostics
import Digests
import Files
import Newsroom

/// The captured files of a newsroom, compared with their digests.
package struct CapturedFiles: Sendable {
    /// What stands at a path.
    package enum Standing: Hashable, Sendable {
        /// A file with this SHA-256.
        case found(Digest)
        /// None, or one that cannot be read.
        case problem(FileProblem)
    }

    /// What stands at each path.
    package let standings: [String: Standing]

    /// Looks at files, on all cores. Those whose stamp is known are not read.
    package init(_ paths: Set<String>, in tree: FileTree, remembering memory: CaptureMemory) async {
        let sorted = paths.sorted()
        let found = await sorted.concurrentMap { path in Self.standing(of: path, in: tree, memory) }
        standings = Dictionary(uniqueKeysWithValues: zip(sorted, found))
    }

    /// The digests of the files that are there.
    var digests: [String: Digest] {
        standings.compactMapValues { if case .found(let digest) = $0 { digest } else { nil } }
    }

    private static func standing(of path: String, in tree: FileTree, _ memory: CaptureMemory) -> Standing {
        do throws(FileProblem) {
            guard let entry = tree.entry(at: path) else { throw .missing }
            if let problem = entry.problem { throw problem }
            let stamp = tree.stamp(of: path)
            if let stamp, let known = memory.digest(of: path, stamp) { return .found(known) }
            let digest = try tree.digest(of: path)
            if let stamp, tree.stamp(of: path) == stamp { memory.keep(digest, of: path, stamp) }
            return .found(digest)
        } catch {
            return .problem(error)
        }
    }
}

extension FileTree {
    /// The largest captured file that is hashed, in bytes.
    private static let hashLimit = 4 * 1024 * 1024 * 1024
    /// The largest captured file that is read as a whole, in bytes.
    static let captureLimit = 512 * 1024 * 1024

    /// The SHA-256 of a file, which is read in pieces.
    /// - Throws: a `FileProblem` if the file is missing, unreadable or too large.
    package func digest(of path: String) throws(FileProblem) -> Digest {
        guard let entry = entry(at: path) else { throw .missing }
        if let problem = entry.problem { throw problem }
        var hash = DigestBuilder()
        try readPieces(of: entry, limit: Self.hashLimit) { hash.add($0) }
        return hash.digest
    }
}
