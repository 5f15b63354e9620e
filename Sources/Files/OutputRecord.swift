/// The record that a build leaves in its output folder: whose site it is, and which files builds wrote there.
///
/// It lies in the folder itself, so that it goes where the folder goes, and so that nobody who only knows the folder's
/// path can name files in it to be removed. It holds no path of the computer.
struct OutputRecord: Hashable, Sendable {
    /// The site's address.
    let site: String
    /// The files that builds wrote, relative to the folder.
    let paths: Set<String>

    /// The name of the folder in the output folder that belongs to Assay.
    static let folder = ".assay"
    /// The record's name in it.
    static let name = "files"

    private static let header = "assay output 2\n"
    private static let siteField = "site "
    private static let sizeLimit = 256 * 1024 * 1024

    init(site: String, paths: Set<String>) {
        self.site = site
        self.paths = paths
    }

    /// Reads the record of an output folder; nil when there is none, or it is not one.
    /// - Parameters:
    ///   - folder: the folder that belongs to Assay.
    ///   - name: the record's name there.
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

    /// Whether a line names a file in the folder that can be a build's: not one outside, and none of Assay's own.
    private static func isSafe(_ line: ArraySlice<UInt8>) -> Bool {
        let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
        if line.first == slash || line.contains(0) { return false }
        // Of thousands of paths, few have a part that begins with a dot.
        let hasDottedPart =
            line.first == dot || zip(line, line.dropFirst()).contains { $0 == slash && $1 == dot }
        if !hasDottedPart { return true }
        let parts = line.split(separator: slash)
        return parts.first.map { !$0.elementsEqual(folder.utf8) } ?? false
            && !parts.contains { $0.elementsEqual([dot]) || $0.elementsEqual([dot, dot]) }
    }
}
