/// Writes CSV as RFC 4180 has it: commas, CR LF, fields quoted where they must be.
///
/// A spreadsheet takes a cell that starts with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula, and runs it. Such a
/// cell gets an apostrophe in front, which `docs/data.md` tells readers of the file to take away.
package struct CSVWriter: Sendable {
    /// What has been written.
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

    /// Hands over what has been written and starts anew.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Hands over what has been written when that is enough for a piece of a file, so that a long one is never whole in memory.
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

    /// The cell as no spreadsheet takes it for a formula (OWASP, "CSV Injection").
    ///
    /// Blanks and invisible characters in front do not make a cell safe: some programs trim them. The full-width and small forms are
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
