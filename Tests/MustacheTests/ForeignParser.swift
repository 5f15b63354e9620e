import Foundation
import Testing

/// A foreign HTML parser: Python's `html.parser`, which is part of every Python 3.
enum ForeignParser {
    static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    static let isPresent = python != nil
    static let absence: Comment = "there is no python3 in PATH: nothing is checked by a foreign parser"

    /// One page, to be parsed and compared.
    struct Case: Codable, Sendable {
        /// The value that the page shows.
        let value: String
        let html: String
        /// The same page with a harmless value, which must have the same elements. Nil for the page of
        /// `EscapingRoundTripTests`, where the value must come back from each of its places.
        var harmless: String?
        /// The value in an Atom feed, for an XML parser.
        var feed: String?
    }

    /// Writes the cases to the file in an environment variable, for `Tests/Acceptance/escaping_html5lib.py`.
    static func dump(_ cases: [Case], _ variable: String) throws {
        guard let path = ProcessInfo.processInfo.environment[variable] else { return }
        try JSONEncoder().encode(cases).write(to: URL(filePath: path))
    }

    /// The output of the parser's script for the cases.
    static func check(_ cases: [Case]) throws -> String {
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Acceptance/escaping_html_parser.py")
        let file = FileManager.default.temporaryDirectory.appending(
            path: "escaping-\(UUID().uuidString).json"
        )
        try JSONEncoder().encode(cases).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: try #require(python))
        process.arguments = ["-B", script.path, file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let answer = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: answer, as: UTF8.self)
    }
}

/// Random numbers that are the same in every run: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
