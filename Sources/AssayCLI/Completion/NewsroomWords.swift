import ArgumentParser
import Checks
import Files
import Newsroom

/// What a shell offers for a word that names something of the newsroom: ids by the names of files, rulings by the settings.
///
/// No record is read, so that the tab key answers at once. Where there is no newsroom, nothing is offered.
extension CompletionKind {
    /// The ids of claims.
    static let claims = records([.claim])
    /// The ids of items of the inbox.
    static let items = records([.item])
    /// The ids of articles.
    static let articles = records([.article])
    /// The ids of profiles.
    static let profiles = records([.profile])
    /// The ids of sources.
    static let sources = records([.source])
    /// The ids of all records that `assay new --from` takes.
    static let origins = records([.article, .claim, .source, .profile])
    /// The ids of the rating scale.
    static let rulings = CompletionKind.newsroom { SiteSettings.rulings(in: $0) }
    /// The names of all rules.
    static let rules = CompletionKind.list(RuleCatalogue.names)

    /// What `assay rename` and `assay merge` give another id.
    static let kinds = CompletionKind.list(IDSpace.all.map(\.word))
    /// The ids of the kind that stands before them on the line.
    static let idsOfKind = CompletionKind.custom { typed, _, _ in
        guard let space = typed.lazy.compactMap(IDSpace.init(word:)).first else { return [] }
        return words(in: typed) { folder in
            switch space {
            case .record(let kind): ids(of: [kind], in: folder)
            case .topic: SiteSettings.topics(in: folder)
            case .ruling: SiteSettings.rulings(in: folder)
            }
        }
    }

    private static func records(_ kinds: [RecordKind]) -> CompletionKind {
        newsroom { ids(of: kinds, in: $0) }
    }

    private static func ids(of kinds: [RecordKind], in folder: FileTree) -> [String] {
        kinds.flatMap { folder.files(below: $0.folder) }.compactMap { file in
            guard let name = file.path.split(separator: "/").last, name.hasSuffix(".md") else { return nil }
            let id = RecordID.normalised(String(name.dropLast(3)))
            return RecordID.problem(id) == nil ? id : nil
        }
    }

    private static func newsroom(_ words: @escaping @Sendable (FileTree) -> [String]) -> CompletionKind {
        .custom { typed, _, _ in self.words(in: typed, words) }
    }

    /// The words of the newsroom that a line is about, sorted.
    private static func words(in typed: [String], _ words: (FileTree) -> [String]) -> [String] {
        guard let folder = try? NewsroomPlace.parse(directory(in: typed)).folder() else { return [] }
        return Set(words(folder)).sorted()
    }

    /// The option `-C` on the line; empty where there is none.
    private static func directory(in typed: [String]) -> [String] {
        let joined = typed.last { $0.hasPrefix("--directory=") }.map { $0.dropFirst("--directory=".count) }
        let place = typed.dropLast().lastIndex { $0 == "-C" || $0 == "--directory" }
        let parted = place.map { typed[$0 + 1] }
        guard let word = parted ?? joined.map(String.init) else { return [] }
        return ["-C", unquoted(word)]
    }

    /// A word without its quotation marks and backslashes: shells hand it on as it was typed.
    private static func unquoted(_ word: String) -> String {
        if let quote = word.first, quote == "'" || quote == "\"", word.count > 1, word.last == quote {
            return String(word.dropFirst().dropLast())
        }
        return word.replacing("\\", with: "")
    }
}
