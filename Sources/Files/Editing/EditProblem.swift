/// The reason why edits were refused. Nothing was written then.
package enum EditProblem: Error, Hashable, Sendable {
    /// A file is not as it was when the edits were made.
    case changed(String)
    /// A file cannot be read or written.
    case unusable(String, FileProblem)
    /// Two edits change the same bytes.
    case overlap(String)
    /// An edit's range is not in the file, or begins or ends within a character.
    case badRange(String)
    /// Something is at a path that a file should get.
    case taken(String)
    /// A path that leads out of the newsroom's folder, or to a hidden file.
    case outside(String)
    /// Another command is writing.
    case busy
    /// Writing failed, and these files could not be put back as they were.
    case halfWritten([String], FileProblem)
}

extension EditProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .changed(let path): "\(path) was changed meanwhile: run the command again"
        case .unusable(let path, let problem): "\(path) cannot be changed: \(problem)"
        case .overlap(let path): "two changes in \(path) overlap"
        case .badRange(let path): "a change lies outside of the text of \(path)"
        case .taken(let path): "there is a file \(path) already"
        case .outside(let path): "\(path) does not lie in the newsroom's folder"
        case .busy: "another command is changing files here: wait until it has ended"
        case .halfWritten(let paths, let problem):
            "writing failed (\(problem)), and these files could not be put back: \(paths.joined(separator: ", ")); restore them from git"
        }
    }
}
