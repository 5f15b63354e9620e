import Digests
import Files
import Synchronization

/// The judged texts that journals name, each in a file named by its digest:
/// `content/versions/<claim>/<digest>.json`.
///
/// They show what was submitted, reviewed and published, without git's history.
package struct VersionStore: Sendable {
    private let tree: FileTree
    private let memory: VersionMemory?

    /// The largest version, in bytes: many times the longest verdict.
    static let sizeLimit = 16 * 1024 * 1024

    /// The folder of all versions, relative to the newsroom's.
    package static let folder = "content/versions"

    /// The store in a newsroom's folder.
    /// - Parameter memory: the cache of versions; those whose files are unchanged are not read again.
    package init(_ tree: FileTree, remembering memory: VersionMemory? = nil) {
        self.tree = tree
        self.memory = memory
    }

    /// The path of a version, relative to the newsroom's folder.
    package static func path(of claim: String, _ digest: Digest) -> String {
        "\(folder)/\(claim)/\(digest.hexadecimal).json"
    }

    /// A version's bytes.
    /// - Throws: a `VersionProblem` if the file is missing, unreadable, or does not match its digest.
    package func bytes(of claim: String, _ digest: Digest) throws(VersionProblem) -> [UInt8] {
        let path = Self.path(of: claim, digest)
        let stamp = memory == nil ? nil : tree.stamp(of: path)
        if let known = memory?.bytes(of: path, stamp) { return known }
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try tree.contents(of: path, limit: Self.sizeLimit)
        } catch {
            throw error == .missing ? .missing(path) : .unreadable(path, "\(error)")
        }
        guard Digest(of: bytes) == digest else { throw .changed(path) }
        memory?.keep(bytes, of: path, stamp)
        return bytes
    }

    /// A version as a judged text.
    /// - Throws: as `bytes(of:_:)` does.
    package func text(of claim: String, _ digest: Digest) throws(VersionProblem) -> JudgedText {
        guard let text = JudgedText(reading: try bytes(of: claim, digest)) else {
            throw .unreadable(Self.path(of: claim, digest), "it is not the canonical form of a text")
        }
        return text
    }

    /// Writes a text, durably: afterwards both the file and its name are on the disk.
    /// - Parameter claim: the claim's present id; a text names the first one.
    /// - Returns: the path if the file is new; nil otherwise.
    @discardableResult
    func keep(_ text: JudgedText, of claim: String) throws(FileProblem) -> String? {
        let path = Self.path(of: claim, text.digest)
        try tree.verify(folder: "\(Self.folder)/\(claim)")
        let absolute = tree.root + "/" + path
        let isThere = tree.exists(path)
        if isThere, (try? tree.contents(of: path, limit: Self.sizeLimit)) == text.bytes {
            try DurableFile.sync(absolute)
            return nil
        }
        do throws(FileProblem) { try DurableFile.replace(absolute, with: text.bytes) } catch {
            // A new file may have its name by now without being safe on the disk, so it is removed.
            if !isThere { remove(path) }
            throw error
        }
        return isThere ? nil : path
    }

    /// Removes a version that no journal names after all.
    func remove(_ path: String) { DurableFile.remove(tree.root + "/" + path) }
}

/// A cache of valid versions, for a process that needs them again and again.
package final class VersionMemory: Sendable {
    private let versions = Mutex<[String: (stamp: FileStamp, bytes: [UInt8])]>([:])

    /// Makes an empty cache.
    package init() {}

    fileprivate func bytes(of path: String, _ stamp: FileStamp?) -> [UInt8]? {
        versions.withLock { versions in
            guard let known = versions[path], known.stamp == stamp else { return nil }
            return known.bytes
        }
    }

    fileprivate func keep(_ bytes: [UInt8], of path: String, _ stamp: FileStamp?) {
        guard let stamp else { return }
        versions.withLock { $0[path] = (stamp, bytes) }
    }
}

/// A reason why a version cannot be shown.
package enum VersionProblem: Error, Hashable, Sendable {
    /// The file is missing; with its path.
    case missing(String)
    /// The bytes do not match the digest in the file's name; with its path.
    case changed(String)
    /// The file cannot be read; with its path and the reason.
    case unreadable(String, String)
}

extension VersionProblem: CustomStringConvertible {
    /// The reason, in one sentence without a full stop.
    package var description: String {
        switch self {
        case .missing(let path): "the version `\(path)` is missing"
        case .changed(let path): "the version `\(path)` was changed: its SHA-256 is not its name"
        case .unreadable(let path, let reason): "the version `\(path)` cannot be read: \(reason)"
        }
    }

    /// The path of the file.
    package var path: String {
        switch self {
        case .missing(let path), .changed(let path), .unreadable(let path, _): path
        }
    }
}
