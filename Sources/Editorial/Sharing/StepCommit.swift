import Newsroom

/// The commit of one step of the desk: exactly its files, whatever else is changed or staged in the folder.
///
///     let commit = StepCommit(in: folder, mayAsk: ProgramSurroundings.hasTerminal)
///     let id = try await commit.commit(["content/journal/moon.jsonl"], saying: "moon: submitted by ana")
package struct StepCommit: Sendable {
    private let git: Git

    /// The commit in the repository that holds a newsroom's folder.
    /// - Parameter mayAsk: whether git may ask for a password at the terminal, to sign the commit for example.
    package init(in folder: String, mayAsk: Bool) { git = Git(folder: folder, mayAsk: mayAsk) }

    /// Refuses where no commit could be made, before anything is written.
    package func requireRepository() async throws(Refusal) {
        try await git.requireRest()
        for name in ["user.name", "user.email"] where await git.answer(["config", "--get", name]) == nil {
            guard await git.answer(["var", "GIT_COMMITTER_IDENT"]) == nil else { break }
            throw Refusal(
                "git does not know who you are, so nothing can be committed",
                help: "`git config --global \(name) …` tells it"
            )
        }
    }

    /// Commits files as they are in the folder; files that are as in the last commit are left out.
    /// - Parameters:
    ///   - files: paths in the newsroom's folder; a file that is gone is committed as removed.
    ///   - message: what was done and by whom.
    /// - Returns: the commit's short id; nil if there was nothing to commit.
    /// - Throws: a refusal with git's reason. Files, journals and what was staged are as they were then.
    @discardableResult
    package func commit(_ files: [String], saying message: String) async throws(Refusal) -> String? {
        try await git.requireRest()
        let changed = await changes(in: files)
        guard !changed.isEmpty else { return nil }
        let new = changed.filter(\.isUntracked).map(\.path)
        if !new.isEmpty {
            // Git commits no file alone that it does not know at all.
            let added = try await git.run(["add", "--intent-to-add", "--"] + new)
            guard added.isSuccess else { throw Self.refusal(added.reason) }
        }
        let outcome: Program.Outcome
        do throws(Refusal) {
            outcome = try await git.run(
                ["commit", "--quiet", "--only", "--cleanup=whitespace", "-m", message, "--"]
                    + changed.map(\.path)
            )
        } catch {
            await forget(new)
            throw error
        }
        guard outcome.isSuccess else {
            await forget(new)
            throw Self.refusal(outcome.reason)
        }
        return await git.answer(["rev-parse", "--short", "HEAD"])
    }

    /// The files that differ from the last commit.
    package func uncommitted(among files: [String]) async -> [String] {
        await changes(in: files).map(\.path)
    }

    private struct Change {
        let path: String
        let isUntracked: Bool
    }

    private func changes(in files: [String]) async -> [Change] {
        let wanted = Set(files).sorted()
        guard !wanted.isEmpty else { return [] }
        let hasCommit = await git.hasCommit()
        let untracked = await git.list(["ls-files", "-z", "--others", "--"] + wanted)
        let known =
            hasCommit
            ? await git.list(["diff", "--name-only", "--relative", "-z", "HEAD", "--"] + wanted)
            : await git.list(["ls-files", "-z", "--"] + wanted)
        let all = untracked.map { Change(path: $0, isUntracked: true) }
        return all + known.filter { !untracked.contains($0) }.map { Change(path: $0, isUntracked: false) }
    }

    /// Takes files out of the index that were put there for a commit that failed.
    private func forget(_ files: [String]) async {
        guard !files.isEmpty else { return }
        _ = try? await git.run(["rm", "--quiet", "--cached", "--force", "--"] + files)
    }

    private static func refusal(_ reason: String) -> Refusal {
        Refusal(
            "git made no commit: \(reason)",
            help: "what was written stands in the folder; `assay share` commits it when git lets it"
        )
    }
}
