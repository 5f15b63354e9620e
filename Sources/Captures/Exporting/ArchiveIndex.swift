import Diagnostics
import Digests
import WARC

/// The index of WARC files, by which a player finds an address and a time in them (CDXJ): a line for each answer.
struct ArchiveIndex {
    private var lines: [String] = []

    /// Adds the answers in a WARC file.
    /// - Parameter name: the file's name, as the index has it.
    mutating func add(_ archive: [UInt8], named name: String) throws(WARCProblem) {
        var reader = WARCReader(archive)
        while let found = try reader.next() {
            let record = found.record
            guard ["response", "resource", "revisit"].contains(record.type), let url = record.targetURI,
                let date = record.date
            else { continue }
            let place = archive[found.offset..<min(found.offset + found.length, archive.count)]
            let value = JSONValue.object([
                "url": .string(url), "mime": .string(Self.mediaType(of: record)),
                "status": record.message?.status.map { .string("\($0)") },
                "digest": record["WARC-Payload-Digest"].map(JSONValue.string),
                "length": .string("\(found.length)"), "offset": .string("\(found.offset)"),
                "filename": .string(name),
                "recordDigest": .string("sha256:\(Digest(of: place))"),
            ])
            lines.append("\(AddressKey.key(of: url)) \(date.digits) \(value.text(.compact))")
        }
    }

    /// The file, sorted by its bytes.
    var bytes: [UInt8] {
        lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { Array(($0 + "\n").utf8) }
    }

    private static func mediaType(of record: WARCRecord) -> String {
        guard record.type != "revisit" else { return "warc/revisit" }
        let type = record.message == nil ? record.contentType : record.message?.mediaType ?? ""
        return type.isEmpty ? "unk" : type
    }
}
