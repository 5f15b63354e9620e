import Foundation

/// A Markdown page of commands and their output, which can be carried out again.
///
/// A `console` block has commands after the name of the person (`writer$ assay status`), each followed by its
/// output. A block whose info string ends in a path (`markdown content/claims/an-id.md`) is written into that file
/// by the person of the last command. Each person has a home folder, and the clock advances ten minutes with each
/// command.
package struct Transcript {
    private let page: String
    private let start: Int

    /// Reads a page.
    /// - Parameter start: the time of the first command, in seconds since 1970.
    package init(page: String, start: Int) {
        self.page = page
        self.start = start
    }

    /// The page with the current output of its commands.
    /// - Parameters:
    ///   - folder: the folder of all homes, which the page shows as `/home`.
    ///   - tools: the folder of the programs under test.
    package func performed(in folder: String, tools: String) throws -> String {
        var stage = Stage(folder: folder, tools: tools, seconds: start)
        var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        var result: [String] = []
        while let line = lines.popFirst() {
            result.append(line)
            guard line.hasPrefix("```") else { continue }
            let body = Array(lines.prefix { $0 != "```" })
            lines = lines.dropFirst(body.count)
            if line == "```console" {
                for command in Self.commands(in: body) { result += try stage.perform(command) }
            } else {
                if let path = line.split(separator: " ").dropFirst().last {
                    try stage.write(body, to: "\(path)")
                }
                result += body
            }
            lines.popFirst().map { result.append($0) }
        }
        return result.joined(separator: "\n")
    }

    /// The page without what differs in each run: durations, and digests that depend on new keys.
    package static func comparable(_ page: String) -> String {
        page.replacing(#/[0-9a-f]{64}/#, with: "…")
    }

    /// The typed commands; lines that begin with `> ` continue the one before.
    private static func commands(in lines: [String]) -> [[String]] {
        var commands: [[String]] = []
        var isTyped = false
        for line in lines {
            if line.prefixMatch(of: #/[a-z]+\$ /#) != nil {
                commands.append([line])
                isTyped = true
            } else if isTyped, line.hasPrefix("> ") {
                commands[commands.count - 1].append(line)
            } else {
                isTyped = false
            }
        }
        return commands
    }
}

/// The folder, person and time of the next command.
private struct Stage {
    let folder: String
    let tools: String
    var seconds: Int
    var places: [String: String] = [:]
    var person = ""

    /// Carries out a command.
    /// - Returns: the typed lines and the output.
    mutating func perform(_ typed: [String]) throws -> [String] {
        let words = typed[0].split(separator: "$ ", maxSplits: 1).map(String.init)
        person = words[0]
        let home = folder + "/" + person
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        let place = places[person] ?? home
        let command = ([words.count > 1 ? words[1] : ""] + typed.dropFirst().map { "\($0.dropFirst(2))" })
            .joined(separator: "\n")
        let record = folder + "/place"
        let output = try run("\(command)\npwd >'\(record)'", in: place, home: home)
        places[person] = try String(contentsOfFile: record, encoding: .utf8).trimmingCharacters(in: .newlines)
        seconds += 600
        return typed + shown(output)
    }

    func write(_ lines: [String], to path: String) throws {
        let file = URL(fileURLWithPath: (places[person] ?? folder) + "/" + path)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }

    private func shown(_ output: String) -> [String] {
        var text = output.replacing(folder, with: "/home").replacing(#/ in [0-9.]+ m?s:/#, with: ":")
        while text.last?.isNewline == true { text.removeLast() }
        return text.isEmpty
            ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private func run(_ command: String, in place: String, home: String) throws -> String {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        shell.arguments = ["-c", command]
        shell.currentDirectoryURL = URL(fileURLWithPath: place)
        shell.environment = [
            "HOME": home, "PATH": "\(tools):/usr/bin:/bin", "SOURCE_DATE_EPOCH": "\(seconds)",
            "NO_COLOR": "1",
            "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
        ]
        let output = Pipe()
        shell.standardInput = FileHandle.nullDevice
        shell.standardOutput = output
        shell.standardError = output
        try shell.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
