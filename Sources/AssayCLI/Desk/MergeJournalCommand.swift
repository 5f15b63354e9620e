import ArgumentParser
import Diagnostics
import Editorial
import Foundation

/// The merge driver that git calls for journals.
struct MergeJournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Makes one journal of two versions, for git: each event once.",
        discussion: """
            Git runs this where .gitattributes has merge=\(JournalMergeDriver.name), and its settings say what that is; \
            `assay init` and `assay share` write the setting:

              git config merge.\(JournalMergeDriver.name).driver "assay journal merge %O %A %B %P"

            The result is written to OURS. Signatures and the chain of lines hold in it. The exit status is 1 where the \
            versions do not go together.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The common ancestor; journals lose no line, so it is not needed.",
            valueName: "base"
        )
    )
    var base: String

    @Argument(help: ArgumentHelp("Our version, which becomes the merged one.", valueName: "ours"))
    var ours: String

    @Argument(help: ArgumentHelp("The other version.", valueName: "theirs"))
    var theirs: String

    @Argument(
        help: ArgumentHelp("The journal's path in the repository.", valueName: "path"),
        completion: .file()
    )
    var path: String

    func run() async throws {
        let folder = FileManager.default.currentDirectoryPath
        // Git names the commits of a merge in its environment, and none where it replays or picks commits.
        let isMerge = ProcessInfo.processInfo.environment.keys.contains { $0.hasPrefix("GITHEAD_") }
        do throws(Refusal) {
            try await JournalMergeDriver(in: folder).merge(
                ours: Self.absolute(ours, folder),
                theirs: Self.absolute(theirs, folder),
                path: path,
                isMerge: isMerge
            )
        } catch {
            throw CommandFailure(TerminalText.safe("\(error)"))
        }
    }

    private static func absolute(_ path: String, _ folder: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }
}
