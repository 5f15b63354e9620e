import Diagnostics
import Files
import Media
import Newsroom

extension LoadedNewsroom {
    /// The newsroom, with what was found of the files of its media.
    ///
    /// A medium whose file cannot go out has no file in the newsroom, and a finding that says why.
    /// - Parameter memory: the files that were looked into before, for a preview; nil to read and hash all of them, because a time
    ///   stamp must not vouch for a picture that is published.
    package func readingMedia(in tree: FileTree, remembering memory: MediaMemory? = nil) async
        -> LoadedNewsroom
    {
        guard let newsroom else { return self }
        let settings = newsroom.settings.media
        let outcomes = await Array(newsroom.media).concurrentMap {
            MediumReading($0, in: tree, settings, remembering: memory)
        }
        let strays = Self.strays(beside: Array(newsroom.media), in: tree)
        guard !outcomes.isEmpty || !strays.isEmpty else { return self }
        let found = outcomes.compactMap(\.medium)
        return replacing(
            found.isEmpty ? newsroom : newsroom.replacing(found),
            adding: outcomes.flatMap(\.diagnostics) + Self.twice(found) + strays,
            Dictionary(outcomes.compactMap(\.drawing).map { ($0.path, $0) }) { first, _ in first }
        )
    }

    /// The files of all media, with their SHA-256 in hexadecimal.
    package var mediaFiles: [(path: String, sha256: String)] {
        newsroom?.media.compactMap { medium in medium.content.map { ($0.path, $0.sha256) } } ?? []
    }

    /// The findings for files that are the same, byte for byte.
    private static func twice(_ media: [Medium]) -> [Diagnostic] {
        var first: [String: Medium] = [:]
        return media.compactMap { medium in
            guard let digest = medium.content?.sha256 else { return nil }
            guard let earlier = first[digest] else {
                first[digest] = medium
                return nil
            }
            return Diagnostic(
                rule: .mediaTwice,
                message: "this is the same file as that of the medium `\(earlier.id)`, byte for byte",
                span: medium.file.span(medium.fileName.range),
                labels: [.init(earlier.file.span(earlier.fileName.range), "the other one")],
                help: "use `\(earlier.id)` in its place, and delete one of the two"
            )
        }
    }

    /// The findings for files beside records that no record names.
    private static func strays(beside media: [Medium], in tree: FileTree) -> [Diagnostic] {
        let named = Set(media.map(\.path))
        return tree.files(below: Medium.folder).filter { entry in
            !entry.path.hasSuffix(".md") && !named.contains(entry.path)
                && MediaFormat(path: entry.path) != nil
        }.map { entry in
            Diagnostic(
                rule: .unreadFile,
                message: "no record names this file, so nothing shows it",
                span: SourceFile(path: entry.path, bytes: []).startSpan,
                help: "`assay new media \(entry.path)` makes its record; or delete the file"
            )
        }
    }
}
