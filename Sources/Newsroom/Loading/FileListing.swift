import Diagnostics
import Files

/// The files of a newsroom that hold records, and those that lie where nobody reads them.
package enum FileListing {
    /// How the name of a record's file ends.
    static let suffix = ".md"

    /// Lists the settings and all record files, folders on all cores; files that nobody would read are reported.
    static func list(_ tree: FileTree) async -> (entries: [FileTree.Entry], diagnostics: [Diagnostic]) {
        let settings = [tree.entry(at: SiteSettings.path)].compactMap(\.self)
        let folders = await RecordKind.allCases.concurrentMap { sifted(records(of: $0, in: tree)) }
        let strays = sifted(strays(in: tree))
        return (
            settings + folders.flatMap(\.entries) + strays.entries,
            folders.flatMap(\.diagnostics) + strays.diagnostics
        )
    }

    private static func sifted(
        _ all: [FileTree.Entry]
    ) -> (entries: [FileTree.Entry], diagnostics: [Diagnostic]) {
        var entries: [FileTree.Entry] = []
        var diagnostics: [Diagnostic] = []
        entries.reserveCapacity(all.count)
        for entry in all {
            switch role(of: entry) {
            case .record: entries.append(entry)
            case .unread(let diagnostic): diagnostics.append(diagnostic)
            case nil: break
            }
        }
        return (entries, diagnostics)
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

    /// The files in `content` and `templates` that lie in none of the folders that are read there.
    package static func strays(in tree: FileTree) -> [FileTree.Entry] {
        ["content", "templates"].flatMap { top in
            tree.names(in: top).map { top + "/" + $0 }.filter { !MisplacedFile.isKnown($0) }.flatMap { path in
                tree.isFolder(path) ? tree.files(below: path) : [tree.entry(at: path)].compactMap(\.self)
            }
        }
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
        return entry.path.hasSuffix(suffix) || entry.problem != nil
            ? .record : .unread(MisplacedFile.unread(entry.path, kind: kind))
    }

    /// The record that a file of another name was meant to be: `content/claims/an-id.markdown` is the claim `an-id`.
    static func intendedKey(of path: String) -> RecordKey? {
        if RecordKind(path: path) == nil { return MisplacedFile.key(of: path) }
        return MisplacedFile.stem(of: path).flatMap { RecordKey(path: $0 + suffix) }
    }
}
