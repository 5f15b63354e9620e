import Files

/// The git of a person, in the repository that holds a newsroom: their settings, hooks, keys and credentials.
///
/// Programs are run without a shell, paths are taken as they are written, and no command waits for ever. Where nobody sits at a
/// terminal, git and ssh ask for nothing.
struct Git: Sendable {
    /// The newsroom's folder.
    let folder: String
    /// Whether git may ask the person at the terminal for a password.
    let mayAsk: Bool

    /// The time that a command on the disk may take, hooks included.
    private static let localPatience = Duration.seconds(120)

    /// The time that a command over the network may take; longer where somebody may have to type a password.
    private var networkPatience: Duration { mayAsk ? .seconds(900) : .seconds(180) }

    /// Runs a command that stays on the disk.
    @discardableResult
    func run(_ arguments: [String]) async throws(Refusal) -> Program.Outcome {
        try await run(arguments, within: Self.localPatience)
    }

    /// Runs a command that asks another computer.
    func reach(_ arguments: [String]) async throws(Refusal) -> Program.Outcome {
        try await run(arguments, within: networkPatience)
    }

    /// The output of a command without the white space around it; nil if the command fails.
    func answer(_ arguments: [String]) async -> String? {
        guard let outcome = try? await run(arguments), outcome.isSuccess else { return nil }
        let text = outcome.output.trimmingBlanks
        return text.isEmpty ? nil : text
    }

    /// The parts of an output that ends each with a NUL byte; empty if the command fails.
    func list(_ arguments: [String]) async -> [String] {
        guard let outcome = try? await run(arguments), outcome.isSuccess else { return [] }
        return outcome.output.split(separator: "\0").map(String.init)
    }

    private func run(
        _ arguments: [String],
        within patience: Duration
    ) async throws(Refusal) -> Program.Outcome {
        do throws(Program.Problem) {
            return try await Program.run(
                "git",
                ["--literal-pathspecs"] + arguments,
                in: folder,
                environment: await environment(),
                outputLimit: Self.outputLimit,
                within: patience
            )
        } catch {
            throw Refusal(
                "`git \(arguments.first ?? "")` was of no use: \(error)",
                help:
                    "look whether git is installed, whether the server answers, and whether git waits for a password"
            )
        }
    }

    private static let outputLimit = 64 * 1024 * 1024

    /// The variables for git: messages in English, no editor, and no question where nobody could answer it.
    private func environment() async -> [String: String] {
        var variables = ["LC_ALL": "C.UTF-8", "GIT_EDITOR": "true", "GIT_MERGE_AUTOEDIT": "no"]
        guard !mayAsk else { return variables }
        variables["GIT_TERMINAL_PROMPT"] = "0"
        let choices = ["SSH_ASKPASS", "GIT_SSH_COMMAND", "GIT_SSH"]
        if choices.allSatisfy({ ProgramSurroundings.variable($0) == nil }) {
            // The command of git's settings stays, because batch mode is an option of OpenSSH alone.
            let own = try? await Program.run("git", ["config", "--get", "core.sshCommand"], in: folder)
            if own?.isSuccess != true { variables["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes" }
        }
        return variables
    }
}

extension Program.Outcome {
    /// The last line that git gave as a reason, without its prefix.
    var reason: String {
        let lines = errors.split(whereSeparator: \.isNewline).map(String.init)
        let telling =
            lines.first { $0.hasPrefix("fatal: ") } ?? lines.last { $0.hasPrefix("error: ") } ?? lines.last
        var text = telling ?? output.split(whereSeparator: \.isNewline).last.map(String.init)
        while text?.last == "." { text?.removeLast() }
        guard let text else { return "it said nothing" }
        for prefix in ["fatal: ", "error: "] where text.hasPrefix(prefix) {
            return String(text.dropFirst(prefix.count))
        }
        return text
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmingBlanks: String {
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest.drop(while: \.isWhitespace))
    }
}
