import Diagnostics
import Newsroom

/// The lines of front matter or settings, read without a parser: while somebody types, YAML is broken most of the time.
struct FieldLines {
    let file: SourceFile
    /// The bytes of the YAML.
    let yaml: Range<Int>
    /// The bytes of the body; empty in the settings.
    let body: Range<Int>

    /// Parts a file; nil if it has no front matter, and is not the settings.
    init?(_ file: SourceFile) {
        self.file = file
        if file.path == SiteSettings.path {
            yaml = 0..<file.bytes.count
            body = file.bytes.count..<file.bytes.count
            return
        }
        let starts = file.index.lineStarts
        guard RecordKey(path: file.path) != nil, file.isDashes(file.lineRange(around: 0)), starts.count > 1
        else {
            return nil
        }
        for (place, start) in starts.enumerated().dropFirst()
        where file.isDashes(file.lineRange(around: start)) {
            yaml = starts[1]..<start
            body = (place + 1 < starts.count ? starts[place + 1] : file.bytes.count)..<file.bytes.count
            return
        }
        yaml = starts[1]..<file.bytes.count
        body = file.bytes.count..<file.bytes.count
    }

    /// The fields that the YAML may have.
    var fields: [FieldDescription] {
        RecordKey(path: file.path)?.kind.fields ?? SiteSettings.fields
    }

    /// The lines above an offset, the nearest first, without blank ones and comments.
    func lines(above offset: Int) -> [YAMLLine] {
        let start = file.lineRange(around: offset).lowerBound
        return lines.filter { $0.range.lowerBound < start }.reversed()
    }

    /// The lines below that of an offset, without blank ones and comments.
    func lines(below offset: Int) -> [YAMLLine] {
        let end = file.lineRange(around: offset).upperBound
        return lines.filter { $0.range.lowerBound > end }
    }

    /// All lines with words.
    var lines: [YAMLLine] {
        file.index.lineStarts.lazy.filter { yaml.contains($0) }
            .map { YAMLLine(file.bytes, file.lineRange(around: $0)) }
            .filter { !$0.isBlank && file.bytes[$0.content] != UInt8(ascii: "#") }
    }
}

extension SourceFile {
    /// Whether a line is the one that begins or ends front matter.
    fileprivate func isDashes(_ line: Range<Int>) -> Bool {
        let dash = UInt8(ascii: "-")
        guard line.count >= 3, bytes[line].prefix(3).allSatisfy({ $0 == dash }) else {
            return bytes[line].elementsEqual("...".utf8)
        }
        return bytes[line].dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}
