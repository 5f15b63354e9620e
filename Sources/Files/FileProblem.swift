#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The reason why a file or folder could not be read or written.
package enum FileProblem: Error, Hashable, Sendable {
    /// Nothing exists at the path.
    case missing
    /// A folder where a file was wanted, or a device, a socket or a pipe.
    case notAFile
    /// A file where a folder was wanted.
    case notAFolder
    /// A symbolic link leads out of the newsroom's folder.
    case leavesTheFolder
    /// A symbolic link leads out of the part of the newsroom's folder that is read.
    case leadsOut(of: String)
    /// A symbolic link leads to a hidden file or into a hidden folder, such as `.git/config`.
    case leadsToHiddenFile
    /// A folder with a file's name.
    case isAFolder
    /// Folders nested deeper than the limit.
    case nestsTooDeeply(limit: Int)
    /// A file larger than the limit; both in bytes.
    case tooLarge(size: Int, limit: Int)
    /// An error of the system, in its own words (`strerror`).
    case system(String)

    /// The problem behind the C library's `errno`.
    static func last() -> FileProblem {
        switch errno {
        case ENOENT: .missing
        case ENOTDIR: .notAFolder
        default: .system(String(cString: strerror(errno)))
        }
    }
}

extension FileProblem: CustomStringConvertible {
    /// The problem in words, for a message that has named the path.
    package var description: String {
        switch self {
        case .missing: "there is no such file or folder"
        case .notAFile: "it is not a regular file"
        case .notAFolder: "it is not a folder"
        case .leavesTheFolder: "it is a symbolic link that leads out of the newsroom's folder"
        case .leadsOut(let folder): "it is a symbolic link that leads out of `\(folder)/`"
        case .leadsToHiddenFile: "it is a symbolic link that leads to a hidden file"
        case .isAFolder: "it is a folder, and its name is a file's"
        case .nestsTooDeeply(let limit): "more than \(limit) folders lie in each other here"
        case .tooLarge(let size, let limit): "it has \(size) bytes, and the limit is \(limit)"
        case .system(let words): words
        }
    }
}
