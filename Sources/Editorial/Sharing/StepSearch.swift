import Diagnostics
import Digests
import Files
import Newsroom

/// What lies between two states of the journals: the steps that one has and the other has not.
///
/// A state is a commit, or the newsroom's folder as it is.
struct StepSearch: Sendable {
    let git: Git
    let names: FormerIDs

    /// A state of the journals.
    enum State: Hashable, Sendable {
        /// No journals at all, as before the first commit.
        case nothing
        /// The journals in a commit.
        case commit(String)
        /// The journals in the folder.
        case folder
    }

    /// The steps of a state that an earlier one does not have, oldest first.
    func steps(in state: State, missingIn earlier: State) async -> [JournalStep] {
        let paths = await changedPaths(from: earlier, to: state).filter {
            $0.hasPrefix(Journal.folder + "/") && $0.hasSuffix(".jsonl")
        }
        var known: Set<Digest> = []
        for path in paths {
            // Over all files, because a renamed claim's lines have moved to another one.
            for line in Self.lines(await bytes(of: path, in: earlier)) { known.insert(line.identity) }
        }
        var steps: [JournalStep] = []
        for path in paths {
            let claim = String(path.dropFirst(Journal.folder.utf8.count + 1).dropLast(6))
            for line in Self.lines(await bytes(of: path, in: state)) where !known.contains(line.identity) {
                steps.append(JournalStep(line, of: claim, names))
            }
        }
        return steps.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
    }

    /// The files that differ between two states, journals and versions among them.
    func changedPaths(from earlier: State, to state: State) async -> [String] {
        let base: String
        switch earlier {
        case .nothing:
            // The tree without files, which every repository knows.
            guard let empty = await git.answer(["hash-object", "-t", "tree", "/dev/null"]) else { return [] }
            base = empty
        case .commit(let id): base = id
        case .folder: return []
        }
        let options = ["diff", "--name-only", "--no-renames", "--relative", "-z", base]
        switch state {
        case .nothing: return []
        case .commit(let id): return await git.list(options + [id, "--"])
        case .folder:
            let untracked = await git.list(["ls-files", "-z", "--others", "--exclude-standard"])
            return Set(await git.list(options + ["--"]) + untracked).sorted()
        }
    }

    private func bytes(of path: String, in state: State) async -> [UInt8] {
        switch state {
        case .nothing: return []
        case .commit(let id):
            guard let outcome = try? await git.run(["cat-file", "blob", "\(id):./\(path)"]), outcome.isSuccess
            else { return [] }
            return Array(outcome.output.utf8)
        case .folder:
            return (try? StoredFile.contents(of: git.folder + "/" + path, limit: Journal.sizeLimit)) ?? []
        }
    }

    private static func lines(_ bytes: [UInt8]) -> [JournalLine] {
        bytes.split(separator: UInt8(ascii: "\n")).compactMap { try? JournalLine(parsing: $0) }
    }
}
