/// The git history of a newsroom's files. None of the repository's own filters or hooks are run.
package struct GitHistory: Sendable {
    private let folder: String
    private static let sizeLimit = Journal.sizeLimit + 1024

    /// The history of the repository that contains a folder.
    package init(folder: String) { self.folder = folder }

    /// A file's bytes on the upstream branch; empty if there is no such branch or file.
    package func shared(_ path: String) async -> [UInt8] {
        await bytes(of: path, at: "@{upstream}") ?? []
    }

    /// Whether the folder is in a git repository.
    /// - Throws: a refusal if there is one, but git cannot be run.
    package func hasRepository() async throws(Refusal) -> Bool {
        do throws(Program.Problem) {
            return try await Program.run("git", ["rev-parse", "--git-dir"], in: folder).isSuccess
        } catch {
            throw Refusal("git cannot be asked what is committed: \(error)")
        }
    }

    /// The commits to look at.
    package enum Reach: Sendable {
        /// The commits that lead to the checked-out one.
        case head
        /// The commits of all branches, tags and stashes, and those that lead to the checked-out one.
        case all
    }

    /// Whether any commit has a version of a file that meets a condition.
    package func hasCommitted(
        _ path: String,
        in reach: Reach,
        where isWanted: ([UInt8]) -> Bool
    ) async throws(Refusal) -> Bool {
        guard try await hasRepository() else { return false }
        // HEAD may not exist yet, and may be on no branch.
        let head =
            (try? await run(["rev-parse", "-q", "--verify", "HEAD"]))?.isSuccess == true ? ["HEAD"] : []
        let revisions = reach == .all ? ["--all"] + head : head
        guard !revisions.isEmpty else { return false }
        let commits: Program.Outcome
        do throws(Program.Problem) {
            commits = try await run(
                ["log"] + revisions + ["--full-history", "-m", "--format=%H", "--", path]
            )
        } catch {
            throw Refusal("git cannot be asked what is committed: \(error)")
        }
        guard commits.isSuccess else {
            throw Refusal("git cannot say what is committed: \(SigningKey.lastLine(of: commits.errors))")
        }
        var seen: Set<Substring> = []
        for commit in commits.output.split(whereSeparator: \.isNewline) where seen.insert(commit).inserted {
            if isWanted(await bytes(of: path, at: String(commit)) ?? []) { return true }
        }
        return false
    }

    private func bytes(of path: String, at revision: String) async -> [UInt8]? {
        guard let outcome = try? await run(["cat-file", "blob", "\(revision):./\(path)"]), outcome.isSuccess
        else { return nil }
        return Array(outcome.output.utf8)
    }

    private func run(_ arguments: [String]) async throws(Program.Problem) -> Program.Outcome {
        try await Program.run("git", arguments, in: folder, outputLimit: Self.sizeLimit)
    }
}
