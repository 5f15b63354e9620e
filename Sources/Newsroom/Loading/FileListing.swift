import Diagnostics
import Files
import Media

/// The files of a newsroom that hold records, and those that lie where nobody reads them.
package enum FileListing {
    /// How the name of a record's file ends.
    static let suffix = ".md"

    /// Lists the files that loading reads, and those that it warns of: the settings, the records, and what lies beside these.
    ///
    /// The folders of records are listed on all cores.
    static func list(_ tree: FileTree) async -> [FileTree.Entry] {
        let folders = await RecordKind.allCases.concurrentMap { kind in
            records(of: kind, in: tree).filter { role(of: $0) != nil }
        }
        return [tree.entry(at: SiteSettings.path)].compactMap(\.self) + folders.joined()
            + strays(in: tree).filter { role(of: $0) != nil }
    }

    /// The settings, what lies in the folders of records, and what lies beside these.
    static func all(in tree: FileTree) -> [FileTree.Entry] {
        [tree.entry(at: SiteSettings.path)].compactMap(\.self)
            + RecordKind.allCases.flatMap { records(of: $0, in: tree) } + strays(in: tree)
    }

    /// What lies in the folder of a kind.
    package static func records(of kind: RecordKind, in tree: FileTree) -> [FileTree.Entry] {
        tree.files(below: kind.folder, noFolderEndsIn: suffix)
    }

    /// The files in `content` and `templates` that lie in none of the folders that are read there, and records and
    /// templates beside these two.
    package static func strays(in tree: FileTree) -> [FileTree.Entry] {
        let inner = ["content", "templates"].flatMap { top in
            tree.names(in: top).map { top + "/" + $0 }.filter { !MisplacedFile.isKnown($0) }.flatMap { path in
                tree.isFolder(path) ? tree.files(below: path) : [tree.entry(at: path)].compactMap(\.self)
            }
        }
        // A link with such a name may lead to where records lie.
        let folders = MisplacedFile.outerFolders.filter { tree.isFolder($0) && tree.place(of: $0) == $0 }
        let outer = folders.flatMap { folder in
            tree.files(below: folder).filter { MisplacedFile.isMisplaced(outside: $0.path) }
        }
        return inner + outer
    }

    /// What loading does with a file.
    enum Role {
        /// It is read: a record, or the settings.
        case record
        /// Nobody would read it, and the newsroom should know.
        case unread(Diagnostic)
    }

    /// What loading does with a file; nil for files that have nothing to do with records.
    static func role(of entry: FileTree.Entry) -> Role? {
        if entry.path == SiteSettings.path { return .record }
        guard let kind = RecordKind(path: entry.path) else {
            // The folder of a kind is listed itself when it cannot be opened.
            if RecordKind.allCases.contains(where: { $0.folder == entry.path }) { return .record }
            return MisplacedFile.diagnostic(entry.path).map(Role.unread)
        }
        // The files of media are read when all records are linked.
        if kind == .medium, entry.problem == nil, MediaFormat(path: entry.path) != nil { return nil }
        return entry.path.hasSuffix(suffix) || entry.problem != nil
            ? .record : .unread(MisplacedFile.unread(entry.path, kind: kind))
    }

    /// The record that a file of another name was meant to be: `content/claims/an-id.markdown` is the claim `an-id`.
    static func intendedKey(of path: String) -> RecordKey? {
        if RecordKind(path: path) == nil { return MisplacedFile.key(of: path) }
        return MisplacedFile.stem(of: path).flatMap { RecordKey(path: $0 + suffix) }
    }
}
