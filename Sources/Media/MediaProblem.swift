/// The reason why a file cannot go out as a medium.
package enum MediaProblem: Error, Hashable, Sendable {
    /// The file is in none of the known formats.
    case unknownFormat
    /// The file ends before its format says that it does.
    case truncated
    /// The file breaks a rule of its format: which, in one sentence.
    case malformed(String)
    /// The drawing holds something that could do more than draw: what, and the offset of its byte.
    case unsafe(String, offset: Int)
}

extension MediaProblem: CustomStringConvertible {
    /// The problem in words, for a message that has named the file.
    package var description: String {
        switch self {
        case .unknownFormat: "it is in no format that Assay knows"
        case .truncated: "it ends too early: a part is missing"
        case .malformed(let words): "it is damaged: \(words)"
        case .unsafe(let words, _): "it holds \(words)"
        }
    }
}
