import Foundation

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The user's text editor, for `assay new --edit`.
struct Editor {
    /// The program's name and its arguments, without the file's path.
    let words: [String]

    /// The editor in `VISUAL`, or else in `EDITOR`: a program and arguments, split at white space and not by a shell.
    /// - Throws: when neither is set.
    static func fromEnvironment(
        _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(CommandFailure) -> Editor {
        for name in ["VISUAL", "EDITOR"] {
            let words = (environment[name] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
            if !words.isEmpty { return Editor(words: words) }
        }
        throw CommandFailure(
            "--edit needs to know your editor: set VISUAL or EDITOR, for instance EDITOR=nano"
        )
    }

    /// Replaces this process by the editor (`execvp`), which then has the terminal and its signals to itself.
    /// - Parameter path: an absolute path, which no editor takes for an option.
    /// - Throws: when the program cannot be started; otherwise the function never returns.
    func edit(_ path: String) throws(CommandFailure) {
        var arguments = (words + [path]).map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        fflush(nil)
        _ = execvp(words[0], arguments)
        let reason = errno == ENOENT ? "there is no such program" : String(cString: strerror(errno))
        throw CommandFailure("the editor `\(words[0])` cannot be started: \(reason); the file is \(path)")
    }
}
