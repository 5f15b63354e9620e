import Foundation

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The editor of whoever sits at the terminal.
struct Editor {
    /// The program and its arguments, without the file.
    let words: [String]

    /// What VISUAL, or else EDITOR, names: a program and its arguments, parted at blanks. No shell reads them.
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

    /// Becomes the editor, so that it has the terminal and its signals to itself; returns only by throwing.
    /// - Parameter path: absolute, so that no editor takes it for an option.
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
