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
        try ExampleNewsroom(name: "The Test", release: ReleasePlace(version: "1.2.3")).create(in: folder.path)
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
        try ExampleNewsroom(name: "The Test", release: ReleasePlace(version: "1.2.3")).create(in: folder.path)
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
        let files = ExampleNewsroom(name: "N", release: ReleasePlace(version: "1.0.0")).files
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
        let files = ExampleNewsroom(name: "N", release: ReleasePlace(version: "1.0.0")).files
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
        try ExampleNewsroom(name: name, release: ReleasePlace(version: "1.2.3")).create(in: folder.path)
        let loaded = await LoadedNewsroom.load(from: try FileTree(root: folder.path))
        #expect(loaded.newsroom?.settings.name == name)
        #expect(loaded.newsroom?.profiles["newsroom"]?.name.value == name)
        #expect(folder.text("README.md")?.hasPrefix("# \(name)\n") == true)
    }

    private static let released = ReleasePlace(
        version: "1.2.3",
        repository: "https://github.com/desk/assay",
        downloads: "https://github.com/desk/assay/releases/download/v1.2.3"
    )

    private static func text(_ path: String, _ release: ReleasePlace) throws -> String {
        let files = ExampleNewsroom(name: "The Test", release: release).files
        return String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
    }

    @Test("No mark is left, and every file names the release that it was written by")
    func marks() throws {
        for file in ExampleNewsroom(name: "The Test", release: Self.released).files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("NEWSROOM_") && !text.contains("ASSAY_"), "\(file.path)")
            #expect(!text.contains(ReleasePlace.unknownOwner))
            #expect(!file.path.hasPrefix(".vscode/schemas/"))
        }
        let workflow = try Self.text(".github/workflows/site.yml", Self.released)
        #expect(workflow.contains("\"desk/assay/.github/workflows/newsroom.yml@v1.2.3\""))
        #expect(workflow.split(separator: "\n").filter { !$0.hasPrefix("#") }.count == 5)
        let downloads = "https://github.com/desk/assay/releases/download/v1.2.3"
        #expect(
            try Self.text(".gitlab-ci.yml", Self.released).contains(
                "remote: \"\(downloads)/newsroom.gitlab-ci.yml\""
            )
        )
        for path in [".vscode/settings.json", ".helix/languages.toml", ".nvim.lua"] {
            #expect(
                try Self.text(path, Self.released).contains("\"\(downloads)/settings.schema.json\""),
                "\(path)"
            )
        }
    }

    @Test("A program that knows no release names no address of others, and brings the schemas along")
    func unreleased() throws {
        let release = ReleasePlace(version: "1.2.3")
        #expect(release.isIncomplete && !Self.released.isIncomplete)
        let files = ExampleNewsroom(name: "The Test", release: release).files
        for path in [".github/workflows/site.yml", ".gitlab-ci.yml"] {
            #expect(try Self.text(path, release).contains(ReleasePlace.unknownOwner), "\(path)")
        }
        for path in [".vscode/settings.json", ".helix/languages.toml", ".nvim.lua"] {
            #expect(try Self.text(path, release).contains("\"./.vscode/schemas/settings.schema.json\""))
        }
        #expect(files.filter { $0.path.hasPrefix(".vscode/schemas/") }.count == SchemaSubject.all.count)
    }

    @Test(
        "A release on another host than GitHub has files and schemas, but no workflow that GitHub could call"
    )
    func otherHost() throws {
        let release = ReleasePlace(
            version: "1.2.3",
            repository: "https://git.example/desk/assay",
            downloads: "https://git.example/desk/assay/-/releases/v1.2.3/downloads"
        )
        #expect(release.isIncomplete && release.project == "\(ReleasePlace.unknownOwner)/assay")
        #expect(
            release.schema(.settings)
                == "https://git.example/desk/assay/-/releases/v1.2.3/downloads/settings.schema.json"
        )
    }

    @Test("The schema that a release publishes has its address; the one for programs has none")
    func schemaAddress() {
        let published = FrontMatterSchema(.settings, draft: .draft7, release: Self.released).text
        #expect(
            published.contains(
                "\"$id\": \"https://github.com/desk/assay/releases/download/v1.2.3/settings.schema.json\""
            )
        )
        #expect(!FrontMatterSchema(.settings, release: Self.released).text.contains("$id"))
        #expect(!FrontMatterSchema(.settings, draft: .draft7).text.contains("$id"))
    }

    @Test("With one file in the way nothing is written")
    func taken() throws {
        let folder = try TemporaryFolder()
        try folder.write("content/pages/about.md", "mine")
        #expect(throws: NewFilesProblem.taken(["content/pages/about.md"])) {
            try ExampleNewsroom(name: "N", release: ReleasePlace(version: "1.0.0")).create(in: folder.path)
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
