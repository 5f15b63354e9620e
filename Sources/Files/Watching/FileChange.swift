/// A change to the files of a folder. Paths are relative to the folder.
package enum FileChange: Hashable, Sendable {
    /// A file was written, replaced, moved or removed.
    case file(String)
    /// Files at any depth below a folder may have changed: it was created or removed, or too much happened at
    /// once.
    case folder(String)
}
