import ArgumentParser
import Files

/// Where the newsroom is: the option of every command that works on one.
struct NewsroomPlace: ParsableArguments {
    @Option(
        name: [.customShort("C"), .customLong("directory")],
        help: ArgumentHelp("The newsroom's folder.", valueName: "dir")
    )
    var directory = "."

    /// The folder, opened.
    func folder() throws(CommandFailure) -> FileTree {
        do {
            return try FileTree(root: directory)
        } catch {
            throw CommandFailure("the newsroom's folder `\(directory)` cannot be used: \(error)")
        }
    }
}
