import Files
import Newsroom

extension FileChange {
    /// The path of the file or folder.
    fileprivate var path: String {
        switch self {
        case .file(let path), .folder(let path): path
        }
    }
}

extension Set<FileChange> {
    /// The changed paths that a theme may depend on.
    var themePaths: Set<String> {
        Set<String>(
            compactMap { $0.path.isEmpty ? "templates" : $0.path.hasPrefix("templates") ? $0.path : nil }
        )
    }

    /// The changed paths in `content` outside the folders of records, which pages or the board may depend on: journals,
    /// snapshots; and those in `static`.
    var pathsBesideRecords: Set<String> {
        Set<String>(
            compactMap { change in
                let (path, depth) =
                    switch change {
                    case .file(let path): (path, 2)
                    case .folder(let path): (path, 1)
                    }
                let isMedium = path.hasPrefix(Medium.folder + "/") && !path.hasSuffix(".md")
                let isRecord =
                    !isMedium && RecordKind.allCases.contains { (path + "/").hasPrefix($0.folder + "/") }
                let isDeep = path.utf8.count { $0 == UInt8(ascii: "/") } >= depth
                if path == StaticFiles.folder || path.hasPrefix(StaticFiles.folder + "/") { return path }
                return path.hasPrefix("content/") && isDeep && !isRecord ? path : nil
            }
        )
    }
}
