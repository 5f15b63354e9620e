import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Files
import Foundation
import Newsroom

/// The newsroom's folder: the option `-C` of every command that works on one.
struct NewsroomPlace: ParsableArguments {
    @Option(
        name: [.customShort("C"), .customLong("directory")],
        help: ArgumentHelp(
            "The newsroom's folder; if left out, this folder or the nearest one above it that is a newsroom.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var directory: String?

    /// The folder's name for messages, as it was typed.
    var name: String { directory ?? "." }

    /// Opens the folder.
    /// - Parameter start: the folder where the search for a newsroom begins, unless `-C` names one.
    func folder(from start: String = ".") throws(CommandFailure) -> FileTree {
        let path = directory ?? Self.newsroom(above: start) ?? start
        do {
            return try FileTree(root: path)
        } catch {
            throw CommandFailure("the newsroom's folder `\(path)` cannot be used: \(error)")
        }
    }

    /// The nearest folder with a settings file, at or above a path, as git finds its repository.
    private static func newsroom(above start: String) -> String? {
        folders(from: start).first { FileManager.default.fileExists(atPath: $0 + "/" + SiteSettings.path) }
    }

    /// The place of a newsroom in its repository: the folder with `.git`, or else GitHub's workspace.
    static func repository(of folder: FileTree) -> RepositoryPlace {
        let workspace = ProcessInfo.processInfo.environment["GITHUB_WORKSPACE"].flatMap { path in
            path.isEmpty ? nil : (try? FileTree(root: path))?.root
        }
        let above = folders(from: folder.root)
        let root =
            above.first { FileManager.default.fileExists(atPath: $0 + "/.git") }
            ?? above.first { $0 == workspace }
        guard let root else { return RepositoryPlace(root: folder.root, folder: "") }
        let rest = folder.root.dropFirst(root.count).drop { $0 == "/" }
        return RepositoryPlace(root: root, folder: String(rest))
    }

    /// A folder and its ancestors, nearest first, with symbolic links resolved.
    private static func folders(from start: String) -> [String] {
        guard var path = (try? FileTree(root: start))?.root else { return [] }
        var folders = [path]
        while let slash = path.lastIndex(of: "/"), path != "/" {
            path = slash == path.startIndex ? "/" : String(path[..<slash])
            folders.append(path)
        }
        return folders
    }
}

extension NewsroomPlace {
    /// Opens the folder and reads the newsroom in it.
    /// - Parameter reason: why a newsroom without usable settings is of no use to the command.
    func open(
        orSay reason: (LoadedNewsroom) -> String = OpenedNewsroom.reason
    ) async throws(CommandFailure) -> OpenedNewsroom {
        let folder = try folder()
        do throws(Refusal) { return try await OpenedNewsroom.open(folder, orSay: reason) } catch {
            throw CommandFailure("\(error)")
        }
    }
}
