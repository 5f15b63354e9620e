import ArgumentParser
import Assay
import Editorial
import Files
import Foundation
import Newsroom
import Starter

extension ReleasePlace {
    /// Where this program was released, as its build was told.
    static let ofThisProgram = ReleasePlace(
        version: Version.current,
        repository: Version.repository,
        downloads: Version.downloads
    )
}

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a new newsroom: settings, pages, and an example to replace.",
        discussion: """
            The newsroom builds as it is; `assay check` lists what is to be replaced with your own words. Nothing that exists is touched: when one of its records is there already, \
            nothing is written; a README, a .gitignore and the like stay as they are.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The folder; made when there is none. `.` is the current folder.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var folder: String

    @Option(help: ArgumentHelp("The newsroom's name, as readers will see it.", valueName: "text"))
    var name = "Example newsroom"

    @Flag(name: [.short, .long], help: "Print nothing when all went well.")
    var quiet = false

    func validate() throws {
        if name.allSatisfy(\.isWhitespace) { throw ValidationError("a newsroom needs a name") }
        if name.contains(where: \.isNewline) { throw ValidationError("the name must be one line") }
        if folder.isEmpty { throw ValidationError("name a folder; `.` is the current one") }
    }

    func run() async throws {
        let newsroom = ExampleNewsroom(name: name, release: .ofThisProgram, timeZone: .ofMachine)
        let left: [NewFiles.File]
        do throws(NewFilesProblem) {
            left = try newsroom.create(in: folder)
        } catch {
            throw CommandFailure(message(for: error))
        }
        let console = Console(format: .text, isQuiet: quiet)
        console.say(nextSteps(fileCount: newsroom.files.count - left.count))
        for file in left { console.say(advice(on: file)) }
        await installMergeDriver(console)
        if ReleasePlace.ofThisProgram.isIncomplete { console.say(Self.placeholders) }
    }

    /// Tells git how journals are merged, where the folder is in a repository already; `assay share` does it later otherwise.
    private func installMergeDriver(_ console: Console) async {
        do throws(Refusal) {
            if try await JournalMergeDriver(in: folder).install() {
                console.say("git merges journals with `assay journal merge` from now on")
            }
        } catch {
            console.say("note: \(error)")
        }
    }

    /// What a program that was not released says of the files that name a release.
    private static let placeholders = """

        This program was built from source and does not know where Assay is released. Before you use continuous
        integration, write its address in place of \(ReleasePlace.unknownOwner) in the file that you keep:
        .github/workflows/site.yml or .gitlab-ci.yml.
        """

    private func message(for problem: NewFilesProblem) -> String {
        switch problem {
        case .taken(let paths):
            let count =
                paths.count == 1 ? "a file of a new newsroom" : "\(paths.count) files of a new newsroom"
            let list = paths.map { "\n  \($0)" }.joined()
            return "`\(folder)` has \(count) already, so nothing was written:\(list)\nname another folder"
        case .file(let path, let problem) where path == folder || folder.hasPrefix(path + "/"):
            return "`\(path)` cannot be the newsroom's folder: \(problem)"
        case .file(let path, let problem):
            return "`\(path)` cannot be made in `\(folder)`: \(problem); nothing was written"
        }
    }

    /// A line about a file that was there before; for git's files, the lines that it lacks.
    private func advice(on file: NewFiles.File) -> String {
        let path = folder + "/" + file.path
        let present = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let lines = Set(
            present.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        )
        let missing = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
            .filter { !$0.hasPrefix("#") && !lines.contains($0) }
        guard [".gitignore", ".gitattributes"].contains(file.path) else {
            return "left as it is: \(file.path)"
        }
        return missing.isEmpty
            ? "left as it is: \(file.path)"
            : "left as it is: \(file.path); add these lines to it:\n"
                + missing.map { "  \($0)" }.joined(separator: "\n")
    }

    private func nextSteps(fileCount: Int) -> String {
        let isHere = folder == "." || folder == "./"
        let quoted =
            folder.allSatisfy { $0.isLetter || $0.isNumber || "/._-~+".contains($0) }
            ? folder : "'" + folder.replacing("'", with: #"'\''"#) + "'"
        let enter = isHere ? "" : "\n  cd \(quoted)"
        return """
            made a newsroom of \(fileCount) files in \(isHere ? "this folder" : folder)

            Next:\(enter)
              assay serve --open          look at it in a browser while you write
              assay build                 write its site into _site

            Then replace what came with it: `assay check` lists the address, the description and the pages
            that are yours to write. Beside the example, write:
              assay new article an-article --edit
              assay new claim a-claim --from an-article --edit
            README.md in the folder has the rest.
            """
    }
}
