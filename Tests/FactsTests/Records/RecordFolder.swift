import Foundation

/// The text of every Markdown file under `content/` and `seeds/`, by path.
struct RecordFolder: Sendable {
    private(set) var texts: [String: String]

    init(texts: [String: String]) { self.texts = texts }

    /// The repository's root folder; this file is `Tests/FactsTests/Records/RecordFolder.swift` in it.
    private static let repository = (1...4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
        url.deletingLastPathComponent()
    }

    /// Reads the repository's own newsroom.
    static func load() throws -> RecordFolder {
        var texts: [String: String] = [:]
        let root = repository
        for folder in ["content", "seeds"] {
            let files = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
            while let name = files?.nextObject() as? String {
                guard name.hasSuffix(".md") else { continue }
                let path = folder + "/" + name
                texts[path] = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            }
        }
        return RecordFolder(texts: texts)
    }

    /// The records of one folder, in the order of their paths.
    func records(in folder: String) throws -> [RecordFile] {
        try texts.filter { $0.key.hasPrefix(folder + "/") }.sorted { $0.key < $1.key }
            .map { try RecordFile(path: $0.key, text: $0.value) }
    }

    /// A copy with one passage of one file replaced; nil if the passage is not there.
    func replacing(_ old: String, with new: String, in path: String) -> RecordFolder? {
        guard let text = texts[path], text.contains(old) else { return nil }
        var copy = self
        copy.texts[path] = text.replacing(old, with: new)
        return copy
    }
}
