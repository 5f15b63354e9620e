import Addresses
import Diagnostics

extension PublicRecord {
    /// The files that readers need to verify a site: the list of journals, the keys, the journals, and the versions
    /// that they name.
    package var files: [(route: Route, bytes: [UInt8])] {
        guard !isEmpty else { return [] }
        let histories = self.histories.values.sorted { $0.claim < $1.claim }
        var files: [(route: Route, bytes: [UInt8])] = [(.journals, list(of: histories))]
        if let signers { files.append((.allowedSigners, signers.bytes)) }
        for history in histories {
            files.append((.journal(history.claim), history.journal))
            files += history.versions.map { (.version(of: history.claim, $0.digest), $0.bytes) }
        }
        return files
    }

    private func list(of histories: [PublicHistory]) -> [UInt8] {
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
            "signatures": .string(signatures.rawValue),
            "journals": .array(entries),
        ])
        return document.serialized(.pretty) + [UInt8(ascii: "\n")]
    }
}
