import Digests
import Files
import Media

/// A medium's own file, as it was found.
package struct MediumFile: Sendable {
    /// The largest file that is looked at, in bytes.
    package static let sizeLimit = 4 * 1024 * 1024 * 1024
    /// The largest picture that can go out, in bytes: it is in memory as a whole while it is cleaned.
    package static let pictureLimit = 64 * 1024 * 1024

    /// The path in the newsroom's folder.
    package let path: String
    /// The size in bytes.
    package let byteCount: Int
    /// The SHA-256, in hexadecimal.
    package let sha256: String
    /// What the file is, and what of it goes out.
    package let inspected: InspectedMedia
    /// Whether the file is part of the site; false for one that is larger than the settings allow.
    package let goesOut: Bool

    private let tree: FileTree

    /// Keeps what was found of a file in a folder.
    package init(
        path: String,
        byteCount: Int,
        sha256: String,
        inspected: InspectedMedia,
        goesOut: Bool,
        in tree: FileTree
    ) {
        self.path = path
        self.byteCount = byteCount
        self.sha256 = sha256
        self.inspected = inspected
        self.goesOut = goesOut
        self.tree = tree
    }

    /// Whether the bytes that go out are those of the file.
    /// - Parameter keepsMetadata: whether the file goes out as it is. A drawing never does, because what is not drawn in it could
    ///   be a script.
    package func isCopied(keepsMetadata: Bool) -> Bool {
        inspected.isWhole || keepsMetadata && inspected.format != .svg
    }

    /// The number of bytes that go out.
    package func publishedCount(keepsMetadata: Bool) -> Int {
        isCopied(keepsMetadata: keepsMetadata) ? byteCount : inspected.cleanedCount(of: byteCount)
    }

    /// The bytes that go out of a picture: read again, because thousands of pictures are not kept in memory, and the same that
    /// were hashed.
    package func published(keepsMetadata: Bool) throws(FileProblem) -> [UInt8] {
        let bytes = try tree.contents(of: path, limit: Self.pictureLimit)
        guard Digest(of: bytes).hexadecimal == sha256 else { throw Self.changed }
        return isCopied(keepsMetadata: keepsMetadata) ? bytes : inspected.cleaned(bytes)
    }

    /// Hands over the bytes of a recording or a document, piece by piece.
    /// - Throws: also at the end, when they were not those that were hashed; what was handed over counts for nothing then.
    package func readPieces(_ take: ([UInt8]) -> Void) throws(FileProblem) {
        guard let entry = tree.entry(at: path) else { throw .missing }
        var digest = DigestBuilder()
        try tree.opened(entry, limit: Self.sizeLimit).readPieces { piece in
            digest.add(piece[...])
            take(piece)
        }
        guard digest.digest.hexadecimal == sha256 else { throw Self.changed }
    }

    private static let changed = FileProblem.system("it was changed while the site was made")
}
