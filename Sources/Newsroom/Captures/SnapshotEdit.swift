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
        guard var front = FrontMatterLines(of: document) else { return nil }
        let written = ["snapshot:", "  file: \(path)", "  sha256: \(digest)"]
        let place = front.range(of: "snapshot") ?? front.close..<front.close
        front.lines.replaceSubrange(place, with: written)
        return front.file { edited in
            edited.snapshot?.file.value == path && edited.snapshot?.digest == digest
        }
    }
}
