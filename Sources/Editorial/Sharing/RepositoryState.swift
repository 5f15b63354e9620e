import Files

/// What git is in the middle of, in a repository.
enum UnfinishedWork: String, Sendable, CaseIterable {
    case merge = "MERGE_HEAD"
    case cherryPick = "CHERRY_PICK_HEAD"
    case revert = "REVERT_HEAD"
    case rebase = "rebase-merge"
    case oldRebase = "rebase-apply"

    /// The command of git that goes on with it, or takes it back.
    var command: String {
        switch self {
        case .merge: "merge"
        case .cherryPick: "cherry-pick"
        case .revert: "revert"
        case .rebase, .oldRebase: "rebase"
        }
    }

    /// Why nothing is committed or shared meanwhile.
    var refusal: Refusal {
        Refusal(
            "a `git \(command)` was begun here and not ended",
            help:
                "end it with `git \(command) --continue`, or take it back with `git \(command) --abort`; nothing was done now"
        )
    }
}

extension Git {
    /// What was begun and not ended; nil mostly.
    func unfinishedWork() async -> UnfinishedWork? {
        for work in UnfinishedWork.allCases {
            guard let path = await answer(["rev-parse", "--git-path", work.rawValue]) else { continue }
            if isThere(path) { return work }
        }
        return nil
    }

    private func isThere(_ path: String) -> Bool {
        let absolute = path.hasPrefix("/") ? path : folder + "/" + path
        return StoredFile.problem(of: absolute) == nil
    }

    /// Refuses outside of a repository, and in the middle of a merge.
    func requireRest() async throws(Refusal) {
        guard try await run(["rev-parse", "--is-inside-work-tree"]).isSuccess else {
            throw Refusal(
                "the newsroom's folder is in no git repository",
                help: "`git init` makes one; then `git add` and `git commit` what is there"
            )
        }
        if let work = await unfinishedWork() { throw work.refusal }
    }

    /// The name of the branch that is checked out.
    func branch() async throws(Refusal) -> String {
        guard let name = await answer(["symbolic-ref", "--quiet", "--short", "HEAD"]) else {
            throw Refusal(
                "no branch is checked out, so there is nothing to share",
                help: "`git switch BRANCH` goes back to yours"
            )
        }
        return name
    }

    /// Whether there is a commit.
    func hasCommit() async -> Bool { await answer(["rev-parse", "--verify", "--quiet", "HEAD"]) != nil }

    /// The remote and the branch there that a branch goes with; nil if none was set.
    func upstream(of branch: String) async -> (remote: String, branch: String)? {
        guard let remote = await answer(["config", "--get", "branch.\(branch).remote"]),
            let merge = await answer(["config", "--get", "branch.\(branch).merge"])
        else { return nil }
        let prefix = "refs/heads/"
        return (remote, merge.hasPrefix(prefix) ? String(merge.dropFirst(prefix.count)) : merge)
    }

    /// The remote to share with where no upstream was set: the only one, or else `origin`.
    func remote() async throws(Refusal) -> String {
        let all = (await answer(["remote"]) ?? "").split(whereSeparator: \.isNewline).map(String.init)
        if all.count == 1, let only = all.first { return only }
        if all.contains("origin") { return "origin" }
        throw Refusal(
            all.isEmpty
                ? "there is no other repository to share with"
                : "there are several repositories to share with: \(all.joined(separator: ", "))",
            help: all.isEmpty
                ? "`git remote add origin ADDRESS` names one"
                : "`git push --set-upstream NAME BRANCH` chooses one, once"
        )
    }
}
