import Diagnostics

/// A backslash in double quotation marks that begins no escape: `"C:\Documents"`.
enum EscapeSlip {
    /// The slip at a place where libyaml found an escape that there is not; nil for any other problem.
    static func find(in file: SourceFile, at place: Int, _ problem: String) -> YAMLSlip? {
        guard problem.contains("unknown escape") else { return nil }
        let bytes = file.bytes
        let line = file.lineRange(around: place)
        guard let open = bytes[line].firstIndex(of: UInt8(ascii: "\"")),
            let first = unknownEscapes(in: bytes, open + 1..<line.upperBound).first
        else { return nil }
        let escapes = unknownEscapes(in: bytes, open + 1..<line.upperBound)
        var text = ""
        var start = first
        for escape in escapes {
            text += file.text(start..<escape) + "\\\\"
            start = escape + 1
        }
        let end = start
        return YAMLSlip(
            "there is no such escape",
            first..<min(first + 2, line.upperBound),
            help: "write `\\\\` for a backslash, or use single quotation marks",
            mending: .init(first..<end, text)
        )
    }

    /// The backslashes up to the closing mark that begin no escape of YAML.
    private static func unknownEscapes(in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
        var found: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\") {
                let isLast = index + 1 >= range.upperBound
                if isLast || !"0abtnvfre \"/\\N_LPxuU\t".utf8.contains(bytes[index + 1]) {
                    found.append(index)
                    index += 1
                    continue
                }
                index += 2
            } else {
                index += 1
            }
        }
        return found
    }
}
