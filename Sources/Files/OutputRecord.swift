/// The manifest of an output folder: the site's address, and the files that builds wrote.
///
/// It lies in the folder itself, so that it moves with the folder. Only a process that can write there can
/// name files to remove. It holds no absolute path.
struct OutputRecord: Hashable, Sendable {
    /// The site's address.
    let site: String
    /// The paths of the files that builds wrote, relative to the folder.
    let paths: Set<String>

    /// The name of Assay's own folder in the output folder.
    static let folder = ".assay"
    /// The record's file name in that folder.
    static let name = "files"

    private static let header = "assay output 2\n"
    private static let siteField = "site "
    private static let sizeLimit = 256 * 1024 * 1024

    init(site: String, paths: Set<String>) {
        self.site = site
        self.paths = paths
    }

    /// Reads the record of an output folder; nil if there is none, or it is malformed.
    /// - Parameters:
    ///   - folder: Assay's own folder in the output folder.
    ///   - name: the record's file name.
    init?(in folder: OpenFolder, _ name: String = Self.name) {
        guard let bytes = try? folder.contents(of: name.cName, limit: Self.sizeLimit),
            bytes.starts(with: Self.header.utf8)
        else { return nil }
        let lines = bytes.dropFirst(Self.header.utf8.count).split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first, first.starts(with: Self.siteField.utf8) else { return nil }
        site = String(decoding: first.dropFirst(Self.siteField.utf8.count), as: UTF8.self)
        var paths: Set<String> = []
        paths.reserveCapacity(lines.count)
        for line in lines.dropFirst() where Self.isSafe(line) {
            paths.insert(String(decoding: line, as: UTF8.self))
        }
        self.paths = paths
    }

    /// The record as a file.
    var bytes: [UInt8] {
        let address = site.filter { !$0.isNewline }
        var bytes = Array("\(Self.header)\(Self.siteField)\(address)\n".utf8)
        for path in paths.sorted() {
            bytes += path.utf8
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// Whether a line names a file that a build may have written: inside the folder, and none of Assay's own.
    private static func isSafe(_ line: ArraySlice<UInt8>) -> Bool {
        let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
        if line.first == slash || line.contains(0) { return false }
        // Few of thousands of paths have a part that begins with a dot.
        let hasDottedPart =
            line.first == dot || zip(line, line.dropFirst()).contains { $0 == slash && $1 == dot }
        if !hasDottedPart { return true }
        let parts = line.split(separator: slash)
        return parts.first.map { !$0.elementsEqual(folder.utf8) } ?? false
            && !parts.contains { $0.elementsEqual([dot]) || $0.elementsEqual([dot, dot]) }
    }
}
