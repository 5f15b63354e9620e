import Files
import Subprocess

/// Another program, run without a shell: its arguments are passed as they are.
enum Program {
    /// What came of it.
    struct Outcome: Sendable {
        /// Whether it ended with the status 0.
        let isSuccess: Bool
        /// What it wrote to its standard output.
        let output: String
        /// What it wrote to its standard error.
        let errors: String
    }

    /// Why it did not run.
    enum Problem: Error, Hashable, Sendable {
        /// There is no such program on the path.
        case missing(String)
        /// It could not be started, or wrote too much: why.
        case failed(String, String)
    }

    /// Runs a program to its end.
    ///
    /// Its input is a file and no pipe: to write into the pipe of a program that has ended would end Assay (`SIGPIPE`).
    /// - Parameters:
    ///   - input: the path of the file that it reads as standard input; none if left out.
    ///   - outputLimit: how much it may write, in bytes.
    static func run(
        _ name: String,
        _ arguments: [String],
        input: String = "/dev/null",
        in folder: String? = nil,
        outputLimit: Int = 1024 * 1024
    ) async throws(Problem) -> Outcome {
        do {
            let file = try StoredFile.open(input)
            let result = try await Subprocess.run(
                .name(name),
                arguments: Arguments(arguments),
                workingDirectory: folder.map { .init($0) },
                input: .fileDescriptor(.init(rawValue: file), closeAfterSpawningProcess: true),
                output: .string(limit: outputLimit),
                error: .string(limit: outputLimit)
            )
            return Outcome(
                isSuccess: result.terminationStatus.isSuccess,
                output: result.standardOutput,
                errors: result.standardError
            )
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw .missing(name)
        } catch {
            throw .failed(name, "\(error)")
        }
    }
}

extension Program.Problem: CustomStringConvertible {
    /// What happened, in one sentence without a full stop.
    var description: String {
        switch self {
        case .missing(let name): "the program `\(name)` is not installed"
        case .failed(let name, let reason): "the program `\(name)` could not be run: \(reason)"
        }
    }
}
