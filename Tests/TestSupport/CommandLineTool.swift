import Foundation
import Testing

/// The `assay` binary next to the tests, run as from a terminal.
package enum CommandLineTool {
    /// The result of a run.
    package struct Outcome {
        /// The exit status.
        package let status: Int32
        /// Standard output.
        package let output: String
        /// Standard error.
        package let errors: String
    }

    /// Runs the command and waits for its end.
    /// - Parameters:
    ///   - folder: the command's current folder; nil for that of the tests.
    ///   - environment: additions to a bare environment, without any configuration of git.
    package static func run(
        _ arguments: [String],
        in folder: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        try launch(binary(), arguments, in: folder, environment: environment)
    }

    /// Runs a shell script, in which `$ASSAY` is the command, and waits for its end.
    package static func shell(
        _ script: String,
        in folder: String,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        let own = ["ASSAY": try binary().path].merging(environment) { _, new in new }
        return try launch(URL(fileURLWithPath: "/bin/sh"), ["-c", script], in: folder, environment: own)
    }

    private static func launch(
        _ program: URL,
        _ arguments: [String],
        in folder: String?,
        environment: [String: String]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder.map { URL(fileURLWithPath: $0) }
        let bare = [
            "PATH": "/usr/bin:/bin", "NO_COLOR": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null",
        ]
        process.environment = bare.merging(environment) { _, new in new }
        let output = Pipe()
        let errors = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let outputData = output.fileHandleForReading.readDataToEndOfFile()
        let errorData = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: String(decoding: outputData, as: UTF8.self),
            errors: String(decoding: errorData, as: UTF8.self)
        )
    }

    /// The location of the binary.
    package static func binary() throws -> URL {
        let candidates = [
            Bundle.main.bundleURL.deletingLastPathComponent(), Bundle.main.bundleURL,
            URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
        ]
        return try #require(
            candidates.map { $0.appendingPathComponent("assay") }.first {
                FileManager.default.isExecutableFile(atPath: $0.path)
            },
            "the assay binary is not beside the tests"
        )
    }
}
