/// The file with the state of the last build, which the next one uses: `.assay/outputs/*.state` in the
/// newsroom's folder.
struct BuildStateFile: Sendable {
    private let root: String
    private let name: String

    private static let folder = ".assay/outputs"

    /// - Parameters:
    ///   - root: the newsroom's folder.
    ///   - place: the place of the output folder.
    init(root: String, place: OutputPlace) {
        self.root = root
        // A path inside the newsroom is hashed relative to it, so that the newsroom can be moved.
        name = Self.hash(place.pathInNewsroom ?? place.path) + ".state"
    }

    /// The file's bytes; nil if it cannot be read.
    func contents(limit: Int) -> [UInt8]? {
        try? OpenFolder(root).folder(at: Self.folder).contents(of: name.cName, limit: limit)
    }

    /// Replaces the state.
    func replace(with bytes: [UInt8]) throws(FileProblem) {
        try OpenFolder(root).folder(at: Self.folder, making: true).replace(name, with: bytes)
    }

    /// Throws if a symbolic link is on the path to the file.
    func requireNoLinks() throws(OutputProblem) {
        do throws(FileProblem) { _ = try OpenFolder(root).folder(at: Self.folder) } catch {
            guard error != .missing else { return }
            throw .file(Self.folder, error)
        }
    }

    /// A file name for a path: its FNV-1a hash.
    private static func hash(_ path: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
