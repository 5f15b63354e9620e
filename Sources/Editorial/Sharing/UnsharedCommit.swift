import Files
import Newsroom

/// The last commit of the branch, while it is one step of the desk that nobody else has.
///
/// With `commit: yes` each step is committed at once. A step that was a mistake can then be taken back only with its commit.
struct UnsharedCommit: Sendable {
    private let git: Git

    /// The repository that holds a folder.
    init(in folder: String) { git = Git(folder: folder, mayAsk: false) }

    /// Whether the last commit is the desk's own of this step alone, and no other branch, tag, stash or remote has it.
    func isOnly(_ step: JournalStep) async -> Bool {
        guard await git.unfinishedWork() == nil, let head = await git.answer(["rev-parse", "HEAD"]),
            let branch = await git.answer(["symbolic-ref", "--quiet", "HEAD"]),
            // One parent: a merge brings what others did.
            let parents = await git.answer(["rev-list", "--parents", "-n", "1", "HEAD"]),
            parents.split(separator: " ").count == 2
        else { return false }
        let holders = await git.answer(["for-each-ref", "--format=%(refname)", "--contains", head]) ?? ""
        guard holders.split(whereSeparator: \.isNewline).map(String.init) == [branch] else { return false }
        let steps = await StepSearch(git: git, names: .none)
            .steps(in: .commit("HEAD"), missingIn: .commit("HEAD~1"))
        guard steps.map(\.identity) == [step.identity] else { return false }
        return await git.answer(["log", "-1", "--format=%s"]) == step.words
    }

    /// Takes the last commit back. Files stay as they are, and so does what is staged of others.
    func takeBack() async throws(Refusal) {
        let files = await git.list(["diff", "--name-only", "--relative", "-z", "HEAD~1", "HEAD", "--"])
        for arguments in [["reset", "--quiet", "--soft", "HEAD~1"], ["reset", "--quiet", "--"] + files] {
            let outcome = try await git.run(arguments)
            guard outcome.isSuccess else {
                throw Refusal("git did not take the commit back: \(outcome.reason)")
            }
        }
    }
}
