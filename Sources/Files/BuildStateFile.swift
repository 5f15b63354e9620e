/// The file in which a build keeps what the next one can use: `.assay/outputs/*.state` in the newsroom's folder.
struct BuildStateFile: Sendable {
    private let root: String
    private let name: String

    private static let folder = ".assay/outputs"

    /// - Parameters:
    ///   - root: the newsroom's folder.
    ///   - place: where the output folder is.
    init(root: String, place: OutputPlace) {
        self.root = root
        // A newsroom's folder can be moved, and its own output moves with it.
        name = Self.hash(place.pathInNewsroom ?? place.path) + ".state"
    }

    /// The file's bytes; nil when it cannot be read.
    func contents(limit: Int) -> [UInt8]? {
        try? OpenFolder(root).folder(at: Self.folder).contents(of: name.cName, limit: limit)
    }

    /// Puts a new state in place.
    func replace(with bytes: [UInt8]) throws(FileProblem) {
        try OpenFolder(root).folder(at: Self.folder, making: true).replace(name, with: bytes)
    }

    /// Makes sure that no link stands in the way to the file.
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
