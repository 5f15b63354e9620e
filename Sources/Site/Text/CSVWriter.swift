/// A writer of CSV (RFC 4180): commas, CR LF, and quotes only around fields that need them.
///
/// Spreadsheets run a cell as a formula if it starts with `=`, `+`, `-`, `@`, a tab or a carriage return. Such a cell gets an
/// apostrophe in front; `docs/data.md` tells readers of the file to remove it.
///
///     var csv = CSVWriter(header: ["id", "title"])
///     csv.append(["offer", "Yes, he did"])
///     csv.take()  // id,title CR LF offer,"Yes, he did" CR LF
package struct CSVWriter: Sendable {
    /// The bytes written since the last `take`.
    package private(set) var bytes: [UInt8] = []

    /// Makes a writer with a header.
    package init(header: [String]) {
        append(header)
    }

    /// Appends one row.
    package mutating func append(_ row: [String]) {
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell: cell)
        }
        bytes += "\r\n".utf8
    }

    /// Returns the bytes written so far and empties the writer.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Hands over the bytes once they fill a piece, so that a long file is never complete in memory.
    mutating func handOver(to take: ([UInt8]) -> Void) {
        if bytes.count >= FileContent.pieceSize { take(self.take()) }
    }

    private mutating func append(cell: String) {
        let guarded = Self.guarded(cell)
        guard guarded.utf8.contains(where: Self.needsQuotation) else {
            bytes += guarded.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in guarded.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsQuotation(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        default: false
        }
    }

    /// The cell in a form that no spreadsheet takes for a formula (OWASP, "CSV Injection").
    ///
    /// Leading blanks and invisible characters are skipped, because some programs trim them. Full-width and small forms are
    /// formula signs in East Asian editions.
    static func guarded(_ cell: String) -> String {
        for scalar in cell.unicodeScalars {
            switch scalar {
            case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−":
                return "'" + cell
            case _ where isInvisible(scalar): continue
            default: return cell
            }
        }
        return cell
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .format, .control, .nonspacingMark, .enclosingMark: return true
        default: return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
        }
    }
}
