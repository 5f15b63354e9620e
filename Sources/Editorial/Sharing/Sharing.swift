import Files
import Newsroom

/// The sharing of a newsroom with others: what they did comes, what was done here goes, with the person's own git.
///
///     let sharing = Sharing(of: tree, names: newsroom.formerIDs, mayAsk: ProgramSurroundings.hasTerminal)
///     let report = try await sharing.share()
///     print(report.lines.joined(separator: "\n"))
package struct Sharing: Sendable {
    private let folder: String
    private let git: Git
    private let search: StepSearch

    /// The repository that holds a newsroom.
    /// - Parameters:
    ///   - names: what was renamed, for the present ids of people.
    ///   - mayAsk: whether git may ask for a password at the terminal.
    package init(of folder: String, names: FormerIDs = .none, mayAsk: Bool) {
        self.folder = folder
        git = Git(folder: folder, mayAsk: mayAsk)
        search = StepSearch(git: git, names: names)
    }

    /// The result of sharing.
    package struct Report: Sendable {
        /// The branch of the others, such as `origin/main`.
        package let upstream: String
        /// The steps that came from others.
        package let came: [JournalStep]
        /// The steps that others have now.
        package let went: [JournalStep]
        /// The other files that came: texts, pages, settings.
        package let filesThatCame: [String]
        /// The other files that went.
        package let filesThatWent: [String]
        /// The files that are changed here and in no commit.
        package let left: [String]
    }

    /// What others do not have yet.
    package struct Unshared: Sendable {
        /// The branch of the others; nil if there is none yet.
        package let upstream: String?
        /// The steps that they do not have, oldest first.
        package let steps: [JournalStep]
        /// Those of the steps that are in no commit.
        package let uncommitted: [JournalStep]
        /// The number of steps that they have and this folder has not, as of the last fetch.
        package let waiting: Int
    }

    /// What others do not have yet, by what git knew of them last. Asks no other computer.
    package func unshared() async throws(Refusal) -> Unshared {
        guard try await git.run(["rev-parse", "--is-inside-work-tree"]).isSuccess else {
            throw Refusal("the newsroom's folder is in no git repository", help: "`git init` makes one")
        }
        let upstream = await git.answer(["rev-parse", "--abbrev-ref", "--symbolic-full-name", "@{upstream}"])
        let shared = upstream.map { StepSearch.State.commit($0) } ?? .nothing
        let head = await git.hasCommit() ? StepSearch.State.commit("HEAD") : .nothing
        let waiting = upstream == nil ? [] : await search.steps(in: shared, missingIn: head)
        return Unshared(
            upstream: upstream,
            steps: await search.steps(in: .folder, missingIn: shared),
            uncommitted: await search.steps(in: .folder, missingIn: head),
            waiting: waiting.count
        )
    }

    /// The steps that are in no commit, oldest first. Empty outside of a repository.
    package func uncommitted() async -> [JournalStep] {
        guard (try? await git.run(["rev-parse", "--git-dir"]))?.isSuccess == true else { return [] }
        return await search.steps(in: .folder, missingIn: await git.hasCommit() ? .commit("HEAD") : .nothing)
    }

    /// Fetches, merges and pushes what is committed.
    ///
    /// A merge that git cannot make is taken back, so that the folder is as it was.
    package func share() async throws(Refusal) -> Report {
        try await git.requireRest()
        try await JournalMergeDriver(in: folder).install()
        let branch = try await git.branch()
        guard await git.hasCommit() else {
            throw Refusal("nothing is committed yet", help: "`git add` and `git commit` what is there, once")
        }
        let known = await git.upstream(of: branch)
        let remote: String
        if let known { remote = known.remote } else { remote = try await git.remote() }
        let target = Target(remote: remote, branch: known?.branch ?? branch, isNew: known == nil)
        let start = await git.answer(["rev-parse", "HEAD"]) ?? "HEAD"
        var shared: String?
        for _ in 0..<Self.attempts {
            shared = try await fetch(target)
            if let shared { try await merge(shared, target) }
            if try await push(target) {
                return await report(target, start, shared)
            }
        }
        throw Refusal(
            "others were faster \(Self.attempts) times: while this was pushed, something else was",
            help: "give the command again; what you did is committed here, and nothing is lost"
        )
    }

    private static let attempts = 4

    /// The branch elsewhere that this one goes with.
    private struct Target {
        let remote: String
        let branch: String
        /// Whether git was not told of it before.
        let isNew: Bool
        /// The branch in words: `origin/main`.
        var name: String { "\(remote)/\(branch)" }
    }

    /// Fetches the others' branch.
    /// - Returns: its commit; nil if there is no such branch yet.
    private func fetch(_ target: Target) async throws(Refusal) -> String? {
        let outcome = try await git.reach(["fetch", "--quiet", target.remote])
        guard outcome.isSuccess else {
            throw Refusal(
                "nothing could be fetched from `\(target.remote)`: \(outcome.reason)",
                help: Self.access(outcome) ?? "what you did is committed here, and nothing is lost"
            )
        }
        return await git.answer([
            "rev-parse", "--verify", "--quiet", "refs/remotes/\(target.name)^{commit}",
        ])
    }

    private func merge(_ shared: String, _ target: Target) async throws(Refusal) {
        if try await git.run(["merge-base", "--is-ancestor", shared, "HEAD"]).isSuccess { return }
        let outcome = try await git.run([
            "merge", "--quiet", "--no-edit", "-m", "Take in what others did on \(target.name)", shared,
        ])
        if outcome.isSuccess { return }
        let conflicts = await git.list(["diff", "--name-only", "--diff-filter=U", "--relative", "-z"])
        if await git.unfinishedWork() == .merge { _ = try await git.run(["merge", "--abort"]) }
        guard conflicts.isEmpty else { throw MergeRefusal.conflict(conflicts, target.name) }
        let inTheWay = MergeRefusal.filesInTheWay(outcome.errors)
        guard inTheWay.isEmpty else { throw MergeRefusal.uncommitted(inTheWay) }
        throw Refusal(
            "what others did could not be taken in: \(outcome.reason)",
            help: "nothing was changed here, and nothing was pushed"
        )
    }

    /// Pushes the branch.
    /// - Returns: false if somebody else pushed in between.
    private func push(_ target: Target) async throws(Refusal) -> Bool {
        var arguments = ["push", "--quiet"]
        if target.isNew { arguments.append("--set-upstream") }
        let outcome = try await git.reach(arguments + [target.remote, "HEAD:refs/heads/\(target.branch)"])
        if outcome.isSuccess { return true }
        if outcome.errors.contains("(fetch first)") || outcome.errors.contains("(non-fast-forward)")
            || outcome.errors.contains("cannot lock ref")
        {
            return false
        }
        let said = outcome.errors.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("remote: ") }
            .map { $0.dropFirst(8).description.trimmingBlanks }.filter { !$0.isEmpty }
        throw Refusal(
            "`\(target.remote)` did not take what you did: \(outcome.reason)"
                + (said.isEmpty ? "" : " (it says: \(said.joined(separator: " ")))"),
            help: Self.access(outcome)
                ?? "what others did is taken in, what you did is committed here, and nothing is lost; give the command again when `\(target.name)` may be pushed to"
        )
    }

    /// The advice where the other computer did not let us in; nil for other reasons.
    private static func access(_ outcome: Program.Outcome) -> String? {
        let signs = [
            "could not read Username", "could not read Password", "terminal prompts disabled",
            "Permission denied", "Authentication failed", "Host key verification failed",
        ]
        guard signs.contains(where: outcome.errors.contains) else { return nil }
        return
            "git could not say who you are: `git push` at a terminal asks for it, and a credential helper or an SSH agent remembers it"
    }

    private func report(_ target: Target, _ start: String, _ shared: String?) async -> Report {
        let before = StepSearch.State.commit(start)
        let now = StepSearch.State.commit("HEAD")
        let others = shared.map { StepSearch.State.commit($0) } ?? .nothing
        let isOfStep = { (path: String) in
            path.hasPrefix(Journal.folder + "/") || path.hasPrefix(VersionStore.folder + "/")
        }
        let came = await search.changedPaths(from: before, to: now)
        let went = await search.changedPaths(from: others, to: now)
        let left = await git.list(["status", "--porcelain", "--no-renames", "-z", "--", "."]).map { entry in
            String(entry.dropFirst(3))
        }
        return Report(
            upstream: target.name,
            came: await search.steps(in: now, missingIn: before),
            went: await search.steps(in: now, missingIn: others),
            filesThatCame: came.filter { !isOfStep($0) },
            filesThatWent: went.filter { !isOfStep($0) },
            left: left
        )
    }
}
