import ArgumentParser
import Diagnostics
import Files
import Starter

extension FrontMatterSchema.Draft: ExpressibleByArgument {}

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the JSON Schema of a kind's front matter, or of the settings.",
        discussion: "Editors use it to complete and check fields; docs/schemas.md says how."
    )

    @Argument(
        help: ArgumentHelp(
            "One of \(SchemaSubject.all.map(\.name).joined(separator: ", ")).",
            valueName: "kind"
        ),
        completion: .list(SchemaSubject.all.map(\.name))
    )
    var name: String?

    @Flag(help: "Write the schemas of all kinds into the folder that --out names.")
    var all = false

    @Option(
        name: [.customShort("o"), .customLong("out")],
        help: ArgumentHelp("A folder; earlier schemas in it are replaced.", valueName: "dir"),
        completion: .directory
    )
    var output: String?

    @Option(help: ArgumentHelp("The draft of JSON Schema; editors know 7 best.", valueName: "draft"))
    var draft = FrontMatterSchema.Draft.draft2020

    func validate() throws {
        switch (name, all, output) {
        case (nil, false, _): throw ValidationError("name a kind, or say --all --out DIR")
        case (.some, true, _): throw ValidationError("name a kind or say --all, not both")
        case (nil, true, nil):
            throw ValidationError("--all writes several files; name their folder with --out")
        default: break
        }
        if let name, SchemaSubject(name: name) == nil {
            let names = SchemaSubject.all.map(\.name)
            let help = Suggestion.help(for: name, among: names) ?? "kinds: \(names.joined(separator: ", "))"
            throw ValidationError("there is no kind `\(name)`; \(help)")
        }
    }

    func run() throws {
        let subjects = name.flatMap(SchemaSubject.init(name:)).map { [$0] } ?? SchemaSubject.all
        let schemas = subjects.map { FrontMatterSchema($0, draft: draft, release: .ofThisProgram) }
        guard let output else {
            for schema in schemas { Console.show(json: schema.text) }
            return
        }
        do throws(FileProblem) {
            for schema in schemas {
                try FileReplacement.write(Array(schema.text.utf8), to: output + "/" + schema.fileName)
            }
        } catch {
            throw CommandFailure("the schemas cannot be written into `\(output)`: \(error)")
        }
    }
}
