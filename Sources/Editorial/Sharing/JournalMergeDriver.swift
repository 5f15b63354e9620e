import Files

/// The merge driver for journals that git calls: `assay journal merge`, installed in the settings of a repository.
///
/// `.gitattributes` names the driver and comes with a clone. The setting that says what it runs does not, because git takes no
/// commands from others; so it is installed where it is missing.
package struct JournalMergeDriver: Sendable {
    /// The driver's name in `.gitattributes` and in git's settings.
    package static let name = "assay-journal"

    private let folder: String
    private var git: Git { Git(folder: folder, mayAsk: false) }

    /// The driver of the repository that holds a folder.
    package init(in folder: String) { self.folder = folder }

    /// Installs the driver unless git knows it already.
    /// - Returns: whether it was installed now; false outside of a repository.
    @discardableResult
    package func install() async throws(Refusal) -> Bool {
        guard try await git.run(["rev-parse", "--git-dir"]).isSuccess else { return false }
        let wanted = Self.command
        let known = await git.answer(["config", "--get", "merge.\(Self.name).driver"])
        // A command that somebody else wrote stays: they may have Assay in a place of their own.
        guard known == nil || known?.hasSuffix(Self.arguments) == true && known != wanted else {
            return false
        }
        for (key, value) in [("name", "Journals of claims, by Assay"), ("driver", wanted)] {
            let outcome = try await git.run(["config", "--local", "merge.\(Self.name).\(key)", value])
            guard outcome.isSuccess else {
                throw Refusal("git does not keep the merge driver for journals: \(outcome.reason)")
            }
        }
        return known == nil
    }

    private static let arguments = " journal merge %O %A %B %P"

    /// The command for git's settings: by name if the program is on the path, so that it may move.
    private static var command: String {
        let own = ProgramSurroundings.programPath
        guard !InstalledProgram.isOnPath("assay"), let own else { return "assay" + arguments }
        return "'" + own.replacing("'", with: #"'\''"#) + "'" + arguments
    }

    /// Merges two versions of a journal into the file of ours, as git asks a driver to.
    /// - Parameters:
    ///   - ours: the path of our version, absolute; it becomes the merged one.
    ///   - theirs: the path of the other version, absolute.
    ///   - path: the journal's path in the repository.
    ///   - isMerge: whether git merges branches; otherwise it replays, picks or takes back commits on what is checked out.
    /// - Throws: a refusal if they do not go together; our file then has both between conflict markers.
    package func merge(ours: String, theirs: String, path: String, isMerge: Bool) async throws(Refusal) {
        let shared = await GitHistory(folder: folder).shared(path)
        let problem: String
        do throws(FileProblem) {
            let mine = try StoredFile.contents(of: ours, limit: Journal.sizeLimit)
            let other = try StoredFile.contents(of: theirs, limit: Journal.sizeLimit)
            let merged = Self.merged(mine, other, path, shared, isMerge ? .settled : .ours)
            if merged.bytes != mine { try StoredFile.replace(ours, with: merged.bytes) }
            guard let found = merged.problem else { return }
            problem = found
        } catch {
            throw Refusal("\(path): the versions cannot be merged: \(error)")
        }
        throw Refusal(
            problem,
            help: "`assay journal rebase CLAIM` may mend the file; `assay check` says what is wrong with it"
        )
    }

    private static func merged(
        _ ours: [UInt8],
        _ theirs: [UInt8],
        _ path: String,
        _ shared: [UInt8],
        _ standing: JournalMerge.Standing
    ) -> (bytes: [UInt8], problem: String?) {
        do throws(JournalMerge.Conflict) {
            let bytes = try JournalMerge(
                ours: ours,
                theirs: theirs,
                path: path,
                shared: shared,
                standing: standing
            ).bytes
            guard bytes.count <= Journal.sizeLimit else {
                return (ours, "\(path): the journal of both has more than \(Journal.sizeLimit) bytes")
            }
            return (bytes, nil)
        } catch {
            return (error.marked, "\(error)")
        }
    }
}
