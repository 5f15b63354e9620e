/// Files as they will be, over those on the disk: new texts, files in other places, and files that are gone.
package struct FileOverlay: Sendable {
    /// The bytes of files with a new text, by path.
    package var texts: [String: [UInt8]]
    /// The places on the disk of files that get another path, by that path.
    package var moved: [String: String]
    /// The paths at which nothing will be.
    package var gone: Set<String>

    /// Makes an overlay; without arguments, one that changes nothing.
    package init(texts: [String: [UInt8]] = [:], moved: [String: String] = [:], gone: Set<String> = []) {
        self.texts = texts
        self.moved = moved
        self.gone = gone
    }

    var isEmpty: Bool { texts.isEmpty && moved.isEmpty && gone.isEmpty }

    /// Whether there will be a file at a path; nil if the disk decides.
    func hasFile(at path: String) -> Bool? {
        if texts[path] != nil || moved[path] != nil { return true }
        return gone.contains(path) ? false : nil
    }

    /// Entries of the disk below a folder, without files that are gone and with those that came.
    func listing(_ entries: [FileTree.Entry], below folder: String) -> [FileTree.Entry] {
        guard !isEmpty else { return entries }
        var listed = entries.filter { !gone.contains($0.path) || hasFile(at: $0.path) == true }
        let known = Set(listed.map(\.path))
        for path in Set(texts.keys).union(moved.keys)
        where !known.contains(path) && (folder.isEmpty || path.hasPrefix(folder + "/")) {
            listed.append(FileTree.Entry(path: path, problem: nil))
        }
        return listed
    }

    /// Names on the disk in a folder, without files that are gone and with those that came.
    func names(_ names: [String], in folder: String) -> [String] {
        guard !isEmpty else { return names }
        let prefix = folder.isEmpty ? "" : folder + "/"
        var all = Set(names.filter { !gone.contains(prefix + $0) })
        for path in Set(texts.keys).union(moved.keys) where path.hasPrefix(prefix) {
            if let name = path.dropFirst(prefix.count).split(separator: "/").first {
                all.insert(String(name))
            }
        }
        return all.sorted()
    }
}
