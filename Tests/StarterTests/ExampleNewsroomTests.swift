import Assay
import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import Newsroom
@testable import Starter

struct ExampleNewsroomTests {
    private func report(_ folder: TemporaryFolder, day: String, builds: Bool = false) async throws -> Report {
        let tree = try FileTree(root: folder.path)
        let request = Request(folder: tree, today: try #require(CalendarDate(day)))
        guard builds else { return await Pipeline.check(request) }
        let output = try OutputFolder(
            path: folder.path + "/_site",
            root: tree.root,
            protected: Pipeline.inputFolders
        )
        return try await Pipeline.build(request, into: output)
    }

    @Test(
        "It is checked and built with no finding but what is to be replaced, today and in ten years",
        arguments: ["2024-10-16", "2036-01-01"]
    )
    func clean(day: String) async throws {
        let folder = try TemporaryFolder()
        try ExampleNewsroom(name: "The Test", version: "1.2.3").create(in: folder.path)
        let report = try await report(folder, day: day, builds: true)
        #expect(Set(report.diagnostics.map(\.rule.name)) == ["placeholder-left"])
        #expect(
            report.diagnostics.compactMap(\.span?.file) == [
                "content/pages/about.md", "content/pages/contact.md", "content/pages/corrections.md",
                "content/pages/funding.md", "content/pages/methodology.md", "content/pages/submit.md",
                SiteSettings.path, SiteSettings.path,
            ]
        )
        #expect(report.site != nil)
        let claim = try #require(folder.text("_site/claims/example-lamps-replaced/index.html"))
        for words in ["36 of the 40 lamps", "Mostly true", "posts 11 to 14 await parts", "The Test"] {
            #expect(claim.contains(words), "the claim's page does not show \(words)")
        }
    }

