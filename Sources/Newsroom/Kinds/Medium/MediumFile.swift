import Digests
import Files
import Media

/// A medium's own file, as it was found.
package struct MediumFile: Sendable {
    /// The largest file that is read, in bytes.
    package static let sizeLimit = 256 * 1024 * 1024

    /// The path in the newsroom's folder.
    package let path: String
    /// The size in bytes.
    package let byteCount: Int
    /// The SHA-256, in hexadecimal.
    package let sha256: String
    /// What the file is, and what of it goes out.
    package let inspected: InspectedMedia

    private let tree: FileTree

    /// Keeps what was found of a file in a folder.
    package init(path: String, byteCount: Int, sha256: String, inspected: InspectedMedia, in tree: FileTree) {
        self.path = path
        self.byteCount = byteCount
        self.sha256 = sha256
        self.inspected = inspected
        self.tree = tree
    }

    /// The bytes that go out: read again, because thousands of pictures are not kept in memory, and the same that were hashed.
    /// - Parameter keepsMetadata: whether the file goes out as it is. A drawing never does, because what is not drawn in it could
    ///   be a script.
    package func published(keepsMetadata: Bool) throws(FileProblem) -> [UInt8] {
        let bytes = try tree.contents(of: path, limit: Self.sizeLimit)
        guard Digest(of: bytes).hexadecimal == sha256 else {
            throw .system("it was changed while the site was made")
        }
        return keepsMetadata && inspected.format != .svg ? bytes : inspected.cleaned(bytes)
    }
}
