import Digests
import Files
import Synchronization

/// The texts that journals name, each in a file that is named by its digest: `content/versions/<claim>/<digest>.json`.
///
/// What was submitted, reviewed and published can be shown again without git's history.
package struct VersionStore: Sendable {
    private let tree: FileTree
    private let memory: VersionMemory?

    /// A version has at most so many bytes: many times the longest verdict.
    static let sizeLimit = 16 * 1024 * 1024

    /// The folder below which all versions lie.
    package static let folder = "content/versions"

    /// The store of a newsroom.
    /// - Parameter memory: what was read before is not read again while its file is the same.
    package init(_ tree: FileTree, remembering memory: VersionMemory? = nil) {
        self.tree = tree
        self.memory = memory
    }

    /// Where a version lies.
    package static func path(of claim: String, _ digest: Digest) -> String {
        "\(folder)/\(claim)/\(digest.hexadecimal).json"
    }

    /// A version's bytes, if they are what their name says.
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

    /// A version as it was judged.
    package func text(of claim: String, _ digest: Digest) throws(VersionProblem) -> JudgedText {
        guard let text = JudgedText(reading: try bytes(of: claim, digest)) else {
            throw .unreadable(Self.path(of: claim, digest), "it is not the canonical form of a text")
        }
        return text
    }

    /// Keeps a text: its file, and the file's name, are on the disk afterwards.
    /// - Returns: the path of the file if it is new.
    @discardableResult
    func keep(_ text: JudgedText) throws(FileProblem) -> String? {
        let path = Self.path(of: text.claim, text.digest)
        try tree.verify(folder: "\(Self.folder)/\(text.claim)")
        let absolute = tree.root + "/" + path
        let isThere = tree.exists(path)
        if isThere, (try? tree.contents(of: path, limit: Self.sizeLimit)) == text.bytes {
            try DurableFile.sync(absolute)
            return nil
        }
        do throws(FileProblem) { try DurableFile.replace(absolute, with: text.bytes) } catch {
            // It may have its name already, and not be on the disk.
            if !isThere { remove(path) }
            throw error
        }
        return isThere ? nil : path
    }

    /// Takes a text away that no journal names after all.
    func remove(_ path: String) { DurableFile.remove(tree.root + "/" + path) }
}

/// The versions that were read and found to be what their names say, for a process that asks for them again and again.
package final class VersionMemory: Sendable {
    private let versions = Mutex<[String: (stamp: FileStamp, bytes: [UInt8])]>([:])

    /// A memory of nothing.
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

/// Why a version cannot be shown.
package enum VersionProblem: Error, Hashable, Sendable {
    /// There is no such file.
    case missing(String)
    /// The bytes are not those that its name is the digest of.
    case changed(String)
    /// It cannot be read: why.
    case unreadable(String, String)
}

extension VersionProblem: CustomStringConvertible {
    /// What is wrong, in one sentence without a full stop.
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
