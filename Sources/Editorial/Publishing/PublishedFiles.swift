import Diagnostics
import Digests

/// Where a published site has what its readers verify, and how it is written.
public enum PublishedFiles {
    /// The list of all journals: how long each is and how it ends.
    public static let list = "data/journals.json"
    /// The keys.
    public static let signers = "data/allowed_signers"
    /// All claims as data.
    static let claims = "data/claims.json"

    /// A claim's journal.
    public static func journal(of claim: String) -> String { "claims/\(claim)/journal.jsonl" }
    /// A text that was put before readers.
    public static func version(of claim: String, _ digest: Digest) -> String {
        "claims/\(claim)/versions/\(digest.hexadecimal).json"
    }
    /// A claim's page.
    static func page(of claim: String) -> String { "claims/\(claim)/index.html" }

    /// All files of a record: the journals, their versions, the list and the keys.
    public static func all(of record: PublicRecord) -> [(path: String, bytes: [UInt8])] {
        guard !record.isEmpty else { return [] }
        let histories = record.histories.values.sorted { $0.claim < $1.claim }
        var files: [(path: String, bytes: [UInt8])] = [(list, listBytes(histories, record))]
        if let signers = record.signers { files.append((self.signers, signers.bytes)) }
        for history in histories {
            files.append((journal(of: history.claim), history.journal))
            files += history.versions.map { (version(of: history.claim, $0.digest), $0.bytes) }
        }
        return files
    }

    private static func listBytes(_ histories: [PublicHistory], _ record: PublicRecord) -> [UInt8] {
        let entries = histories.map { history -> JSONValue in
            .object([
                "claim": .string(history.claim),
                "state": .string(history.standing.retraction == nil ? "published" : "retracted"),
                "lines": .integer(history.lines.count),
                "head": history.lines.last.map { .string($0.digest.hexadecimal) },
                "published": history.publications.last.map { .string($0.digest.hexadecimal) },
            ])
        }
        let document = JSONValue.object([
            "format": "assay journals 1",
            "signatures": .string(record.signatures.rawValue),
            "journals": .array(entries),
        ])
        return document.serialized(.pretty) + [UInt8(ascii: "\n")]
    }
}
