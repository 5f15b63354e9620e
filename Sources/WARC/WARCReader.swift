/// A reader of WARC files of any program: 0.18 to 1.1, plain or with gzip, forgiving in what does no harm.
///
///     var reader = WARCReader(bytes)
///     while let found = try reader.next() { print(found.offset, found.record.type) }
///
/// Accepted are line ends without a carriage return, folded fields, missing or surplus line ends between records, and several
/// records in one gzip member.
package struct WARCReader {
    /// A record and the place in the file that holds it.
    package struct Found: Sendable {
        /// The record.
        package let record: WARCRecord
        /// The offset of the record, or of the gzip member in which it begins.
        package let offset: Int
        /// The number of the file's bytes from there to the end of the record, or of the gzip member in which it ends.
        package let length: Int
    }

    private let file: [UInt8]
    private let limits: Gzip.Limits
    private let isCompressed: Bool
    /// The offset of the next gzip member; in a plain file, of the next record.
    private var position = 0
    /// The offset of the gzip member at which `content` begins.
    private var start = 0
    /// What was unpacked, and the place in it of the next record.
    private var content: [UInt8] = []
    private var place = 0

    /// The largest head of a record.
    private static let headLimit = 1 << 20

    /// Reads a file.
    /// - Parameter limits: what one record may have, unpacked.
    package init(_ file: [UInt8], limits: Gzip.Limits = .record) {
        self.file = file
        self.limits = limits
        isCompressed = file.starts(with: Gzip.magic)
        if !isCompressed { content = file }
    }

    /// Whether bytes look like the beginning of a WARC file; whether those in a gzip file do is seen when they are read.
    package static func isWARC(_ file: [UInt8]) -> Bool {
        file.starts(with: "WARC/".utf8) || file.starts(with: Gzip.magic)
    }

    /// The next record; nil at the end.
    package mutating func next() throws(WARCProblem) -> Found? {
        if file.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || file.starts(with: [0x5D, 0x2A, 0x4D, 0x18]) {
            throw .unsupported("compression with zstd")
        }
        while true {
            while place < content.count, content[place] == 0x0D || content[place] == 0x0A { place += 1 }
            if place < content.count { break }
            content = isCompressed ? [] : content
            place = content.count
            start = position
            guard isCompressed, try unpack() else { return nil }
        }
        let begin = place
        let head = try head()
        guard let length = head.length else {
            throw .malformed("a record has no valid `Content-Length`", offset: offset(of: begin))
        }
        guard length <= limits.byteCount else {
            throw .tooLarge("a record", limit: limits.byteCount, offset: offset(of: begin))
        }
        while content.count - head.end < length {
            guard isCompressed, try unpack() else {
                throw .truncated("a record", offset: offset(of: begin))
            }
        }
        place = head.end + length
        let record = WARCRecord(fields: head.fields, block: Array(content[head.end..<place]))
        return Found(
            record: record,
            offset: offset(of: begin),
            length: isCompressed ? position - start : place - begin
        )
    }

    private func offset(of place: Int) -> Int { isCompressed ? start : place }

    /// Unpacks the next gzip member behind what is there; false at the end of the file.
    private mutating func unpack() throws(WARCProblem) -> Bool {
        // Some programs fill up a file with zeros.
        while position < file.count, file[position] == 0 { position += 1 }
        guard position < file.count else { return false }
        if content.isEmpty { start = position }
        guard file[position...].starts(with: Gzip.magic) else {
            throw .malformed("something else stands where a gzip member should begin", offset: position)
        }
        let (piece, end) = try Gzip.inflated(file, from: position, limits: limits)
        guard content.count + piece.count <= limits.byteCount + Self.headLimit else {
            throw .tooLarge("a record", limit: limits.byteCount, offset: position)
        }
        content += piece
        position = end
        return true
    }

    /// The fields of the record at `place`, the length of its block, and where that begins.
    private mutating func head() throws(WARCProblem) -> (fields: [WARCRecord.Field], length: Int?, end: Int) {
        let begin = place
        var lines: [ArraySlice<UInt8>] = []
        var index = begin
        while true {
            guard let end = content[index...].prefix(Self.headLimit).firstIndex(of: 0x0A) else {
                if isCompressed, content.count - begin < Self.headLimit, try unpack() { continue }
                let isWARC = content[begin...].starts(with: "WARC/".utf8)
                throw isWARC
                    ? .truncated("the head of a record", offset: offset(of: begin))
                    : .malformed("no record begins here", offset: offset(of: begin))
            }
            var line = content[index..<end]
            if line.last == 0x0D { line.removeLast() }
            index = end + 1
            if line.isEmpty { break }
            if lines.isEmpty, !line.starts(with: "WARC/".utf8) {
                throw .malformed("no record begins here", offset: offset(of: begin))
            }
            lines.append(line)
            guard index - begin <= Self.headLimit else {
                throw .tooLarge("the head of a record", limit: Self.headLimit, offset: offset(of: begin))
            }
        }
        let fields = Self.fields(lines.dropFirst())
        let length = fields.last { $0.name.isSame(as: "Content-Length") }.flatMap { Int($0.value) }
        return (fields, length.flatMap { $0 >= 0 ? $0 : nil }, index)
    }

    private static func fields(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [WARCRecord.Field] {
        var fields: [WARCRecord.Field] = []
        for line in lines {
            if line.first == 0x20 || line.first == 0x09, let last = fields.popLast() {
                let start = last.value.isEmpty ? "" : last.value + " "
                fields.append(.init(last.name, start + text(line)))
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                fields.append(.init(text(line[..<colon]), text(line[(colon + 1)...])))
            }
        }
        return fields
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let rest = bytes.drop(while: isBlank)
        let end = rest.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? rest.startIndex
        return String(decoding: rest[..<end], as: UTF8.self)
    }
}
