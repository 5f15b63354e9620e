import Diagnostics
import Files

/// The fixes of a newsroom's findings, applied in rounds to files that are not written yet.
///
/// Fixes that overlap wait for the next round, in which all files are checked anew with the changes so far.
package struct FixRun: Sendable {
    /// A fix that was applied, with the finding that it belongs to.
    package struct Applied: Sendable {
        /// The finding, as it was in its round.
        package let finding: Diagnostic
        /// The fix.
        package let fix: Fix
    }

    /// The applied fixes, in the order of the rounds.
    package private(set) var applied: [Applied] = []
    /// The files with all changes.
    package private(set) var files: EditedFiles
    /// The findings on the files with all changes.
    package private(set) var report: Report
    /// Whether fixes were still possible when the rounds ended, because some undo each other.
    package private(set) var isUnfinished = false

    /// The largest number of rounds.
    private static let limit = 20

    /// Runs the rounds.
    /// - Parameters:
    ///   - includesUnsafe: whether fixes are applied that a person has to look at.
    ///   - concerns: whether a finding is among those to be fixed.
    /// - Throws: when a file cannot be edited; nothing is written either way.
    package init(
        _ request: Request,
        includesUnsafe: Bool,
        concerns: @Sendable (Diagnostic) -> Bool
    ) async throws(EditProblem) {
        files = EditedFiles(request.folder)
        report = await Pipeline.check(request)
        var seen: [[String: [UInt8]]] = []
        for _ in 0..<Self.limit {
            let selection = FixSelection(from: report.diagnostics.filter(concerns)) { fix in
                fix.isSafe || includesUnsafe && fix.safety == .unsafe
            }
            guard !selection.chosen.isEmpty else { return }
            seen.append(files.currentTexts)
            let known = report.files
            let tree = files.tree
            try files.apply(selection.edits) { path in known[path] ?? SourceFile(reading: path, in: tree) }
            guard !seen.contains(files.currentTexts) else { break }
            applied += selection.chosen.map { Applied(finding: $0.finding, fix: $0.fix) }
            report = await Pipeline.check(request.reading(files.tree))
        }
        isUnfinished = true
    }
}

extension SourceFile {
    /// Reads a file that findings name and that loading does not keep; nil if it cannot be read.
    fileprivate init?(reading path: String, in tree: FileTree) {
        guard let bytes = try? tree.contents(of: path, limit: 16 * 1024 * 1024) else { return nil }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        self.init(path: path, bytes: bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes)
    }
}
