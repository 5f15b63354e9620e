import Diagnostics

extension EditedFiles {
    /// What differs from the disk, in the unified format; files that are moved and not edited have a head alone.
    package func difference(_ style: TerminalStyle = .plain) -> String {
        var result = ""
        for path in Set(texts.keys).union(places.keys).union(removed).sorted() {
            if removed.contains(path) {
                let bytes = (try? contents(of: path)) ?? []
                result += UnifiedDiff(from: (path, bytes), to: (path, nil), style: style).text
            } else {
                let before = originals[path] ?? []
                let after = texts[path] ?? before
                result +=
                    UnifiedDiff(from: (path, before), to: (places[path] ?? path, after), style: style).text
            }
        }
        return result
    }

    /// The number of files that differ from the disk.
    package var changedCount: Int { Set(texts.keys).union(places.keys).union(removed).count }
}
