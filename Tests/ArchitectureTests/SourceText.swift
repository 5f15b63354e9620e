import Foundation

/// One Swift file of the package, with its whole text.
struct SourceText {
    /// The path relative to the folder that was listed.
    let path: String
    let text: String

    /// The module: the first part of the path.
    var module: String { path.split(separator: "/").first.map(String.init) ?? "" }

    /// The package's folder.
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// All Swift files under a folder of the package, in order of path.
    static func all(under folder: String) throws -> [SourceText] {
        let root = package.appending(path: folder)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
            .filter { $0.hasSuffix(".swift") }
            .map {
                SourceText(path: $0, text: try String(contentsOf: root.appending(path: $0), encoding: .utf8))
            }
    }
}
