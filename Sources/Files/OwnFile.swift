/// A file in the folder `.assay/` of a newsroom, which Assay keeps for itself. No link is followed to it.
package struct OwnFile: Sendable {
    private let root: String
    private let folder: String
    private let name: String

    /// Names a file.
    /// - Parameters:
    ///   - name: the file's name, or its path below `.assay/`.
    ///   - root: the newsroom's folder.
    package init(_ name: String, in root: String) {
        var parts = name.split(separator: "/").map(String.init)
        self.name = parts.popLast() ?? name
        folder = ([OutputRecord.folder] + parts).joined(separator: "/")
        self.root = root
    }

    /// The file's bytes; nil if it cannot be read, or is larger than a limit in bytes.
    package func contents(limit: Int) -> [UInt8]? {
        try? OpenFolder(root).folder(at: folder).contents(of: name.cName, limit: limit)
    }

    /// Replaces the file, or makes it.
    package func replace(with bytes: [UInt8]) throws(FileProblem) {
        try OpenFolder(root).folder(at: folder, making: true).replace(name, with: bytes)
    }
}
