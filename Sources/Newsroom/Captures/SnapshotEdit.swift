import Diagnostics
import Digests

/// A record's file with another snapshot in its front matter, and nothing else changed.
package enum SnapshotEdit {
    /// The file with a snapshot; nil where its front matter has a form that is not edited, so that a person has to.
    ///
    /// An existing `snapshot` at the margin is replaced, with the lines that belong to it; else the lines are added at the end. The
    /// result is decoded, and counts only if it says what is wanted.
    /// - Parameters:
    ///   - path: the path of the captured file.
    ///   - document: the record.
    package static func applied(_ path: String, _ digest: Digest, to document: any CapturedDocument)
        -> [UInt8]?
    {
        let front = Array(document.file.bytes[..<document.body.lowerBound])
        let end = front.contains(0x0D) ? "\r\n" : "\n"
        var lines = String(decoding: front, as: UTF8.self).split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        ).map(String.init)
        // The last line is what follows the closing marks.
        guard let close = lines.lastIndex(where: { $0.hasPrefix("---") || $0.hasPrefix("...") }), close > 0
        else { return nil }
        let written = ["snapshot:", "  file: \(path)", "  sha256: \(digest)"]
        if let start = lines.firstIndex(where: { $0.hasPrefix("snapshot:") }) {
            let next = lines[(start + 1)...close].firstIndex { line in
                !(line.hasPrefix(" ") || line.hasPrefix("\t") || line.isEmpty)
            }
            lines.replaceSubrange(start..<(next ?? close), with: written)
        } else {
            lines.insert(contentsOf: written, at: close)
        }
        let bytes = Array(lines.joined(separator: end).utf8) + document.file.bytes[document.body]
        return isRight(bytes, path, digest, document) ? bytes : nil
    }

    private static func isRight(
        _ bytes: [UInt8],
        _ path: String,
        _ digest: Digest,
        _ document: any CapturedDocument
    ) -> Bool {
        let outcome = RecordOutcome(decoding: SourceFile(path: document.file.path, bytes: bytes))
        guard case .record(let record) = outcome.content, let edited = record as? any CapturedDocument,
            !outcome.diagnostics.hasErrors
        else { return false }
        return edited.snapshot?.file.value == path && edited.snapshot?.digest == digest
            && bytes[edited.body].elementsEqual(document.file.bytes[document.body])
    }
}
