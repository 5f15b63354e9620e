import Digests

/// The captured copy that a source or an article stands on.
package struct Snapshot: Hashable, Sendable {
    /// The file's path, relative to the newsroom's folder.
    package let file: Located<String>
    /// The SHA-256 of the file, in hexadecimal.
    package let sha256: Located<String>

    /// The SHA-256; nil where the text is none.
    package var digest: Digest? { Digest(sha256.value.lowercased()) }
}

/// A record that may stand on a captured copy.
package protocol CapturedDocument: Record {
    /// The captured copy; nil if there is none.
    var snapshot: Snapshot? { get }
    /// The canonical address.
    var url: Located<String>? { get }
    /// The addresses of archived copies.
    var archived: [Located<String>] { get }
    /// The day on which the newsroom last looked at the page as it is now, and left its rulings as they are; nil if it never did.
    var reviewed: Located<CalendarDate>? { get }
    /// A copy of the record with another snapshot, or none.
    init(_ record: Self, snapshot: Snapshot?)
}

extension Source: CapturedDocument {}
extension Article: CapturedDocument {}

extension Snapshot {
    /// The fields of a snapshot.
    static func fields(_ judgement: Judgement) -> [FieldDescription] {
        [
            .init("file", .text, judgement, needed: true, "the file's path in the newsroom's folder"),
            .init("sha256", .digest, judgement, needed: true, "its SHA-256, in hexadecimal"),
        ]
    }
}

extension Snapshot {
    init?(_ fields: inout FieldReader) {
        let path = fields.text("file")
        let sha256 = fields.text("sha256")
        guard let path, let sha256 else { return nil }
        guard sha256.value.utf8.count == 64, sha256.value.utf8.allSatisfy(\.isHexadecimalDigit) else {
            fields.report(
                .wrongType,
                "`sha256` is not a SHA-256 digest",
                at: sha256.range,
                help: "write 64 hexadecimal digits, as `sha256sum` prints them"
            )
            return nil
        }
        self.init(file: path, sha256: sha256)
    }
}

extension UInt8 {
    fileprivate var isHexadecimalDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
