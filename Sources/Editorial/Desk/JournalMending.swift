import Diagnostics
import Files

/// A repair of a journal's file in place; see `JournalRebase`.
package struct JournalMending: Sendable {
    private let claim: String
    private let tree: FileTree
    private var path: String { Journal.path(of: claim) }

    /// Names the journal.
    package init(_ claim: String, in tree: FileTree) {
        self.claim = claim
        self.tree = tree
    }

    /// Mends the journal.
    /// - Returns: a sentence about what was done.
    package func mend() async throws(Refusal) -> String {
        let shared = await GitHistory(folder: tree.root).shared(path)
        let bytes: [UInt8]
        let mended: JournalRebase
        do {
            try tree.verify(folder: Journal.folder)
            bytes = try tree.contents(of: path, limit: Journal.sizeLimit)
            mended = try JournalRebase(claim, SourceFile(path: path, bytes: bytes), shared: shared)
        } catch {
            throw Refusal("`\(path)` cannot be mended: \(error)")
        }
        let lines = "\(mended.lineCount) \(mended.lineCount == 1 ? "line" : "lines")"
        guard mended.bytes != bytes else { return "\(path): there is nothing to mend in its \(lines)" }
        do throws(AppendOnlyFile.Problem) {
            try AppendOnlyFile.replace(tree.root + "/" + path, holding: bytes, with: mended.bytes)
        } catch {
            throw Refusal("`\(path)` cannot be mended: \(error)")
        }
        return "\(path): mended; of its \(lines) \(mended.movedCount) moved\(Self.rest(of: mended))"
    }

    private static func rest(of mended: JournalRebase) -> String {
        var words = ""
        if mended.copyCount > 0 {
            words += ", \(mended.copyCount) \(mended.copyCount == 1 ? "copy" : "copies") of lines taken away"
        }
        if mended.restoredLineFeed { words += ", the line feed at its end put back" }
        if mended.restoredLineEnds { words += ", carriage returns at line ends taken away" }
        if mended.droppedUnfinishedLine { words += ", the unfinished last line taken away" }
        return words
    }
}
