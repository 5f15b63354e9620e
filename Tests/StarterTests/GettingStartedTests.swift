import Foundation
import TestSupport
import Testing

/// The steps of docs/getting-started.md, carried out.
struct GettingStartedTests {
    /// A fenced block of the page, with the line before it.
    private struct Block {
        let language: String
        let lead: String
        let lines: [String]
    }

    private static func blocks() throws -> [Block] {
        let page = try String(
            contentsOfFile: SharedSource.repository + "/docs/getting-started.md",
            encoding: .utf8
        )
        var blocks: [Block] = []
        var lines = page.split(separator: "\n").map(String.init)[...]
        var lead = ""
        while let line = lines.popFirst() {
            guard line.hasPrefix("```") else {
                lead = line
                continue
            }
            let body = lines.prefix { $0 != "```" }
            blocks.append(Block(language: String(line.dropFirst(3)), lead: lead, lines: Array(body)))
            lines = lines.dropFirst(body.count + 1)
        }
        return blocks
    }

    @Test(
        "Following the page to its end leads to a site with the verdict in it, without a finding that stops it"
    )
    func followed() throws {
        let folder = try TemporaryFolder()
        let room = folder.path + "/lamps"
        var commands: [String] = []
        for block in try Self.blocks() {
            switch block.language {
            case "sh":
                for line in block.lines where line != "cd lamps" {
                    try perform(line, in: folder)
                    commands.append(line)
                }
            case "text":
                let outcome = try CommandLineTool.run(["check"], in: room)
                #expect(outcome.output.contains(block.lines.joined(separator: "\n")), "\(outcome.output)")
            case "markdown":
                let path = try #require(block.lead.split(separator: "`").last { $0.hasSuffix(".md") })
                #expect(folder.exists("lamps/\(path)"), "no command has made \(path)")
                try folder.write("lamps/\(path)", block.lines.joined(separator: "\n") + "\n")
            case "yaml":
                try fill(in: block.lines.joined(separator: "\n"), in: folder)
            default: Issue.record("a block of an unknown language: \(block.language)")
            }
        }
        #expect(commands.count == 13)
        #expect(folder.exists("lamps/_site/claims/old-lamps-in-museum/index.html"))
        #expect(!folder.exists("lamps/content/verdicts/example-lamps-replaced.md"))
        let built = try CommandLineTool.run(["build"], in: room)
        #expect(built.status == 0)
        #expect(!folder.exists("lamps/_site/claims/example-lamps-replaced/index.html"))
    }

    /// Gives a command. Of the findings after it, only placeholders are accepted.
    private func perform(_ line: String, in folder: TemporaryFolder) throws {
        let room = folder.path + "/lamps"
        guard line.hasPrefix("assay ") else {
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/sh")
            shell.arguments = ["-ec", line]
            shell.currentDirectoryURL = URL(fileURLWithPath: room)
            try shell.run()
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 0, "\(line)")
            return
        }
        let arguments = line.split(separator: " ").dropFirst().map(String.init)
        let outcome = try CommandLineTool.run(arguments, in: arguments[0] == "init" ? folder.path : room)
        #expect(outcome.status == 0, "\(line)\n\(outcome.output)\(outcome.errors)")
        if ["check", "build"].contains(arguments[0]) {
            let rules = outcome.output.matches(of: #/(?:error|warning|note)\[([a-z-]+)\]/#).map {
                String($0.1)
            }
            // The page's claimant is made up, so there is no page elsewhere to name.
            let expected: Set = ["placeholder-left", "claimant-without-same-as"]
            #expect(rules.contains("placeholder-left"), "\(line)\n\(outcome.output)")
            #expect(Set(rules).isSubset(of: expected), "\(line)\n\(outcome.output)")
        }
    }

    /// Gives a field the value on the page.
    private func fill(in line: String, in folder: TemporaryFolder) throws {
        if line.hasPrefix("url: ") {
            let settings = try #require(folder.text("lamps/content/site.yaml"))
            #expect(settings.contains("url: https://example.org/\n"))
            try folder.write(
                "lamps/content/site.yaml",
                settings.replacing("url: https://example.org/\n", with: line + "\n")
            )
            return
        }
        let path = "lamps/content/verdicts/old-lamps-in-museum.md"
        #expect(!folder.exists("lamps/_site/claims/old-lamps-in-museum/index.html"))
        #expect(folder.exists("lamps/_drafts/claims/old-lamps-in-museum/index.html"))
        let verdict = try #require(folder.text(path))
        try folder.write(path, verdict.replacing("\nevidence:", with: "\n\(line)\nevidence:"))
    }

    @Test("The example can be deleted by its name, and nothing misses it")
    func deleted() throws {
        let folder = try TemporaryFolder()
        #expect(try CommandLineTool.run(["init", "."], in: folder.path).status == 0)
        for path in folder.contents where path.split(separator: "/").last?.hasPrefix("example") == true {
            try FileManager.default.removeItem(atPath: folder.path + "/" + path)
        }
        let outcome = try CommandLineTool.run(["build"], in: folder.path)
        #expect(outcome.status == 0)
        #expect(!outcome.output.contains("error["), "\(outcome.output)")
    }
}