    @Test("With a verdict of its own it has to have an address, and the example is named")
    func live() async throws {
        let folder = try TemporaryFolder()
        try ExampleNewsroom(name: "The Test", version: "1.2.3").create(in: folder.path)
        let example = try #require(folder.text("content/verdicts/example-lamps-replaced.md"))
        let claim = try #require(folder.text("content/claims/example-lamps-replaced.md"))
        try folder.write("content/claims/own.md", claim)
        try folder.write(
            "content/verdicts/own.md",
            example.replacing("claim: example-lamps-replaced", with: "claim: own")
                .replacing("This verdict is an example; nothing in it is real.", with: "")
        )
        let report = try await report(folder, day: "2024-12-01", builds: true)
        let found = report.diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.rule.name) == ["example-address"])
        #expect(report.site == nil)
        #expect(
            report.diagnostics.contains {
                $0.rule.name == "placeholder-left"
                    && $0.span?.file == "content/verdicts/example-lamps-replaced.md"
            }
        )
    }

    @Test("Every file of the example is one of the newsroom's")
    func complete() throws {
        let example = SharedSource.repository + "/Sources/Starter/Example"
        let names = try FileManager.default.contentsOfDirectory(atPath: example).sorted()
        let contents = try names.map { try Data(contentsOf: URL(fileURLWithPath: example + "/" + $0)) }
        #expect(names.count > 20)
        #expect(Set(contents) == Set(ExampleNewsroom.resources.values.map { Data($0) }))
        #expect(contents.count == ExampleNewsroom.resources.count)
    }

    @Test("The settings explain every field that there is")
    func settingsFields() throws {
        let files = ExampleNewsroom(name: "N", version: "1.0.0").files
        let settings = try #require(files.first { $0.path == SiteSettings.path })
        let lines = String(decoding: settings.bytes, as: UTF8.self).split(separator: "\n").map {
            $0.drop { " #-".contains($0) }
        }
        for name in Self.names(SiteSettings.fields) {
            #expect(lines.contains { $0.hasPrefix(name + ":") }, "content/site.yaml does not have `\(name)`")
        }
    }

    @Test("The settings that stand behind a # are right when it is taken away")
    func idleSettings() throws {
        let files = ExampleNewsroom(name: "N", version: "1.0.0").files
        let settings = try #require(files.first { $0.path == SiteSettings.path })
        var count = 0
        let lines = String(decoding: settings.bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
                guard line.prefixMatch(of: /#( {2})*[a-z-]+:/) != nil else { return line }
                count += 1
                return line.dropFirst()
            }
        #expect(count > 5)
        let file = SourceFile(path: SiteSettings.path, text: lines.joined(separator: "\n"))
        let (decoded, diagnostics) = SiteSettings.decode(file)
        #expect(diagnostics == [])
        #expect(decoded?.policy.signOffs == 2)
        #expect(decoded?.checks.count == 1)
    }

    private static func names(_ fields: [FieldDescription]) -> Set<String> {
        fields.reduce(into: []) { names, field in
            names.insert(field.name)
            switch field.type {
            case .group(let inner), .list(.group(let inner)): names.formUnion(Self.names(inner))
            default: break
            }
        }
    }

    @Test(
        "Any name is read back as it was given",
        arguments: [
            "true", "null", "Ann's: a \"fact\" #1", "[x]", "- a", "*", "É\u{301}l Día", "50 %", "a\\b",
            "a: b", "x:",
        ]
    )
    func names(name: String) async throws {
        let folder = try TemporaryFolder()
        try ExampleNewsroom(name: name, version: "1.2.3").create(in: folder.path)
        let loaded = await LoadedNewsroom.load(from: try FileTree(root: folder.path))
        #expect(loaded.newsroom?.settings.name == name)
        #expect(loaded.newsroom?.profiles["newsroom"]?.name.value == name)
        #expect(folder.text("README.md")?.hasPrefix("# \(name)\n") == true)
    }

    @Test("No mark is left, and continuous integration names this version")
    func marks() {
        for file in ExampleNewsroom(name: "The Test", version: "1.2.3").files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("NEWSROOM_NAME") && !text.contains("ASSAY_RELEASE"), "\(file.path)")
            if file.path.hasSuffix(".yml") { #expect(text.contains("ASSAY_VERSION: v1.2.3")) }
        }
    }

    @Test(
        "Continuous integration gets Assay from where the newsroom says, and asks when it has not said",
        arguments: [".github/workflows/site.yml", ".gitlab-ci.yml"]
    )
    func repository(path: String) throws {
        let files = ExampleNewsroom(name: "The Test", version: "1.2.3").files
        let file = try #require(files.first { $0.path == path })
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(!text.contains("://"), "an address that nobody gave")
        let lines = text.split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex { $0.contains("if [ -z \"$ASSAY_REPOSITORY\" ]") })
        let clone = try #require(lines.firstIndex { $0.contains("git clone") })
        #expect(start < clone && lines[clone].contains("\"$ASSAY_REPOSITORY\""))
        let script = lines[start..<clone].joined(separator: "\n")
        for (address, status) in [("", 1), ("../assay.git", 0)] {
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/sh")
            shell.arguments = ["-c", script]
            shell.environment = ["ASSAY_REPOSITORY": address]
            let output = Pipe()
            shell.standardOutput = output
            try shell.run()
            let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            shell.waitUntilExit()
            #expect(Int(shell.terminationStatus) == status)
            #expect(said.contains("ASSAY_REPOSITORY is not set") == address.isEmpty)
        }
    }

    @Test("With one file in the way nothing is written")
    func taken() throws {
        let folder = try TemporaryFolder()
        try folder.write("content/pages/about.md", "mine")
        #expect(throws: NewFilesProblem.taken(["content/pages/about.md"])) {
            try ExampleNewsroom(name: "N", version: "1.0.0").create(in: folder.path)
        }
        #expect(folder.contents == ["content", "content/pages", "content/pages/about.md"])
        #expect(folder.text("content/pages/about.md") == "mine")
    }
}

/// This package's own folder.
enum SharedSource {
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
}
