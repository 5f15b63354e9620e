/// A writer of ZIP files (PKWARE APPNOTE 6.3) whose entries are stored as they are, with a fixed time: the same files give the same
/// bytes.
///
///     var zip = ZipWriter()
///     try zip.add("archive/data.warc.gz", bytes)
///     let file = zip.file()
package struct ZipWriter {
    private var content: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// The largest file: sizes have 32 bits, and some programs take them as signed.
    private static let sizeLimit = 0x7FFF_FFFF
    private static let entryLimit = 0xFFFF
    /// 1 January 1980, the earliest day that the format has.
    private static let day = 0x21

    /// A file without entries.
    package init() {}

    /// Adds a file.
    /// - Parameter path: the path in the ZIP file, with `/` between its parts.
    /// - Throws: `.tooLarge` for more than 2 GiB or 65,535 files in all.
    package mutating func add(_ path: String, _ bytes: [UInt8]) throws(WARCProblem) {
        let name = Array(path.utf8)
        let offset = content.count
        guard bytes.count <= Self.sizeLimit - offset - directory.count - 2 * name.count - 1024,
            count < Self.entryLimit
        else { throw .tooLarge("files to pack", limit: Self.sizeLimit, offset: offset) }
        let checksum = Int(Gzip.checksum(of: bytes))
        // Version 2.0, names in UTF-8, method "stored".
        let common = Self.numbers([
            (20, 2), (1 << 11, 2), (0, 4), (Self.day, 2), (checksum, 4), (bytes.count, 4), (bytes.count, 4),
            (name.count, 2), (0, 2),
        ])
        content += Self.numbers([(0x0403_4B50, 4)])
        content += common
        content += name
        content += bytes
        // No comment, one disk, no attributes.
        directory += Self.numbers([(0x0201_4B50, 4), (20, 2)])
        directory += common
        directory += Self.numbers([(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)])
        directory += name
        count += 1
    }

    /// The whole file.
    package consuming func file() -> [UInt8] {
        let end = Self.numbers([
            (0x0605_4B50, 4), (0, 4), (count, 2), (count, 2), (directory.count, 4), (content.count, 4),
            (0, 2),
        ])
        var file = content
        file += directory
        file += end
        return file
    }

    /// Numbers of some bytes each, the lowest byte first.
    private static func numbers(_ numbers: [(value: Int, byteCount: Int)]) -> [UInt8] {
        numbers.flatMap { number in
            (0..<number.byteCount).map { UInt8(truncatingIfNeeded: number.value >> (8 * $0)) }
        }
    }
}
