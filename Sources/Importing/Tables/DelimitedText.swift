/// The reader of tables in which a character separates values (RFC 4180, and what spreadsheets write).
struct DelimitedText {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var position: Int

    init(_ bytes: [UInt8], separator: UInt8? = nil) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        self.separator = separator ?? Self.separator(of: bytes[position...])
    }

    /// The separator that the first line has most of, outside quotation marks.
    private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        var counts = [0, 0, 0, 0]
        var isQuoted = false
        for byte in bytes.prefix(64 * 1024) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A { break }
            if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
        }
        let best = counts.indices.max { counts[$0] < counts[$1] } ?? 0
        return candidates[counts[best] == 0 ? 0 : best]
    }

    /// Whether the last text was open when the file ended.
    private(set) var endsInText = false

    /// The next row; nil at the end. Blank lines are passed.
    mutating func next() -> [String]? {
        while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { position += 1 }
        guard position < bytes.count else { return nil }
        var row: [String] = []
        while true {
            row.append(value())
            guard position < bytes.count else { return row }
            let byte = bytes[position]
            position += 1
            if byte == separator {
                if row.count >= Table.columnLimit { return passLine(row) }
                continue
            }
            if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
            return row
        }
    }

    private mutating func passLine(_ row: [String]) -> [String] {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
        return row
    }

    private mutating func value() -> String {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return plainValue() }
        position += 1
        var content: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == UInt8(ascii: "\"") else {
                content.append(byte)
                continue
            }
            guard position < bytes.count else { return String(decoding: content, as: UTF8.self) }
            let following = bytes[position]
            if following == UInt8(ascii: "\"") {
                content.append(following)
                position += 1
            } else if following == separator || following == 0x0A || following == 0x0D {
                return String(decoding: content, as: UTF8.self)
            } else {
                // A quotation mark that was not doubled.
                content.append(byte)
            }
        }
        endsInText = true
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func plainValue() -> String {
        let start = position
        while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A,
            bytes[position] != 0x0D
        {
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }
}

extension Table {
    /// Reads a table whose first row names the columns.
    /// - Returns: nil for a text without rows.
    static func read(_ bytes: [UInt8], into findings: inout ImportFindings) -> Table? {
        var text = DelimitedText(bytes)
        guard let columns = text.next(), columns.count > 1 || bytes.contains(0x0A) else { return nil }
        var rows: [[String]] = []
        while let row = text.next() {
            guard rows.count < ImportLimits.items else {
                findings.add(.tooMany, "\(ImportLimits.items)")
                break
            }
            rows.append(row)
            if row.count != columns.count {
                findings.add(.brokenTable, item: rows.count, "\(row.count) of \(columns.count)")
            }
        }
        if text.endsInText { findings.add(.cutOff, item: rows.count) }
        return Table(columns: columns, rows: rows)
    }
}
