import Files
import Subprocess

/// The one way to run another program: without a shell, so that arguments are passed as they are.
enum Program {
    /// The result of a program that ran.
    struct Outcome: Sendable {
        /// Whether the exit status is 0.
        let isSuccess: Bool
        /// The standard output.
        let output: String
        /// The standard error.
        let errors: String
    }

    /// A reason why a program did not run.
    enum Problem: Error, Hashable, Sendable {
        /// The program is not on the path.
        case missing(String)
        /// The program could not be started, or wrote too much; with its name and the reason.
        case failed(String, String)
    }

    /// Runs a program to its end.
    ///
    /// Standard input is a file, because writing into the pipe of a program that has ended would kill Assay
    /// (`SIGPIPE`).
    /// - Parameters:
    ///   - input: the path of the file for standard input; nil for none.
    ///   - environment: variables that the program has besides those of Assay.
    ///   - outputLimit: the largest output, in bytes.
    static func run(
        _ name: String,
        _ arguments: [String],
        input: String = "/dev/null",
        in folder: String? = nil,
        environment: [String: String] = [:],
        outputLimit: Int = 1024 * 1024
    ) async throws(Problem) -> Outcome {
        do {
            let file = try StoredFile.open(input)
            let result = try await Subprocess.run(
                name.utf8.contains(UInt8(ascii: "/")) ? .path(.init(name)) : .name(name),
                arguments: Arguments(arguments),
                environment: .inherit.updating(
                    Dictionary(environment.map { (.init(stringLiteral: $0), $1) }) { first, _ in first }
                ),
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

extension Program {
    /// Runs a program to its end, and ends it when it takes too long.
    static func run(
        _ name: String,
        _ arguments: [String],
        input: String = "/dev/null",
        in folder: String? = nil,
        environment: [String: String] = [:],
        outputLimit: Int = 1024 * 1024,
        within patience: Duration
    ) async throws(Problem) -> Outcome {
        let result = await withTaskGroup(of: Result<Outcome, Problem>.self) { group in
            group.addTask {
                do throws(Problem) {
                    return .success(
                        try await run(
                            name,
                            arguments,
                            input: input,
                            in: folder,
                            environment: environment,
                            outputLimit: outputLimit
                        )
                    )
                } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                try? await Task.sleep(for: patience)
                let seconds = patience.components.seconds
                return .failure(.failed(name, "it took longer than \(seconds) seconds, and was ended"))
            }
            let first = await group.next() ?? .failure(.failed(name, "it did not end"))
            group.cancelAll()
            return first
        }
        return try result.get()
    }

    /// Runs a program, and ends it when it takes too long.
    /// - Returns: whether it ended in time, and well.
    static func succeeds(
        _ name: String,
        _ arguments: [String],
        in folder: String,
        within patience: Duration,
        environment: [String: String] = [:]
    ) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                (try? await run(name, arguments, in: folder, environment: environment))?.isSuccess ?? false
            }
            group.addTask {
                try? await Task.sleep(for: patience)
                return false
            }
            let isDone = await group.next() ?? false
            group.cancelAll()
            return isDone
        }
    }
}

extension Program.Problem: CustomStringConvertible {
    /// The reason, in one sentence without a full stop.
    var description: String {
        switch self {
        case .missing(let name): "the program `\(name)` is not installed"
        case .failed(let name, let reason): "the program `\(name)` could not be run: \(reason)"
        }
    }
}
