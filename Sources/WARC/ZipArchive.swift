/// A reader of ZIP files (PKWARE APPNOTE 6.3), by their central directory: entries that are stored or deflated, ZIP64 included.
package struct ZipArchive: Sendable {
    /// A file in the archive.
    package struct Entry: Hashable, Sendable {
        /// The path, with `/` between its parts.
        package let path: String
        /// The size of the content, in bytes.
        package let size: Int
        fileprivate let method: Int
        fileprivate let compressedSize: Int
        fileprivate let offset: Int
        fileprivate let checksum: Int
    }

    /// The entries, in the order of the directory.
    package let entries: [Entry]
    private let file: [UInt8]

    /// The largest number of entries.
    private static let entryLimit = 10_000

    /// Whether bytes look like a ZIP file.
    package static func isZip(_ file: [UInt8]) -> Bool { file.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// Reads the directory.
    package init(_ file: [UInt8]) throws(WARCProblem) {
        self.file = file
        guard let end = Self.end(of: file) else { throw .truncated("a ZIP file", offset: file.count) }
        var count = try file.number(2, at: end + 10)
        var position = try file.number(4, at: end + 16)
        if count == 0xFFFF || position == 0xFFFF_FFFF {
            let locator = end - 20
            guard locator >= 0, try file.number(4, at: locator) == 0x0706_4B50 else {
                throw .malformed("the ZIP file's directory has no end", offset: end)
            }
            let large = try file.number(8, at: locator + 8)
            guard try file.number(4, at: large) == 0x0606_4B50 else {
                throw .malformed("the ZIP file's directory has no end", offset: large)
            }
            count = try file.number(8, at: large + 32)
            position = try file.number(8, at: large + 48)
        }
        guard count <= Self.entryLimit else {
            throw .malformed("the ZIP file has more than \(Self.entryLimit) files", offset: end)
        }
        var entries: [Entry] = []
        for _ in 0..<count {
            guard try file.number(4, at: position) == 0x0201_4B50 else {
                throw .malformed("the ZIP file's directory is not where it should be", offset: position)
            }
            let (entry, next) = try Self.entry(in: file, at: position)
            if !entry.path.hasSuffix("/") { entries.append(entry) }
            position = next
        }
        self.entries = entries
    }

    /// The content of an entry.
    package func content(of entry: Entry, limits: Gzip.Limits = .record) throws(WARCProblem) -> [UInt8] {
        guard try file.number(4, at: entry.offset) == 0x0403_4B50 else {
            throw .malformed("the file `\(entry.path)` is not where the directory says", offset: entry.offset)
        }
        let names = try file.number(2, at: entry.offset + 26) + file.number(2, at: entry.offset + 28)
        let start = entry.offset + 30 + names
        guard entry.compressedSize <= file.count - start, start <= file.count else {
            throw .truncated("the file `\(entry.path)`", offset: entry.offset)
        }
        guard entry.size <= limits.byteCount else {
            throw .tooLarge("the file `\(entry.path)`", limit: limits.byteCount, offset: entry.offset)
        }
        let stored = Array(file[start..<start + entry.compressedSize])
        let content: [UInt8]
        switch entry.method {
        case 0: content = stored
        case 8: content = try Gzip.inflated(stored, .raw, limits: limits).content
        default: throw .unsupported("the file `\(entry.path)` in the ZIP method \(entry.method)")
        }
        guard content.count == entry.size, Int(Gzip.checksum(of: content)) == entry.checksum else {
            throw .malformed("the file `\(entry.path)` is not what the directory says", offset: entry.offset)
        }
        return content
    }

    /// The offset of the end record, which may have a comment behind it.
    private static func end(of file: [UInt8]) -> Int? {
        let last = file.count - 22
        guard last >= 0 else { return nil }
        return (max(0, last - 0xFFFF)...last).reversed().first { offset in
            file[offset] == 0x50 && file[offset...].starts(with: [0x50, 0x4B, 0x05, 0x06])
        }
    }

    private static func entry(in file: [UInt8], at start: Int) throws(WARCProblem) -> (Entry, Int) {
        let flags = try file.number(2, at: start + 8)
        let nameLength = try file.number(2, at: start + 28)
        let extraLength = try file.number(2, at: start + 30)
        let commentLength = try file.number(2, at: start + 32)
        let end = start + 46 + nameLength + extraLength + commentLength
        guard end <= file.count else { throw .truncated("the ZIP file's directory", offset: start) }
        let name = String(decoding: file[(start + 46)..<(start + 46 + nameLength)], as: UTF8.self)
        guard flags & 1 == 0 else { throw .unsupported("the encrypted file `\(name)`") }
        var sizes = [
            try file.number(4, at: start + 24), try file.number(4, at: start + 20),
            try file.number(4, at: start + 42),
        ]
        try readLargeSizes(&sizes, in: file, from: start + 46 + nameLength, length: extraLength)
        let entry = Entry(
            path: name,
            size: sizes[0],
            method: try file.number(2, at: start + 10),
            compressedSize: sizes[1],
            offset: sizes[2],
            checksum: try file.number(4, at: start + 16)
        )
        return (entry, end)
    }

    /// Takes the sizes of 64 bits from an entry's extra field, for those that do not fit into 32.
    private static func readLargeSizes(
        _ sizes: inout [Int],
        in file: [UInt8],
        from start: Int,
        length: Int
    ) throws(WARCProblem) {
        var position = start
        while position + 4 <= start + length {
            let (id, size) = (try file.number(2, at: position), try file.number(2, at: position + 2))
            if id == 1 {
                var place = position + 4
                for index in sizes.indices
                where sizes[index] == 0xFFFF_FFFF && place + 8 <= position + 4 + size {
                    sizes[index] = try file.number(8, at: place)
                    place += 8
                }
            }
            position += 4 + size
        }
    }
}

extension [UInt8] {
    /// A number whose lowest byte comes first.
    fileprivate func number(_ length: Int, at offset: Int) throws(WARCProblem) -> Int {
        guard offset >= 0, offset <= count - length else { throw .truncated("a ZIP file", offset: offset) }
        let number = self[offset..<offset + length].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard number <= UInt64(Int.max >> 1) else { throw .malformed("a size in a ZIP file", offset: offset) }
        return Int(number)
    }
}
