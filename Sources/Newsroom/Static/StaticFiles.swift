import Diagnostics
import Files

/// The files of `static/`, which go out at the site's root as they are.
///
///     let files = StaticFiles.read(from: folder)
///     files.bytes(of: "CNAME")  // the content of `static/CNAME`
package struct StaticFiles: Sendable {
    /// The paths of the files on the site, sorted: `static/fonts/own.woff2` is `fonts/own.woff2`.
    package let paths: [String]
    /// The findings on files that cannot go out.
    package let diagnostics: [Diagnostic]
    private let tree: FileTree?
    /// Contents in memory, by path; empty where files are on the disk.
    private let contents: [String: [UInt8]]
    private let known: Set<String>

    /// The folder of the files in a newsroom.
    package static let folder = "static"
    /// The one hidden folder whose files go out (RFC 8615).
    package static let wellKnown = ".well-known"
    /// The largest file, in bytes: hosts of static sites take little more, and every build reads all of them.
    package static let sizeLimit = 16 * 1024 * 1024

    /// No files.
    package static let none = StaticFiles([], [], in: nil)

    private init(
        _ paths: [String],
        _ diagnostics: [Diagnostic],
        in tree: FileTree?,
        contents: [String: [UInt8]] = [:]
    ) {
        self.paths = paths.sorted()
        self.diagnostics = diagnostics
        self.tree = tree
        self.contents = contents
        known = Set(paths)
    }

    /// Takes those of some files in memory that lie in `static/`.
    init(in files: [SourceFile]) {
        let own = files.filter { $0.path.hasPrefix(Self.folder + "/") }.map {
            (Self.sitePath(of: $0.path), $0.bytes)
        }
        let contents = Dictionary(own) { first, _ in first }
        self.init(Array(contents.keys), [], in: nil, contents: contents)
    }

    /// Lists the files of a newsroom, and reads none.
    package static func read(from tree: FileTree) -> StaticFiles {
        var paths: [String] = []
        var diagnostics: [Diagnostic] = []
        var folded: [String: String] = [:]
        for entry in entries(in: tree) {
            let path = sitePath(of: entry.path)
            if let finding = finding(on: entry, in: tree) {
                diagnostics.append(finding)
            } else if let other = folded.updateValue(path, forKey: RecordID.folded(path)) {
                diagnostics.append(collision(path, other))
            } else {
                paths.append(path)
            }
        }
        return StaticFiles(paths, diagnostics, in: tree)
    }

    /// The files as they are listed; hidden ones and editors' backups are left out, but for those of `.well-known/`.
    package static func entries(in tree: FileTree) -> [FileTree.Entry] {
        [folder, folder + "/" + wellKnown].flatMap { path in
            if let place = tree.place(of: path), place != path {
                return [FileTree.Entry(path: path, problem: .leadsOut(of: folder))]
            }
            return tree.files(below: path, within: folder)
        }
    }

    /// Whether a file goes out at a path of the site.
    package func contains(_ path: String) -> Bool { known.contains(path) }

    /// The content of the file that goes out at a path; nil when there is none, or it cannot be read.
    package func bytes(of path: String) -> [UInt8]? { try? contents(of: path) }

    /// The content of the file that goes out at a path.
    package func contents(of path: String) throws(FileProblem) -> [UInt8] {
        if let known = contents[path] { return known }
        guard let tree, contains(path) else { throw .missing }
        return try tree.contents(of: Self.folder + "/" + path, limit: Self.sizeLimit)
    }

    /// The finding for a file that cannot be read.
    package static func diagnostic(for problem: FileProblem, path: String) -> Diagnostic {
        let known = FileIntake.diagnostic(for: problem, path: folder + "/" + path)
        guard case .tooLarge = problem else { return known }
        return Diagnostic(
            rule: known.rule,
            message: known.message,
            span: known.span,
            help: "put it on a host of its own, and link to it there"
        )
    }

    private static func sitePath(of path: String) -> String {
        path == folder ? "" : String(path.dropFirst(folder.count + 1))
    }

    private static func finding(on entry: FileTree.Entry, in tree: FileTree) -> Diagnostic? {
        let path = sitePath(of: entry.path)
        if let problem = entry.problem { return diagnostic(for: problem, path: path) }
        if let size = tree.stamp(of: entry.path)?.size, size > sizeLimit {
            return diagnostic(for: .tooLarge(size: size, limit: sizeLimit), path: path)
        }
        guard let odd = path.unicodeScalars.first(where: isReserved) else { return nil }
        let shown = odd.value < 0x20 || odd.value == 0x7F ? "a control character" : "`\(odd)`"
        return Diagnostic(
            rule: .staticPlace,
            message: "the name holds \(shown), which not every host and file system can keep",
            span: SourceFile(path: entry.path, bytes: []).startSpan,
            help: "rename the file: letters, digits, `.`, `-` and `_` work everywhere"
        )
    }

    /// Whether Windows, or an address, has another use for a character.
    private static func isReserved(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || scalar.value == 0x7F || "\\:*?\"<>|%#".unicodeScalars.contains(scalar)
    }

    private static func collision(_ path: String, _ other: String) -> Diagnostic {
        Diagnostic(
            rule: .collidingNames,
            message:
                "`\(path)` and `\(other)` differ only in case or in the way their letters are encoded",
            span: SourceFile(path: folder + "/" + path, bytes: []).startSpan,
            labels: [.init(SourceFile(path: folder + "/" + other, bytes: []).startSpan, "the other one")],
            help: "rename one of the two"
        )
    }
}
