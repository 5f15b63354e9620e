import ArgumentParser
import Assay
import Files

struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme",
        abstract: "Lists the files of the default theme, and copies those that a newsroom wants to change.",
        discussion:
            "A file in templates/theme takes the place of the theme's own; docs/templates.md says how.",
        subcommands: [List.self, Copy.self]
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the theme's files; a star marks those that the newsroom has in their places."
        )

        @OptionGroup var place: NewsroomPlace

        func run() throws {
            let replaced = DefaultThemeFiles.replaced(in: try place.folder())
            for name in DefaultThemeFiles.names {
                Console.show((replaced.contains(name) ? "* " : "  ") + name)
            }
        }
    }

    struct Copy: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copies files of the theme into templates/theme, to be changed there."
        )

        @Argument(
            help: ArgumentHelp("Names of files, as `assay theme list` has them.", valueName: "file"),
            completion: .list(DefaultThemeFiles.names)
        )
        var names: [String]

        @OptionGroup var place: NewsroomPlace

        func run() throws {
            let files = try names.map { name in
                guard let file = DefaultThemeFiles.file(name) else {
                    throw CommandFailure(
                        "the theme has no file `\(name)`; \(DefaultThemeFiles.help(for: name))"
                    )
                }
                return file
            }
            let folder = try place.folder()
            do throws(NewFilesProblem) {
                try DefaultThemeFiles.copy(files, into: folder)
            } catch {
                throw CommandFailure(message(for: error))
            }
            for file in files { Console.show(file.path) }
        }

        private func message(for problem: NewFilesProblem) -> String {
            switch problem {
            case .taken(let paths):
                "nothing was copied, because the newsroom has a file of its own there: "
                    + paths.map { "`\($0)`" }.joined(separator: ", ")
            case .file(let path, let problem):
                "`\(path)` cannot be made: \(problem); nothing was copied"
            }
        }
    }
}
