#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The list of files that builds wrote into one output folder: one path a line, in `.assay/outputs/`.
struct FileList: Sendable {
    /// Where the list lies.
    let path: String
    /// The paths on it when it was opened.
    let paths: Set<String>
    /// Whether the last build that wrote did not come to its end.
    let isInterrupted: Bool
    private let header: String

    /// Where the state of the builds into the folder lies: beside the list.
    var statePath: String { String(path.dropLast(".txt".utf8.count)) + ".state" }

    /// The line that says that a build has begun to write, and the one that says that it came to its end.
    static let beginning = "# writing"
    private static let ending = "# complete"

    private static let sizeLimit = 256 * 1024 * 1024

    /// Opens the list of an output folder; a list that belongs to another folder counts as empty.
    init(root: String, output: String) throws(FileProblem) {
        let folder = root + "/.assay/outputs"
        path = folder + "/" + Self.name(for: output) + ".txt"
        header = "assay output 1 \(output)\n"
        guard let tree = try? FileTree(root: folder),
            let bytes = try? tree.contents(of: Self.name(for: output) + ".txt", limit: Self.sizeLimit)
        else {
            paths = []
            isInterrupted = false
            return
        }
        let isOurs = bytes.starts(with: header.utf8)
        paths = isOurs ? Self.safePaths(in: bytes[header.utf8.count...]) : []
        let ending = Array((Self.ending + "\n").utf8)
        isInterrupted = isOurs && bytes.suffix(ending.count) != ending[...]
    }

    /// Adds paths, before their files are written. One call is one write, so workers do not mix lines.
    func add(_ added: [String]) throws(FileProblem) {
        try OutputFolder.makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        let isNew = paths.isEmpty && !startsWithHeader()
        let text = (isNew ? header : "") + added.map { $0 + "\n" }.joined()
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | (isNew ? O_TRUNC : 0)
        let descriptor = open(path, flags, 0o644)
        guard descriptor >= 0 else { throw FileProblem.last() }
        defer { close(descriptor) }
        try OutputWriter.write(Array(text.utf8), to: descriptor)
    }

    /// Says that a build came to its end, and that all files on the list are its own.
    func complete() throws(FileProblem) { try add([Self.ending]) }

    /// Says that a build came to its end, and that these are its files.
    func replace(with paths: Set<String>) throws(FileProblem) {
        try OutputFolder.makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        let text = header + paths.sorted().map { $0 + "\n" }.joined() + Self.ending + "\n"
        try OutputWriter.replace(path, with: Array(text.utf8))
    }

    private func startsWithHeader() -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var start = [UInt8](repeating: 0, count: header.utf8.count)
        let count = Self.readStart(descriptor, &start)
        return count == start.count && start.elementsEqual(header.utf8)
    }

    private static func readStart(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
        buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    }

    /// The paths of a list; one that would lead out of the folder is not taken.
    private static func safePaths(in text: ArraySlice<UInt8>) -> Set<String> {
        var paths: Set<String> = []
        for line in text.split(separator: UInt8(ascii: "\n")) where isSafe(line) {
            paths.insert(String(decoding: line, as: UTF8.self))
        }
        return paths
    }

    private static func isSafe(_ line: ArraySlice<UInt8>) -> Bool {
        let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
        if line.first == slash || line.starts(with: "# ".utf8) { return false }
        // Of thousands of paths, few have a part that begins with a dot.
        let hasDottedPart =
            line.first == dot || zip(line, line.dropFirst()).contains { $0 == slash && $1 == dot }
        return !hasDottedPart
            || !line.split(separator: slash).contains {
                $0.elementsEqual([dot]) || $0.elementsEqual([dot, dot])
            }
    }

    /// A file name for an output folder's path: the FNV-1a hash of the path.
    static func name(for output: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in output.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
