import Foundation

/// A newsroom's files, which are changed one at a time and restored.
struct Corpus {
    let folder: String
    /// The paths by kind of file, so that kinds with many files are not chosen more often.
    private let kinds: [[String]]
    private let original: [String: [UInt8]]

    /// Reads the files.
    /// - Parameter folder: a newsroom that the fuzzer may change.
    init(folder: String) throws {
        self.folder = folder
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        var byKind: [String: [String]] = [:]
        var original: [String: [UInt8]] = [:]
        for name in names where Self.isChanged(name) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            byKind[Self.kind(of: name), default: []].append(name)
            original[name] = try Array(Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
        }
        kinds = byKind.sorted { $0.key < $1.key }.map(\.value)
        self.original = original
    }

    private static func isChanged(_ name: String) -> Bool {
        ["content/", "seeds/", "templates/", ".assay/", "_site/.assay/"].contains { name.hasPrefix($0) }
    }

    private static func kind(of name: String) -> String {
        let parts = name.split(separator: "/")
        return parts.prefix(2).joined(separator: "/")
            + (parts.count > 2 ? "" : String(parts.last ?? ""))
    }

    /// A random file: first a random kind, then a random file of it.
    func file(_ numbers: inout SeededNumbers) -> String {
        let names = kinds[Int.random(in: kinds.indices, using: &numbers)]
        return names[Int.random(in: names.indices, using: &numbers)]
    }

    /// The original bytes of a file.
    func bytes(of name: String) -> [UInt8] { original[name] ?? [] }

    /// Writes bytes into a file.
    func write(_ bytes: [UInt8], to name: String) throws {
        let url = URL(fileURLWithPath: folder + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
    }

    /// The people's files and journals that have other bytes than they should.
    /// - Parameter changed: the files changed on purpose, with their new bytes.
    func damaged(besides changed: [String: [UInt8]]) -> [String] {
        original.keys.filter { name in
            guard !name.hasPrefix(".assay/"), !name.hasPrefix("_site/") else { return false }
            let found = FileManager.default.contents(atPath: folder + "/" + name).map(Array.init)
            return found != changed[name] ?? original[name]
        }.sorted()
    }
}
