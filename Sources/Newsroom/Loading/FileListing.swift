import Diagnostics
import Files

/// The files of a newsroom that hold records.
enum FileListing {
    /// Lists the settings and all record files, folders on all cores; files that nobody would read are reported.
    static func list(_ tree: FileTree) async -> (entries: [FileTree.Entry], diagnostics: [Diagnostic]) {
        var entries = [tree.entry(at: SiteSettings.path)].compactMap(\.self)
        var diagnostics: [Diagnostic] = []
        let folders = await RecordKind.allCases.concurrentMap { sifted(tree.files(below: $0.folder)) }
        for folder in folders {
            entries += folder.entries
            diagnostics += folder.diagnostics
        }
        return (entries, diagnostics)
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

    /// The settings, and what lies in the folders of records. Other folders, which may hold many files, are not looked at.
    static func all(in tree: FileTree) -> [FileTree.Entry] {
        [tree.entry(at: SiteSettings.path)].compactMap(\.self)
            + RecordKind.allCases.flatMap { tree.files(below: $0.folder) }
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
            return RecordKind.allCases.contains { $0.folder == entry.path } ? .record : nil
        }
        return entry.path.hasSuffix(".md") || entry.problem != nil
            ? .record : .unread(unread(entry.path, kind: kind))
    }

    private static func unread(_ path: String, kind: RecordKind) -> Diagnostic {
        Diagnostic(
            rule: "unread-file",
            severity: .warning,
            message:
                "this file is not read: the name of \(kind.article) \(kind.rawValue)'s file ends in `.md`",
            span: SourceFile(path: path, bytes: []).startSpan,
            help: "rename it, or move it out of `\(kind.folder)/`"
        )
    }
}
