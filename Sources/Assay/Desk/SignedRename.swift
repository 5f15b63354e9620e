import Diagnostics
import Editorial
import Files
import Newsroom

extension Renaming {
    /// The claims whose signed texts would say something else after a rename or a merger, in the order of their ids.
    /// - Parameters:
    ///   - desk: the desk as it is.
    ///   - newsroom: the newsroom as it is, with what its journals say.
    ///   - findings: what is wrong with its files now.
    ///   - folder: the folder with all changes.
    /// - Throws: if the newsroom would have an error that it has not now.
    package static func voided(
        _ desk: Desk,
        _ newsroom: Newsroom,
        findings: [Diagnostic],
        by folder: FileTree
    ) async throws(Refusal) -> [String] {
        let loaded = await LoadedNewsroom.load(from: folder)
            .comparingSnapshots(
                in: folder,
                remembering: CaptureMemory(),
                stamps: VerifiedStamps(.read(from: folder))
            )
            .readingMedia(in: folder)
        guard let after = loaded.newsroom else {
            throw Refusal("the newsroom could not be read afterwards", help: "please report this")
        }
        let known = Set(findings.filter { $0.severity == .error }.map(\.message))
        let new = loaded.diagnostics.filter { $0.severity == .error && !known.contains($0.message) }
        if let problem = new.first {
            let place = problem.span.map { "\($0.file):\($0.line): " } ?? ""
            throw Refusal("afterwards there would be an error: \(place)\(problem.message)")
        }
        return voided(desk, newsroom, by: after)
    }
}

extension [String] {
    /// The first few ids, for a sentence.
    package var listed: String {
        let shown = prefix(5).map { "`\($0)`" }.joined(separator: ", ")
        return count > 5 ? "\(shown) and \(count - 5) more" : shown
    }
}
